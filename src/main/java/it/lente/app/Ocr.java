package it.lente.app;

import java.util.Locale;

/** The times at which pictures are recognised. */
enum Ocr {
  /** Recognition starts as soon as everything else is searchable. */
  NOW,
  /** Another command recognises pictures later. */
  LATER,
  /** Pictures are never recognised. */
  OFF;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
