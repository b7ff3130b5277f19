package it.lente.record;

/** The states of one page of an attachment. */
public enum PageState implements Keyed {
  /** The page contains readable text. */
  TEXT,
  /** The page's text was read by optical character recognition. */
  OCR,
  /** The page is a picture or its letters are undecodable, so it needs character recognition. */
  NEEDS_OCR,
  /** The page is empty, apart from text that every page repeats. */
  EMPTY,
  /** The page could not be read completely. */
  FAILED;
}
