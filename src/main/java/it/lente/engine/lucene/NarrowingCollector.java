package it.lente.engine.lucene;

import it.lente.engine.FacetCounts;
import it.lente.engine.Filters;
import it.lente.engine.Filters.Range;
import it.lente.engine.SearchRequest;
import it.lente.record.Facet;
import it.lente.record.Measure;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Filters and counts in the same pass that scores. A process that passes every filter is a hit and
 * counts in all facets. One that fails a single facet's filter counts in that facet only, as
 * selecting its value too would include it. One outside a range is not counted.
 */
final class NarrowingCollector {

  private final Snapshot snapshot;
  private final Filters filters;
  private final BestResults best;
  private final FacetVocabulary vocabulary;
  private final FacetTally tally;

  private int total;

  NarrowingCollector(Snapshot snapshot, SearchRequest request, BestResults best) {
    this.snapshot = snapshot;
    this.filters = request.filters();
    this.best = best;
    this.vocabulary = snapshot.vocabulary();
    this.tally = new FacetTally(vocabulary);
  }

  /** Returns the number of processes that passed every filter. */
  int total() {
    return total;
  }

  Map<Facet, FacetCounts> facets() {
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(facet, tally.listed(facet, filters.selected(facet)));
    }
    return facets;
  }

  /** Returns one facet with all its values. */
  FacetCounts all(Facet facet) {
    return tally.all(facet, filters.selected(facet));
  }

  SegmentCollector in(LeafReaderContext leaf) throws IOException {
    return new SegmentCollector(leaf);
  }

  /**
   * A facet with selected values, in one segment.
   *
   * @param passing the rows that have one of them
   * @param values all of the facet
   */
  private record Narrowing(FixedBitSet passing, FacetTable.Numbers values) {}

  /** Collects the processes of one segment. */
  final class SegmentCollector {

    private final BestResults.InSegment hits;
    private final FacetTable table;
    private final int[] numbers;
    private final int[] counts;
    private final Bits live;

    private final Narrowing[] narrowing;

    private SegmentCollector(LeafReaderContext leaf) throws IOException {
      this.table = snapshot.table(leaf);
      this.hits = best.in(leaf, table);
      this.numbers = vocabulary.ofSegment(leaf.ord);
      this.counts = new int[table.values()];
      this.live = leaf.reader().getLiveDocs();
      this.narrowing =
          filters.values().keySet().stream().map(this::narrowing).toArray(Narrowing[]::new);
    }

    private Narrowing narrowing(Facet facet) {
      FixedBitSet rows = new FixedBitSet(table.processes().size());
      FacetTable.Numbers all = table.numbers(facet);
      for (String chosen : filters.selected(facet)) {
        int number = vocabulary.number(facet, chosen);
        for (int value = all.from(); value < all.behind(); value++) {
          if (numbers[value] == number) {
            table.addRows(value, rows);
          }
        }
      }
      return new Narrowing(rows, all);
    }

    /** Collects a process unless it was deleted. */
    void collect(int row, float score) throws IOException {
      int document = table.processes().document(row);
      if ((live != null && !live.get(document)) || !measured(row)) {
        return;
      }
      Narrowing failed = null;
      for (Narrowing each : narrowing) {
        if (!each.passing().get(row)) {
          if (failed != null) {
            return;
          }
          failed = each;
        }
      }
      if (failed == null) {
        table.count(row, counts);
        total++;
        hits.collect(row, document, score);
      } else {
        table.count(row, failed.values(), counts);
      }
    }

    private boolean measured(int row) {
      for (Map.Entry<Measure, List<Range>> entry : filters.ranges().entrySet()) {
        long number = table.column(Schema.field(entry.getKey()))[row];
        if (number == FacetTable.ABSENT || !Filters.anyContains(entry.getValue(), number)) {
          return false;
        }
      }
      return true;
    }

    /** Ends the segment by adding its counts to the total. */
    void end() {
      tally.add(counts, numbers);
    }
  }
}
