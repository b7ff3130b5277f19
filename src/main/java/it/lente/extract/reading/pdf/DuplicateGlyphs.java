package it.lente.extract.reading.pdf;

import java.util.Arrays;

/**
 * Finds characters that are painted again at the same position, as some programs do instead of
 * using a bold font, or for a shadow.
 */
final class DuplicateGlyphs {

  /** Greatest distance, in parts of a character's width and in parts of its size. */
  private static final float NEAR_WIDTH = 1 / 3f;

  private static final float NEAR_SIZE = .12f;

  /** The height of a band of the page in points, greater than any distance that counts as near. */
  private static final float BAND = 4;

  private static final int BANDS = 512;

  private final Glyphs glyphs;

  /** The greatest start of a character in each band so far. */
  private final float[] furthest = new float[BANDS];

  /** Characters by their text and their cell of the page, filled on demand. */
  private int[] slots = {};

  private int placed;

  DuplicateGlyphs(Glyphs glyphs) {
    this.glyphs = glyphs;
    Arrays.fill(furthest, -Float.MAX_VALUE);
  }

  /** Returns whether a character was painted before. Characters must be queried in order. */
  boolean before(int glyph) {
    float near = near(glyph);
    if (isRightmost(glyph, near)) {
      return false;
    }
    place(glyph);
    // Cells have twice the distance: near characters lie in this cell or three neighbours.
    float column = glyphs.start(glyph) / (2 * near);
    float row = glyphs.base(glyph) / (2 * near);
    int x = (int) Math.floor(column);
    int y = (int) Math.floor(row);
    int besideX = column - x < .5f ? x - 1 : x + 1;
    int besideY = row - y < .5f ? y - 1 : y + 1;
    return isAt(glyph, besideX, y, near)
        || isAt(glyph, x, besideY, near)
        || isAt(glyph, besideX, besideY, near)
        || isAt(glyph, x, y, near);
  }

  /** Returns whether no near character is painted before, as in lines written to the right. */
  private boolean isRightmost(int glyph, float near) {
    if (glyphs.angle(glyph) != 0) {
      return false;
    }
    float start = glyphs.start(glyph);
    int band = Math.clamp((int) (glyphs.base(glyph) / BAND), 1, BANDS - 2);
    float before = Math.max(furthest[band], Math.max(furthest[band - 1], furthest[band + 1]));
    furthest[band] = Math.max(furthest[band], start);
    return near <= BAND && before < start - near;
  }

  /** Fills the slots with the characters painted before another. */
  private void place(int end) {
    if (slots.length == 0) {
      slots = new int[Integer.highestOneBit(Math.max(32, glyphs.count())) * 4];
      Arrays.fill(slots, -1);
    }
    for (; placed < end; placed++) {
      String text = glyphs.text(placed);
      if (!text.isEmpty() && !text.equals(FontMetrics.BLANK)) {
        float cell = 2 * near(placed);
        int x = (int) Math.floor(glyphs.start(placed) / cell);
        int y = (int) Math.floor(glyphs.base(placed) / cell);
        slots[free(hash(placed, x, y))] = placed;
      }
    }
  }

  private boolean isAt(int glyph, int x, int y, float near) {
    for (int slot = hash(glyph, x, y) & (slots.length - 1);
        slots[slot] >= 0;
        slot = (slot + 1) & (slots.length - 1)) {
      if (isSame(glyph, slots[slot], near)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSame(int glyph, int other, float near) {
    return Math.abs(glyphs.start(glyph) - glyphs.start(other)) < near
        && Math.abs(glyphs.base(glyph) - glyphs.base(other)) < near
        && glyphs.angle(glyph) == glyphs.angle(other)
        && glyphs.text(glyph).equals(glyphs.text(other));
  }

  private float near(int glyph) {
    float width = glyphs.end(glyph) - glyphs.start(glyph);
    float near = Math.min(NEAR_WIDTH * width, NEAR_SIZE * glyphs.size(glyph));
    return Math.max(near, .01f);
  }

  private int free(int hash) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] >= 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int hash(int glyph, int x, int y) {
    // Letters on one line differ in their last bits only, and without mixing they collide.
    int hash = (glyphs.text(glyph).hashCode() * 31 + x) * 0x9E3779B1 ^ y * 0x85EBCA6B;
    hash = (hash ^ hash >>> 16) * 0x7FEB352D;
    return hash ^ (hash >>> 15);
  }
}
