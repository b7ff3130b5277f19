package it.lente.extract.reading.pdf;

/** The operators of contents that concern text, as {@link ContentScanner} returns them. */
final class Operators {

  static final int SAVE = 'q';
  static final int RESTORE = 'Q';
  static final int CONCATENATE = 'c' << 8 | 'm';
  static final int GRAPHICS_STATE = 'g' << 8 | 's';
  static final int RECTANGLE = 'r' << 8 | 'e';
  static final int DRAW = 'D' << 8 | 'o';
  static final int BEGIN_MARKED = 'B' << 16 | 'M' << 8 | 'C';
  static final int BEGIN_MARKED_WITH = 'B' << 16 | 'D' << 8 | 'C';
  static final int END_MARKED = 'E' << 16 | 'M' << 8 | 'C';
  static final int IMAGE_DATA = 'I' << 8 | 'D';
  static final int BEGIN_TEXT = 'B' << 8 | 'T';
  static final int FONT = 'T' << 8 | 'f';
  static final int CHAR_SPACING = 'T' << 8 | 'c';
  static final int WORD_SPACING = 'T' << 8 | 'w';
  static final int STRETCH = 'T' << 8 | 'z';
  static final int LEADING = 'T' << 8 | 'L';
  static final int RENDERING = 'T' << 8 | 'r';
  static final int RISE = 'T' << 8 | 's';
  static final int MOVE = 'T' << 8 | 'd';
  static final int MOVE_LEADING = 'T' << 8 | 'D';
  static final int TEXT_MATRIX = 'T' << 8 | 'm';
  static final int NEXT_LINE = 'T' << 8 | '*';
  static final int SHOW = 'T' << 8 | 'j';
  static final int SHOW_KERNED = 'T' << 8 | 'J';
  static final int SHOW_LINE = '\'';
  static final int SHOW_SPACED_LINE = '"';

  private Operators() {}
}
