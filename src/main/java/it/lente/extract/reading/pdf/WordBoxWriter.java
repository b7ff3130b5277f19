package it.lente.extract.reading.pdf;

import it.lente.record.WordBoxes;

/** Draws the boxes of a page's words while its text is written. */
final class WordBoxWriter {

  private final WordBoxes.Packer packer = new WordBoxes.Packer();
  private boolean open;
  private int from;
  private int to;
  private float left;
  private float top;
  private float right;
  private float foot;

  /** Begins letters at an offset of the page's text, in the open box or else a new one. */
  void begin(int start) {
    if (open) {
      return;
    }
    open = true;
    from = start;
    to = start;
    left = Float.MAX_VALUE;
    top = Float.MAX_VALUE;
    right = -Float.MAX_VALUE;
    foot = -Float.MAX_VALUE;
  }

  /**
   * Extends the open box over a part of a word too, from the font's ascent to its descent.
   *
   * @param from along the word's line
   * @param until along the word's line
   * @param end offset of the end of the part in the page's text
   */
  void cover(Word word, float from, float until, int end) {
    to = end;
    float above = word.base() - word.ascent();
    float below = word.base() - word.descent();
    cover(word.angle(), from, above);
    cover(word.angle(), until, below);
    if (word.angle() % 90 != 0) {
      cover(word.angle(), from, below);
      cover(word.angle(), until, above);
    }
  }

  /** Moves the end of the text back after a hyphen was removed. */
  void shorten(int end) {
    to = Math.max(from, end);
  }

  WordBoxes boxes() {
    lift();
    return packer.boxes();
  }

  /** Closes the open box. */
  void lift() {
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
