package it.lente.extract;

import it.lente.record.Reason;

/** An exception of Lente that knows why a file or a page could not be read. */
public interface HasReason {

  Reason reason();
}
