package it.lente.record;

/** What became of one page of an attachment. */
public enum PageState implements Keyed {
  /** It holds text that people can read. */
  TEXT,
  /** Its text was read by optical character recognition. */
  OCR,
  /** It is a picture, or its letters cannot be told: to be read by character recognition. */
  NEEDS_OCR,
  /** There is nothing on it, or nothing but what every page repeats. */
  EMPTY,
  /** It could not be read, or not to its end. */
  FAILED;
}
