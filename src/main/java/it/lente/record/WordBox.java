package it.lente.record;

/**
 * Where a word, or one part of a word that is broken at a line's end, stands on its page: points
 * from the top left corner of the page as it is displayed, crop box and rotation applied.
 *
 * @param start offset of its first character in the page's text, UTF-16 units
 * @param end exclusive
 * @param top of the font's ascent
 * @param height from the font's ascent to its descent
 * @param confidence how sure the reading is, percent: {@link #CERTAIN} unless it was recognised
 */
public record WordBox(
    int start, int end, float left, float top, float width, float height, int confidence) {

  /** What is read from the file itself. */
  public static final int CERTAIN = 100;

  /** A word that was read from the file itself. */
  public WordBox(int start, int end, float left, float top, float width, float height) {
    this(start, end, left, top, width, height, CERTAIN);
  }
}
