package it.lente.record;

/** The kinds of numbered parts of an attachment. */
public enum TextUnit implements Keyed {
  PAGE,
  SLIDE,
  SHEET,
  MESSAGE,
  SECTION;
}
