package it.lente.engine;

import it.lente.record.Keyed;

/** Where the words must stand. */
public enum Scope implements Keyed {
  ALL,
  RECORDS,
  ATTACHMENTS;
}
