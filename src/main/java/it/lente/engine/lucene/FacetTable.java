package it.lente.engine.lucene;

import it.lente.record.Facet;
import it.lente.record.Measure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * The facet values and measures of one segment in memory, a row for each process: counting a hit is
 * a walk over a few ints that lie together, several times cheaper than asking the doc values of
 * each facet again.
 */
final class FacetTable {

  private static final Facet[] FACETS = Facet.values();

  /** A measure that a record does not tell; no range holds it. */
  static final long ABSENT = Long.MIN_VALUE;

  /** The segment's values, by facet. */
  private final Map<Facet, String[]> names = new EnumMap<>(Facet.class);

  private final ProcessRows processes;

  /** Where the values of a row begin; the next row's beginning ends them. */
  private final int[] starts;

  /** Values as numbers: those of the first facet come first, then those of the second … */
  private int[] values = new int[64];

  private final Map<Measure, long[]> measures = new EnumMap<>(Measure.class);

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

  ProcessRows processes() {
    return processes;
  }

  /** The place of a row's first value. */
  int from(int row) {
    return starts[row];
  }

  /** The place behind a row's last value. */
  int to(int row) {
    return starts[row + 1];
  }

  /** The value at a place, numbered within this segment. */
  int value(int place) {
    return values[place];
  }

  /** What a row tells of a measure, or {@link #ABSENT}. */
  long measure(Measure measure, int row) {
    return measures.get(measure)[row];
  }

  private void read(LeafReader segment) throws IOException {
    List<SortedSetDocValues> facets = new ArrayList<>();
    int[] firsts = new int[FACETS.length + 1];
    for (Facet facet : FACETS) {
      SortedSetDocValues read = DocValues.getSortedSet(segment, Schema.field(facet));
      facets.add(read);
      names.put(facet, names(read));
      firsts[facets.size()] = firsts[facets.size() - 1] + (int) read.getValueCount();
    }
    Map<Measure, NumericDocValues> numbers = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      numbers.put(measure, DocValues.getNumeric(segment, Schema.field(measure)));
      measures.put(measure, new long[processes.size()]);
    }
    int end = 0;
    for (int row = 0; row < processes.size(); row++) {
      int doc = processes.document(row);
      for (int i = 0; i < FACETS.length; i++) {
        end = add(facets.get(i), firsts[i], doc, end);
      }
      for (Map.Entry<Measure, NumericDocValues> entry : numbers.entrySet()) {
        NumericDocValues number = entry.getValue();
        measures.get(entry.getKey())[row] = number.advanceExact(doc) ? number.longValue() : ABSENT;
      }
      starts[row + 1] = end;
    }
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
