package it.lente.extract.reading;

import it.lente.record.WordBoxes;

/** Draws the boxes of a page's words while its text is written. */
final class BoxPen {

  private final WordBoxes.Packer packer = new WordBoxes.Packer();
  private boolean open;
  private int from;
  private int to;
  private float left;
  private float top;
  private float right;
  private float foot;

  /**
   * Another word, or the rest of one that was broken at a line's end, begins.
   *
   * @param start offset in the page's text
   */
  void begin(int start) {
    close();
    open = true;
    from = start;
    to = start;
    left = Float.MAX_VALUE;
    top = Float.MAX_VALUE;
    right = -Float.MAX_VALUE;
    foot = -Float.MAX_VALUE;
  }

  /** The open box goes around these characters too, from the font's ascent to its descent. */
  void cover(Word word, int end) {
    to = end;
    float above = word.base() - word.ascent();
    float below = word.base() - word.descent();
    cover(word.angle(), word.start(), above);
    cover(word.angle(), word.end(), below);
    if (word.angle() % 90 != 0) {
      cover(word.angle(), word.start(), below);
      cover(word.angle(), word.end(), above);
    }
  }

  /** The text ends here now: a hyphen was taken away. */
  void shorten(int end) {
    to = Math.max(from, end);
  }

  WordBoxes boxes() {
    close();
    return packer.boxes();
  }

  private void close() {
    if (open && to > from) {
      packer.add(from, to, left, top, right - left, foot - top);
    }
    open = false;
  }

  private void cover(int angle, float along, float across) {
    float x = along * Angles.cos(angle) - across * Angles.sin(angle);
    float y = along * Angles.sin(angle) + across * Angles.cos(angle);
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    foot = Math.max(foot, y);
  }
}
