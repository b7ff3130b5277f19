package it.lente.app;

import java.util.Locale;

/** The times at which pictures are recognised. */
enum Ocr {
  /** As soon as all that needs no recognition is searchable. */
  NOW,
  /** Later, by another command. */
  LATER,
  /** Never. */
  OFF;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
