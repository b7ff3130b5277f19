package it.lente.extract;

import java.util.Arrays;

/** Where the words of a page's text stand on the page, in the order of the text. */
final class WordBoxes {

  private int count;
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private float[] corners = new float[4096];

  /**
   * @param goesOn whether the word continues the box before it
   */
  void add(int start, int end, Word word, boolean goesOn) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      corners = Arrays.copyOf(corners, count * 8);
    }
    if (!goesOn || count == 0) {
      starts[count] = start;
      corners[4 * count] = Float.MAX_VALUE;
      corners[4 * count + 1] = Float.MAX_VALUE;
      corners[4 * count + 2] = -Float.MAX_VALUE;
      corners[4 * count + 3] = -Float.MAX_VALUE;
      count++;
    }
    ends[count - 1] = end;
    float top = word.base() - word.ascent();
    float foot = word.base() - word.descent();
    cover(word.angle(), word.start(), top);
    cover(word.angle(), word.end(), foot);
    if (word.angle() % 90 != 0) {
      cover(word.angle(), word.start(), foot);
      cover(word.angle(), word.end(), top);
    }
  }

  /** Takes the last character away from the last box. */
  void shorten(int end) {
    if (count > 0) {
      ends[count - 1] = Math.max(starts[count - 1], end);
    }
  }

  int count() {
    return count;
  }

  int start(int box) {
    return starts[box];
  }

  int end(int box) {
    return ends[box];
  }

  float x(int box) {
    return corners[4 * box];
  }

  float y(int box) {
    return corners[4 * box + 1];
  }

  float width(int box) {
    return corners[4 * box + 2] - x(box);
  }

  float height(int box) {
    return corners[4 * box + 3] - y(box);
  }

  private void cover(int angle, float along, float across) {
    float x = along * Angles.cos(angle) - across * Angles.sin(angle);
    float y = along * Angles.sin(angle) + across * Angles.cos(angle);
    int box = 4 * (count - 1);
    corners[box] = Math.min(corners[box], x);
    corners[box + 1] = Math.min(corners[box + 1], y);
    corners[box + 2] = Math.max(corners[box + 2], x);
    corners[box + 3] = Math.max(corners[box + 3], y);
  }
}
