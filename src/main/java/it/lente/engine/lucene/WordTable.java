package it.lente.engine.lucene;

import it.lente.analysis.FormReader;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/** The offsets of each form of a text, by position, to mark occurrences without analysis. */
final class WordTable {

  private int[] starts;
  private int[] ends;
  private int size;

  WordTable() {
    this(64);
  }

  private WordTable(int capacity) {
    starts = new int[capacity];
    ends = new int[capacity];
  }

  void add(FormReader reader) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    starts[size] = reader.start();
    ends[size++] = reader.end();
  }

  int size() {
    return size;
  }

  /** Returns the offset of a form's first character, UTF-16 units. */
  int start(int position) {
    return starts[position];
  }

  /** Returns the offset after a form's last character, UTF-16 units. */
  int end(int position) {
    return ends[position];
  }

  /** Writes gaps and lengths, most of which take one byte each. */
  void writeTo(DataOutput out) throws IOException {
    out.writeVInt(size);
    int last = 0;
    for (int i = 0; i < size; i++) {
      out.writeVInt(starts[i] - last);
      out.writeVInt(ends[i] - starts[i]);
      last = ends[i];
    }
  }

  static WordTable readFrom(DataInput in) throws IOException {
    WordTable table = new WordTable(in.readVInt());
    table.size = table.starts.length;
    int last = 0;
    for (int i = 0; i < table.size; i++) {
      table.starts[i] = last + in.readVInt();
      table.ends[i] = last = table.starts[i] + in.readVInt();
    }
    return table;
  }
}
