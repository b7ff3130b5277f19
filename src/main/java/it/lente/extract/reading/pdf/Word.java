package it.lente.extract.reading.pdf;

/**
 * Characters together on one line of the page, painted in sequence. Positions are along and across
 * the word's line, as in {@link Glyphs}.
 *
 * @param first its first character
 * @param last its last character
 * @param spaced whether a blank was painted after it
 * @param anchor the character whose line it belongs to: its own first, or for a raised or lowered
 *     piece one of the word beside it
 */
record Word(
    Glyphs glyphs, int first, int last, boolean spaced, int anchor, float start, float end) {

  static Word of(Glyphs glyphs, int first, int last, boolean spaced, int anchor) {
    float start = Float.MAX_VALUE;
    float end = -Float.MAX_VALUE;
    for (int glyph = first; glyph <= last; glyph++) {
      if (!glyphs.text(glyph).isEmpty()) {
        start = Math.min(start, glyphs.start(glyph));
        end = Math.max(end, glyphs.end(glyph));
      }
    }
    return new Word(glyphs, first, last, spaced, anchor, start, end);
  }

  /** Returns the same characters on the line of another word. */
  Word on(Word other, boolean spacedNow) {
    return new Word(glyphs, first, last, spacedNow, other.first, start, end);
  }

  float base() {
    return glyphs.base(first);
  }

  float size() {
    return glyphs.size(first);
  }

  /** Returns the base of the line of the word. */
  float lineBase() {
    return glyphs.base(anchor);
  }

  /** Returns the size of the line of the word. */
  float lineSize() {
    return glyphs.size(anchor);
  }

  int angle() {
    return glyphs.angle(first);
  }

  /** Returns the top of its letters above the base line, in points. */
  float ascent() {
    return glyphs.font(first).ascent() * size();
  }

  /** Returns the bottom of its letters below the base line, in points, negative. */
  float descent() {
    return glyphs.font(first).descent() * size();
  }

  /** Returns the narrowest gap that separates another word, in points. */
  float gap() {
    return glyphs.font(first).gap() * size();
  }

  boolean isRightToLeft() {
    for (int glyph = first; glyph <= last; glyph++) {
      if (RightToLeft.is(glyphs.text(glyph))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the word is a single letter. */
  boolean isLetter() {
    return first == last
        && glyphs.text(first).length() == 1
        && Character.isLetter(glyphs.text(first).charAt(0));
  }

  int length() {
    return last - first + 1;
  }

  String text() {
    if (first == last) {
      return glyphs.text(first);
    }
    StringBuilder text = new StringBuilder(last - first + 1);
    writeTo(text);
    return text.toString();
  }

  void writeTo(StringBuilder text) {
    if (isRightToLeft()) {
      text.append(RightToLeft.text(this));
      return;
    }
    for (int glyph = first; glyph <= last; glyph++) {
      text.append(glyphs.text(glyph));
    }
  }
}
