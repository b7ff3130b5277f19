package it.lente.source;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;

/** The bytes of a file are no text from which a record could be read. */
final class UnusableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  UnusableFileException(ReasonCode why) {
    super(why.key());
    this.reason = why.with();
  }

  Reason reason() {
    return reason;
  }
}
