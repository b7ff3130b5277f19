package it.lente.engine;

import java.util.Locale;

/** Where the words must stand. */
public enum Scope {
  ALL,
  RECORDS,
  ATTACHMENTS;

  /** The value of the parameter. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
