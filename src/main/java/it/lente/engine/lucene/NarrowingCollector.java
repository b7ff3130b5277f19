package it.lente.engine.lucene;

import it.lente.engine.FacetCounts;
import it.lente.engine.SearchRequest;
import it.lente.engine.lucene.FacetColumns.Column;
import it.lente.record.Facet;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;

/**
 * Filters and counts in the one pass that scores. A process that passes every filter is a hit and
 * counts in all facets; one that fails a single facet's filter counts in that facet only, for
 * choosing its value as well would bring it in.
 */
final class NarrowingCollector implements Collector {

  private static final Facet[] FACETS = Facet.values();

  private final Snapshot snapshot;
  private final SearchRequest request;
  private final TopFieldCollector top;
  private final Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
  private int total;

  NarrowingCollector(Snapshot snapshot, SearchRequest request, TopFieldCollector top) {
    this.snapshot = snapshot;
    this.request = request;
    this.top = top;
    for (Facet facet : FACETS) {
      counts.put(facet, new HashMap<>());
    }
  }

  /** This collector for a search by one thread, in the shape that Lucene asks for. */
  CollectorManager<NarrowingCollector, NarrowingCollector> alone() {
    return new CollectorManager<>() {
      @Override
      public NarrowingCollector newCollector() {
        return NarrowingCollector.this;
      }

      @Override
      public NarrowingCollector reduce(Collection<NarrowingCollector> collectors) {
        return NarrowingCollector.this;
      }
    };
  }

  /** Processes that passed every filter. */
  int total() {
    return total;
  }

  Map<Facet, FacetCounts> facets() {
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    counts.forEach((facet, values) ->
        facets.put(facet, FacetCounts.of(facet, values, request.selected(facet))));
    return facets;
  }

  @Override
  public ScoreMode scoreMode() {
    return top.scoreMode() == ScoreMode.COMPLETE
        ? ScoreMode.COMPLETE
        : ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    return new SegmentCollector(snapshot.columns(leaf), top.getLeafCollector(leaf));
  }

  private final class SegmentCollector implements LeafCollector {

    private final LeafCollector hits;
    private final Column[] columns = new Column[FACETS.length];
    private final boolean[][] chosen = new boolean[FACETS.length][];
    private final int[][] segmentCounts = new int[FACETS.length][];

    SegmentCollector(FacetColumns segment, LeafCollector hits) {
      this.hits = hits;
      for (int i = 0; i < FACETS.length; i++) {
        columns[i] = segment.column(FACETS[i]);
        segmentCounts[i] = new int[columns[i].size()];
        if (!request.selected(FACETS[i]).isEmpty()) {
          chosen[i] = columns[i].chosen(request.selected(FACETS[i]));
        }
      }
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      hits.setScorer(scorer);
    }

    @Override
    public void collect(int doc) throws IOException {
      int failed = -1;
      for (int i = 0; i < FACETS.length; i++) {
        if (chosen[i] != null && !columns[i].hasAny(doc, chosen[i])) {
          if (failed >= 0) {
            return;
          }
          failed = i;
        }
      }
      if (failed >= 0) {
        columns[failed].count(doc, segmentCounts[failed]);
        return;
      }
      for (int i = 0; i < FACETS.length; i++) {
        columns[i].count(doc, segmentCounts[i]);
      }
      total++;
      hits.collect(doc);
    }

    @Override
    public void finish() throws IOException {
      hits.finish();
      for (int i = 0; i < FACETS.length; i++) {
        Map<String, Integer> all = counts.get(FACETS[i]);
        for (int ordinal = 0; ordinal < segmentCounts[i].length; ordinal++) {
          if (segmentCounts[i][ordinal] > 0) {
            all.merge(columns[i].name(ordinal), segmentCounts[i][ordinal], Integer::sum);
          }
        }
      }
    }
  }
}
