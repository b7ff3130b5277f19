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
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.util.Bits;

/**
 * Filters and counts in the one pass that scores. A process that passes every filter is a hit and
 * counts in all facets; one that fails a single facet's filter counts in that facet only, for
 * choosing its value as well would bring it in. One outside a range counts nowhere.
 */
final class NarrowingCollector {

  private static final List<Facet> FACETS = List.of(Facet.values());

  private final Snapshot snapshot;
  private final Filters filters;
  private final TopFieldCollector top;
  private final FacetVocabulary vocabulary;
  private final FacetTally tally;

  /** A bit for each facet that narrows. */
  private final int narrowing;

  /** By value, the bit of its facet if it is chosen; empty where no facet narrows. */
  private final int[] chosen;

  private int total;

  NarrowingCollector(Snapshot snapshot, SearchRequest request, TopFieldCollector top) {
    this.snapshot = snapshot;
    this.filters = request.filters();
    this.top = top;
    this.vocabulary = snapshot.vocabulary();
    this.tally = new FacetTally(vocabulary);
    int bits = 0;
    for (Facet facet : filters.values().keySet()) {
      bits |= bit(facet);
    }
    this.narrowing = bits;
    this.chosen = new int[bits == 0 ? 0 : vocabulary.size()];
    filters.values().forEach((facet, values) -> values.forEach(value -> choose(facet, value)));
  }

  private void choose(Facet facet, String value) {
    int number = vocabulary.number(facet, value);
    if (number >= 0) {
      chosen[number] = bit(facet);
    }
  }

  private static int bit(Facet facet) {
    return 1 << FACETS.indexOf(facet);
  }

  /** Processes that passed every filter. */
  int total() {
    return total;
  }

  Map<Facet, FacetCounts> facets() {
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    for (Facet facet : FACETS) {
      facets.put(facet, tally.listed(facet, filters.selected(facet)));
    }
    return facets;
  }

  /** One facet with all its values. */
  FacetCounts all(Facet facet) {
    return tally.all(facet, filters.selected(facet));
  }

  SegmentCollector in(LeafReaderContext leaf) throws IOException {
    return new SegmentCollector(leaf, top.getLeafCollector(leaf));
  }

  /** Takes the processes of one segment in. */
  final class SegmentCollector extends Scorable {

    private final LeafCollector hits;
    private final FacetTable table;
    private final int[] numbers;
    private final Bits live;
    private float score;

    private SegmentCollector(LeafReaderContext leaf, LeafCollector hits) throws IOException {
      this.hits = hits;
      this.table = snapshot.table(leaf);
      this.numbers = vocabulary.ofSegment(leaf.ord);
      this.live = leaf.reader().getLiveDocs();
      hits.setScorer(this);
    }

    @Override
    public float score() {
      return score;
    }

    /** Takes a process in, unless it was deleted. */
    void collect(int row, float itsScore) throws IOException {
      int document = table.processes().document(row);
      if ((live != null && !live.get(document)) || !measured(row)) {
        return;
      }
      int failed = narrowing == 0 ? 0 : failed(row);
      if (failed == 0) {
        count(row, 0, Integer.MAX_VALUE);
        total++;
        score = itsScore;
        hits.collect(document);
      } else if (Integer.bitCount(failed) == 1) {
        Facet facet = FACETS.get(Integer.numberOfTrailingZeros(failed));
        count(row, vocabulary.from(facet), vocabulary.to(facet));
      }
    }

    private boolean measured(int row) {
      for (Map.Entry<Measure, List<Range>> entry : filters.ranges().entrySet()) {
        long number = table.measure(entry.getKey(), row);
        if (number == FacetTable.ABSENT || !Filters.anyContains(entry.getValue(), number)) {
          return false;
        }
      }
      return true;
    }

    /** The bits of the facets of which the process has no chosen value. */
    private int failed(int row) {
      int failed = narrowing;
      for (int place = table.from(row); place < table.to(row); place++) {
        failed &= ~chosen[numbers[table.value(place)]];
      }
      return failed;
    }

    /** Counts the values whose numbers are from the first, included, to the second, excluded. */
    private void count(int row, int from, int to) {
      for (int place = table.from(row); place < table.to(row); place++) {
        int number = numbers[table.value(place)];
        if (number >= from && number < to) {
          tally.add(number);
        }
      }
    }
  }
}
