package it.lente.extract;

/** Treatment of a document that anyone may read but whose owner forbids copying. */
public enum OwnerLocked {
  /** The text is searched and shown like any other. */
  READ,
  /** The text is left out, and the attachment has a reason. */
  REFUSE
}
