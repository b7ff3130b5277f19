package it.lente.engine.lucene;

import it.lente.engine.FacetCounts;
import it.lente.engine.Filters;
import it.lente.engine.Filters.Range;
import it.lente.engine.SearchRequest;
import it.lente.record.Facet;
import it.lente.record.Measure;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Filters and counts in the same pass that scores. A process that passes every filter is a hit and
 * counts in all facets. One that fails a single facet's filter counts in that facet only, as
 * selecting its value too would include it. One outside a range is not counted.
 */
final class FilteringFacetCollector {

  /** No filter is failed. */
  private static final int NONE = -1;

  /** More than one filter is failed. */
  private static final int SEVERAL = -2;

  private final Snapshot snapshot;
  private final Filters filters;
  private final BestResults best;
  private final FacetVocabulary vocabulary;
  private final FacetCounter counter;
  private final List<Facet> facets;
  private final List<Measure> measures;

  /** The processes that fail a single filter, by its number: facets first, then measures. */
  private final int[] failingOnly;

  /** The facets if they were counted before, otherwise null. */
  private final Map<Facet, FacetCounts> known;

  private int total;

  /** Creates a collector that counts, unless the facets are known. */
  FilteringFacetCollector(
      Snapshot snapshot, SearchRequest request, BestResults best, Map<Facet, FacetCounts> known) {
    this.known = known;
    this.snapshot = snapshot;
    this.filters = request.filters();
    this.best = best;
    this.vocabulary = snapshot.vocabulary();
    this.counter = new FacetCounter(vocabulary);
    this.facets = filters.values().keySet().stream().sorted().toList();
    this.measures = filters.ranges().keySet().stream().sorted().toList();
    this.failingOnly = new int[facets.size() + measures.size()];
  }

  /** Returns the number of processes that passed every filter. */
  int total() {
    return total;
  }

  Map<Facet, FacetCounts> facets() {
    if (known != null) {
      return known;
    }
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(facet, counter.listed(facet, filters.selected(facet)));
    }
    return facets;
  }

  /** Returns by the key of each filter how many processes pass all others. */
  Map<String, Integer> withoutFilter() {
    Map<String, Integer> totals = new LinkedHashMap<>();
    facets.forEach(facet -> totals.put(facet.key(), total + failingOnly[totals.size()]));
    measures.forEach(measure -> totals.put(measure.key(), total + failingOnly[totals.size()]));
    return totals;
  }

  /** Returns one facet with all its values. */
  FacetCounts all(Facet facet) {
    return counter.all(facet, filters.selected(facet));
  }

  SegmentCollector in(LeafReaderContext leaf) throws IOException {
    return new SegmentCollector(leaf);
  }

  /** Collects the processes of one segment. */
  final class SegmentCollector {

    private final BestResults.InSegment hits;
    private final FacetTable table;
    private final int[] numbers;
    private final int[] counts;
    private final Bits live;

    /** Tells of a row whether it passes each filter: facets first, then measures. */
    private final IntPredicate[] passes;

    private SegmentCollector(LeafReaderContext leaf) throws IOException {
      this.table = snapshot.table(leaf);
      this.hits = best.in(leaf, table);
      this.numbers = vocabulary.ofSegment(leaf.ord);
      this.counts = new int[table.values()];
      this.live = leaf.reader().getLiveDocs();
      this.passes =
          Stream.concat(facets.stream().map(this::selected), measures.stream().map(this::ranged))
              .toArray(IntPredicate[]::new);
    }

    private IntPredicate selected(Facet facet) {
      FixedBitSet rows = new FixedBitSet(table.processes().size());
      FacetTable.Numbers all = table.numbers(facet);
      for (String chosen : filters.selected(facet)) {
        int number = vocabulary.number(facet, chosen);
        for (int value = all.from(); value < all.end(); value++) {
          if (numbers[value] == number) {
            table.addRows(value, rows);
          }
        }
      }
      return rows::get;
    }

    /** Tells of a row whether it is within one of the ranges of a measure. */
    private IntPredicate ranged(Measure measure) {
      long[] numbers = table.column(Schema.field(measure));
      List<Range> ranges = filters.ranges().get(measure);
      return row -> numbers[row] != FacetTable.ABSENT && Filters.anyContains(ranges, numbers[row]);
    }

    /** Collects a process unless it was deleted. */
    void collect(int row, float score) throws IOException {
      int document = table.processes().document(row);
      if (live != null && !live.get(document)) {
        return;
      }
      int failed = failed(row);
      if (failed == NONE) {
        total++;
        if (known == null) {
          table.count(row, counts);
        }
        hits.collect(row, document, score);
      } else if (failed != SEVERAL) {
        failingOnly[failed]++;
        if (known == null && failed < facets.size()) {
          table.count(row, table.numbers(facets.get(failed)), counts);
        }
      }
    }

    /**
     * Returns the number of the only filter that a process fails, {@link #NONE} or {@link
     * #SEVERAL}.
     */
    private int failed(int row) {
      int failed = NONE;
      for (int i = 0; i < passes.length; i++) {
        if (!passes[i].test(row)) {
          if (failed != NONE) {
            return SEVERAL;
          }
          failed = i;
        }
      }
      return failed;
    }

    /** Ends the segment by adding its counts to the total. */
    void end() {
      counter.add(counts, numbers);
    }
  }
}
