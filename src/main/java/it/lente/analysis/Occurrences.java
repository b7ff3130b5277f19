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

  /**
   * Sorts matches and merges those that overlap.
   *
   * @param matches start (position), end (position, exclusive) and part (from 0) of each, in one
   *     array
   * @param count number of matches in it
   */
  static Occurrences merged(Match[] matches, int count) {
    Arrays.sort(matches, 0, count);
    int[] starts = new int[count];
    int[] ends = new int[count];
    long[] parts = new long[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      Match match = matches[i];
      long part = 1L << match.part();
      if (size > 0 && match.start() < ends[size - 1]) {
        ends[size - 1] = Math.max(ends[size - 1], match.end());
        parts[size - 1] |= part;
      } else {
        starts[size] = match.start();
        ends[size] = match.end();
        parts[size++] = part;
      }
    }
    return new Occurrences(
        Arrays.copyOf(starts, size), Arrays.copyOf(ends, size), Arrays.copyOf(parts, size));
  }

  /** A match of one query part; positions, end exclusive. */
  record Match(int start, int end, int part) implements Comparable<Match> {
    @Override
    public int compareTo(Match other) {
      return start != other.start ? start - other.start : other.end - end;
    }
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
