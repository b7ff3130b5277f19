package it.lente.analysis;

import java.util.Arrays;

/**
 * The occurrences of a question in one text, in order and without overlap. An occurrence is one
 * word or one whole phrase; overlapping matches are one occurrence that covers them all.
 */
public final class Occurrences {

  /** No occurrences. */
  public static final Occurrences NONE = new Occurrences(new int[0], new int[0], new long[0]);

  private final int[] starts;
  private final int[] ends;
  private final long[] parts;

  private Occurrences(int[] starts, int[] ends, long[] parts) {
    this.starts = starts;
    this.ends = ends;
    this.parts = parts;
  }

  /** Number of bits of a part in a match, and of its length. */
  private static final int PART = 6;

  private static final int LENGTH = 26;

  /**
   * Returns a match of one query part as a number. Numbers are sorted several times faster than
   * objects, and a question of many open words has millions of matches.
   *
   * @param start position
   * @param length in positions
   * @param part from 0; a compound that is split may have more than 64, whose bits repeat
   */
  static long match(int start, int length, int part) {
    return ((((long) start << LENGTH) | length) << PART) | (part & ((1 << PART) - 1));
  }

  /**
   * Sorts matches and merges those that overlap.
   *
   * @param matches as {@link #match} returns them
   * @param count number of matches in the array
   */
  static Occurrences merged(long[] matches, int count) {
    Arrays.sort(matches, 0, count);
    int[] starts = new int[count];
    int[] ends = new int[count];
    long[] parts = new long[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      int start = (int) (matches[i] >>> (LENGTH + PART));
      int end = start + (int) ((matches[i] >>> PART) & ((1 << LENGTH) - 1));
      long part = 1L << matches[i];
      if (size > 0 && start < ends[size - 1]) {
        ends[size - 1] = Math.max(ends[size - 1], end);
        parts[size - 1] |= part;
      } else {
        starts[size] = start;
        ends[size] = end;
        parts[size++] = part;
      }
    }
    return new Occurrences(
        Arrays.copyOf(starts, size), Arrays.copyOf(ends, size), Arrays.copyOf(parts, size));
  }

  public int size() {
    return starts.length;
  }

  /** Returns the position at which occurrence {@code i} starts. */
  public int start(int i) {
    return starts[i];
  }

  /** Returns the position after occurrence {@code i}. */
  public int end(int i) {
    return ends[i];
  }

  /** Returns the parts that occurrence {@code i} contains: bit n is set for part n. */
  public long parts(int i) {
    return parts[i];
  }
}
