package it.lente.extract;

import java.util.Locale;

/** Treatment of a document that anyone may read but whose owner forbids copying. */
public enum OwnerLocked {
  /** The text is searched and shown like any other. */
  READ,
  /** The text is left out, and the attachment has a reason. */
  REFUSE;

  /** Returns the value of the option. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
