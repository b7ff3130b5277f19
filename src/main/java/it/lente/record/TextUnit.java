package it.lente.record;

/** What the numbered parts of an attachment are. */
public enum TextUnit implements Keyed {
  PAGE,
  SLIDE,
  SHEET,
  MESSAGE,
  SECTION;
}
