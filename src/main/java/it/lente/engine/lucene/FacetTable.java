package it.lente.engine.lucene;

import it.lente.record.Facet;
import it.lente.record.Measure;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;

/**
 * The facet values and numbers of one segment in memory, a row for each process. Counting a hit
 * reads a few adjacent ints, several times cheaper than reading the doc values of each facet.
 */
final class FacetTable {

  private static final Facet[] FACETS = Facet.values();

  /** A number that a record lacks; no range contains it. */
  static final long ABSENT = Long.MIN_VALUE;

  /** The segment's values, by facet. */
  private final Map<Facet, String[]> names = new EnumMap<>(Facet.class);

  private final ProcessRows processes;

  /** Index of the first value of each row; the next row's index ends the range. */
  private final int[] starts;

  /** Value numbers by row; facets are numbered one after the other. */
  private int[] values = new int[64];

  private final Map<Facet, Numbers> numbered = new EnumMap<>(Facet.class);

  /** The numbers of a facet's values in this segment; {@code end} is exclusive. */
  record Numbers(int from, int end) {}

  /** The rows that have a value, and the index of the first one of each value. */
  private int[] valueRows;

  private int[] valueStarts;

  /** The values of numeric fields, by field and row. */
  private final Map<String, long[]> columns = new HashMap<>();

  private FacetTable(ProcessRows processes) {
    this.processes = processes;
    this.starts = new int[processes.size() + 1];
  }

  static FacetTable of(LeafReader segment) throws IOException {
    FacetTable table = new FacetTable(ProcessRows.of(segment));
    table.read(segment);
    return table;
  }

  String[] names(Facet facet) {
    return names.get(facet);
  }

  /** Adds the number of this segment's processes that have each value. */
  void addFrequencies(Facet facet, Map<String, Integer> processes) {
    Numbers all = numbers(facet);
    for (int value = all.from(); value < all.end(); value++) {
      processes.merge(
          names(facet)[value - all.from()],
          valueStarts[value + 1] - valueStarts[value],
          Integer::sum);
    }
  }

  ProcessRows processes() {
    return processes;
  }

  /** Counts the values of a row, each by its number. */
  void count(int row, int[] counts) {
    int[] all = values;
    int end = starts[row + 1];
    for (int place = starts[row]; place < end; place++) {
      counts[all[place]]++;
    }
  }

  /** Counts those values of a row that are among the given numbers. */
  void count(int row, Numbers among, int[] counts) {
    int[] all = values;
    int end = starts[row + 1];
    for (int place = starts[row]; place < end; place++) {
      int value = all[place];
      if (value >= among.from() && value < among.end()) {
        counts[value]++;
      }
    }
  }

  Numbers numbers(Facet facet) {
    return numbered.get(facet);
  }

  /** Returns the number of values of all facets together. */
  int values() {
    return valueStarts.length - 1;
  }

  /** Adds the rows that have a value. */
  void addRows(int value, FixedBitSet rows) {
    for (int i = valueStarts[value]; i < valueStarts[value + 1]; i++) {
      rows.set(valueRows[i]);
    }
  }

  /** Returns the values of a numeric field by row, or {@link #ABSENT}; read-only. */
  long[] column(String field) {
    return columns.get(field);
  }

  private void read(LeafReader segment) throws IOException {
    Map<Facet, SortedSetDocValues> facets = new EnumMap<>(Facet.class);
    int numbersEnd = 0;
    for (Facet facet : FACETS) {
      SortedSetDocValues read = DocValues.getSortedSet(segment, Schema.field(facet));
      facets.put(facet, read);
      names.put(facet, names(read));
      int from = numbersEnd;
      numbersEnd += (int) read.getValueCount();
      numbered.put(facet, new Numbers(from, numbersEnd));
    }
    int end = 0;
    for (int row = 0; row < processes.size(); row++) {
      for (Facet facet : FACETS) {
        end = add(facets.get(facet), numbers(facet).from(), processes.document(row), end);
      }
      starts[row + 1] = end;
    }
    invert(numbersEnd);
    for (Measure measure : Measure.values()) {
      columns.put(Schema.field(measure), column(segment, Schema.field(measure)));
    }
    for (String year : List.of(Schema.FIRST_YEAR, Schema.LAST_YEAR)) {
      columns.put(year, column(segment, year));
    }
  }

  /** Computes the rows of each value from the values of each row. */
  private void invert(int size) {
    valueStarts = new int[size + 1];
    for (int place = 0; place < starts[processes.size()]; place++) {
      valueStarts[values[place] + 1]++;
    }
    Arrays.parallelPrefix(valueStarts, Integer::sum);
    valueRows = new int[starts[processes.size()]];
    int[] next = valueStarts.clone();
    for (int row = 0; row < processes.size(); row++) {
      for (int place = starts[row]; place < starts[row + 1]; place++) {
        valueRows[next[values[place]]++] = row;
      }
    }
  }

  private long[] column(LeafReader segment, String field) throws IOException {
    NumericDocValues values = DocValues.getNumeric(segment, field);
    long[] read = new long[processes.size()];
    for (int row = 0; row < read.length; row++) {
      read[row] = values.advanceExact(processes.document(row)) ? values.longValue() : ABSENT;
    }
    return read;
  }

  private int add(SortedSetDocValues facet, int first, int doc, int end) throws IOException {
    if (!facet.advanceExact(doc)) {
      return end;
    }
    int next = end;
    for (int i = 0; i < facet.docValueCount(); i++) {
      if (next == values.length) {
        values = Arrays.copyOf(values, 2 * next);
      }
      values[next++] = first + (int) facet.nextOrd();
    }
    return next;
  }

  private static String[] names(SortedSetDocValues values) throws IOException {
    String[] names = new String[(int) values.getValueCount()];
    for (int i = 0; i < names.length; i++) {
      names[i] = values.lookupOrd(i).utf8ToString();
    }
    return names;
  }
}
