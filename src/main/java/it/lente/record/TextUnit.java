package it.lente.record;

import java.util.Locale;

/** What the numbered parts of an attachment are. */
public enum TextUnit {
  PAGE,
  SLIDE,
  SHEET,
  MESSAGE,
  SECTION;

  /** The name in the API. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
