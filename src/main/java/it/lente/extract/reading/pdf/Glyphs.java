package it.lente.extract.reading.pdf;

import java.util.Arrays;

/**
 * The characters that a page paints, in the order of its contents. Each lies on a base line that
 * runs at some angle over the page as it is shown. Positions are measured along that line and
 * across it, so that all angles are read alike.
 */
final class Glyphs {

  private int count;
  private String[] text = new String[4096];
  private FontMetrics[] font = new FontMetrics[4096];
  private float[] start = new float[4096];
  private float[] end = new float[4096];
  private float[] pen = new float[4096];
  private float[] base = new float[4096];
  private float[] size = new float[4096];
  private short[] angle = new short[4096];

  int count() {
    return count;
  }

  void clear() {
    Arrays.fill(text, 0, count, null);
    Arrays.fill(font, 0, count, null);
    count = 0;
  }

  /**
   * Adds a character on its base line.
   *
   * @param start along the line, in points
   * @param end where its shape ends
   * @param pen where the next character is due
   * @param base across the line, growing from line to line
   * @param size the height of the font in points
   */
  void add(
      String glyph,
      FontMetrics facts,
      int degrees,
      float start,
      float end,
      float pen,
      float base,
      float size) {
    if (count == text.length) {
      grow();
    }
    text[count] = glyph;
    font[count] = facts;
    angle[count] = (short) degrees;
    this.start[count] = start;
    this.end[count] = end;
    this.pen[count] = pen;
    this.base[count] = base;
    this.size[count] = size;
    count++;
  }

  private void grow() {
    int room = count * 2;
    text = Arrays.copyOf(text, room);
    font = Arrays.copyOf(font, room);
    angle = Arrays.copyOf(angle, room);
    start = Arrays.copyOf(start, room);
    end = Arrays.copyOf(end, room);
    pen = Arrays.copyOf(pen, room);
    base = Arrays.copyOf(base, room);
    size = Arrays.copyOf(size, room);
  }

  /**
   * Distributes another text as evenly as possible over the characters from an index on. Each keeps
   * its position, and one without text gives its room to the one before it.
   */
  void replace(int from, String now) {
    int[] letters = now.codePoints().toArray();
    int room = count - from;
    int kept = from;
    for (int glyph = from; glyph < count; glyph++) {
      int first = (int) ((long) (glyph - from) * letters.length / room);
      int last = (int) ((long) (glyph - from + 1) * letters.length / room);
      String part = new String(letters, first, last - first);
      text[glyph] = part.equals(FontMetrics.BLANK) ? FontMetrics.BLANK : part;
      if (first < last) {
        kept = glyph;
      } else if (base[glyph] == base[kept]) {
        end[kept] = Math.max(end[kept], end[glyph]);
        pen[kept] = Math.max(pen[kept], pen[glyph]);
      }
    }
  }

  /** Gives a character another text, or none to skip it. */
  void change(int glyph, String now) {
    text[glyph] = now;
  }

  String text(int glyph) {
    return text[glyph];
  }

  FontMetrics font(int glyph) {
    return font[glyph];
  }

  /** Returns degrees from reading left to right, clockwise; 0 to 359. */
  int angle(int glyph) {
    return angle[glyph];
  }

  float start(int glyph) {
    return start[glyph];
  }

  float end(int glyph) {
    return end[glyph];
  }

  float pen(int glyph) {
    return pen[glyph];
  }

  float base(int glyph) {
    return base[glyph];
  }

  float size(int glyph) {
    return size[glyph];
  }
}
