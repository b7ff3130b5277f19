package it.lente.engine.hits;

import java.util.Arrays;

/** The offsets of each form of a text, by position, to mark occurrences without analysis. */
public final class WordTable {

  private int[] starts;
  private int[] ends;
  private int size;

  /** Creates an empty table with room for some forms. */
  public WordTable(int capacity) {
    starts = new int[capacity];
    ends = new int[capacity];
  }

  /** Adds the next form, by the offsets of its first character and after its last. */
  public void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    starts[size] = start;
    ends[size++] = end;
  }

  public int size() {
    return size;
  }

  /** Returns the offset of a form's first character, UTF-16 units. */
  public int start(int position) {
    return starts[position];
  }

  /** Returns the offset after a form's last character, UTF-16 units. */
  public int end(int position) {
    return ends[position];
  }
}
