package it.lente.extract;

import java.util.Locale;

/** What is done with a document that everybody may read and whose owner forbids to copy from. */
public enum OwnerLocked {
  /** Its text is searched and shown like any other. */
  READ,
  /** Its text is left out, and the attachment says so. */
  REFUSE;

  /** The value of the option. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
