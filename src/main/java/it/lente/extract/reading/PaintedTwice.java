package it.lente.extract.reading;

import java.util.Arrays;

/**
 * Tells characters that were painted before at the same place, as some programs do for want of a
 * bold font or for a shadow.
 */
final class PaintedTwice {

  /** How near, in parts of a character's width and at most of its size. */
  private static final float NEAR_WIDTH = 1 / 3f;

  private static final float NEAR_SIZE = .12f;

  private final Glyphs glyphs;
  private final int[] slots;

  PaintedTwice(Glyphs glyphs) {
    this.glyphs = glyphs;
    this.slots = new int[Integer.highestOneBit(Math.max(32, glyphs.count())) * 4];
    Arrays.fill(slots, -1);
  }

  /** Whether a character was there before; if not, it is from now on. */
  boolean before(int glyph) {
    float near = near(glyph);
    // Cells of twice the distance: what is near lies in this cell or in one of three beside it.
    float column = glyphs.start(glyph) / (2 * near);
    float row = glyphs.base(glyph) / (2 * near);
    int x = (int) Math.floor(column);
    int y = (int) Math.floor(row);
    int besideX = column - x < .5f ? x - 1 : x + 1;
    int besideY = row - y < .5f ? y - 1 : y + 1;
    if (isAt(glyph, besideX, y, near)
        || isAt(glyph, x, besideY, near)
        || isAt(glyph, besideX, besideY, near)
        || isAt(glyph, x, y, near)) {
      return true;
    }
    slots[free(hash(glyph, x, y))] = glyph;
    return false;
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
    // Letters on one line differ in their last bits only: without mixing they crowd together.
    int hash = (glyphs.text(glyph).hashCode() * 31 + x) * 0x9E3779B1 ^ y * 0x85EBCA6B;
    hash = (hash ^ hash >>> 16) * 0x7FEB352D;
    return hash ^ (hash >>> 15);
  }
}
