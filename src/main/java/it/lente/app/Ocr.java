package it.lente.app;

import java.util.Locale;

/** When pictures are recognised. */
enum Ocr {
  /** As soon as all that needs no recognition is searchable. */
  NOW,
  /** Not by this command: another one will. */
  LATER,
  /** Never. */
  OFF;

  /** The value of the option. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
