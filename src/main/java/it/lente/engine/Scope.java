package it.lente.engine;

import it.lente.record.Keyed;

/** The texts in which the words must occur. */
public enum Scope implements Keyed {
  ALL,
  RECORDS,
  ATTACHMENTS;
}
