package it.lente.record;

/**
 * The position on its page of a word, or of one part of a word that is broken at the end of a line;
 * in points from the top left corner of the page as it is displayed, crop box and rotation applied.
 *
 * @param start offset of its first character in the page's text, UTF-16 units
 * @param end exclusive
 * @param top of the font's ascent
 * @param height from the font's ascent to its descent
 * @param confidence certainty of the reading in percent: {@link #CERTAIN} unless recognised
 */
public record WordBox(
    int start, int end, float left, float top, float width, float height, int confidence) {

  /** The confidence of text that the file itself contains. */
  public static final int CERTAIN = 100;

  /** Creates the box of a word that the file itself contains as text. */
  public WordBox(int start, int end, float left, float top, float width, float height) {
    this(start, end, left, top, width, height, CERTAIN);
  }
}
