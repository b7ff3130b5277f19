package it.lente.engine.lucene;

import it.lente.record.Facet;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * The facet values of one segment in memory, by document: counting a hit is a walk over a few ints,
 * several times cheaper than asking the doc values again for each.
 */
final class FacetColumns {

  /** The values of one facet. */
  static final class Column {

    /**
     * The segment's values, in the order of {@link String#compareTo}; their places are the
     * ordinals.
     */
    private final String[] names;

    /** Where a document's ordinals begin; those of the next document end them. */
    private final int[] starts;

    private final int[] ordinals;

    private Column(String[] names, int[] starts, int[] ordinals) {
      this.names = names;
      this.starts = starts;
      this.ordinals = ordinals;
    }

    int size() {
      return names.length;
    }

    String name(int ordinal) {
      return names[ordinal];
    }

    boolean hasAny(int doc, boolean[] chosen) {
      for (int i = starts[doc]; i < starts[doc + 1]; i++) {
        if (chosen[ordinals[i]]) {
          return true;
        }
      }
      return false;
    }

    void count(int doc, int[] counts) {
      for (int i = starts[doc]; i < starts[doc + 1]; i++) {
        counts[ordinals[i]]++;
      }
    }

    /** Which ordinals carry one of the values. */
    boolean[] chosen(Set<String> values) {
      boolean[] chosen = new boolean[names.length];
      for (String value : values) {
        int ordinal = Arrays.binarySearch(names, value);
        if (ordinal >= 0) {
          chosen[ordinal] = true;
        }
      }
      return chosen;
    }
  }

  private final Map<Facet, Column> columns = new EnumMap<>(Facet.class);

  private FacetColumns() {}

  static FacetColumns of(LeafReader segment) throws IOException {
    FacetColumns read = new FacetColumns();
    for (Facet facet : Facet.values()) {
      read.columns.put(
          facet, read(DocValues.getSortedSet(segment, Schema.field(facet)), segment.maxDoc()));
    }
    return read;
  }

  Column column(Facet facet) {
    return columns.get(facet);
  }

  private static Column read(SortedSetDocValues values, int documents) throws IOException {
    String[] names = new String[(int) values.getValueCount()];
    for (int i = 0; i < names.length; i++) {
      names[i] = values.lookupOrd(i).utf8ToString();
    }
    // Lucene orders values by their UTF-8 bytes, String.compareTo by UTF-16 units: the same
    // below the surrogates, and binary search needs them in our order.
    int[] rank = rank(names);
    int[] starts = new int[documents + 1];
    int[] ordinals = new int[documents];
    int size = 0;
    for (int doc = 0; doc < documents; doc++) {
      starts[doc] = size;
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          if (size == ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, 2 * size);
          }
          ordinals[size++] = rank[(int) values.nextOrd()];
        }
      }
    }
    starts[documents] = size;
    return new Column(names, starts, Arrays.copyOf(ordinals, size));
  }

  /** Sorts the names and tells where each went. */
  private static int[] rank(String[] names) {
    String[] before = names.clone();
    Arrays.sort(names);
    int[] rank = new int[names.length];
    for (int i = 0; i < before.length; i++) {
      rank[i] = Arrays.binarySearch(names, before[i]);
    }
    return rank;
  }
}
