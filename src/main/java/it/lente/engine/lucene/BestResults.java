package it.lente.engine.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.LongHeap;

/**
 * Collects the first results in an order. Lucene's collector reads the doc values of every sort
 * key. Most results are excluded by their first key, a number in memory, so Lucene's collector
 * receives only those that may be among the first so far.
 */
final class BestResults {

  private final TopFieldCollector top;
  private final SortField first;

  /** First sort keys of the best results so far; null if the key is no number. */
  private final LongHeap keys;

  /**
   * Collects the first results.
   *
   * @param wanted how many, at least 1
   * @param after the position that they follow, null for the beginning of the list
   */
  BestResults(Sort order, int wanted, FieldDoc after) {
    this.top = new TopFieldCollectorManager(order, wanted, after, Integer.MAX_VALUE).newCollector();
    this.first = order.getSort()[0];
    // Results before the start position would displace the others.
    this.keys = after == null && isNumber(first) ? new LongHeap(wanted) : null;
  }

  private static boolean isNumber(SortField key) {
    return key.getType() == SortField.Type.SCORE || key.getType() == SortField.Type.LONG;
  }

  /** Returns the results; called once, when all are collected. */
  ScoreDoc[] inOrder() {
    return top.topDocs().scoreDocs;
  }

  InSegment in(LeafReaderContext leaf, FacetTable table) throws IOException {
    return new InSegment(leaf, table);
  }

  /** Collects the results of one segment. */
  final class InSegment extends Scorable {

    private final LeafCollector results;

    /** The first keys by row; null if the first key is the score or no number. */
    private final long[] numbers;

    private float score;

    private InSegment(LeafReaderContext leaf, FacetTable table) throws IOException {
      this.numbers = first.getField() == null ? null : table.column(first.getField());
      this.results = top.getLeafCollector(leaf);
      results.setScorer(this);
    }

    @Override
    public float score() {
      return score;
    }

    void collect(int row, int document, float itsScore) throws IOException {
      if (keys == null || keys.insertWithOverflow(key(row, itsScore))) {
        score = itsScore;
        results.collect(document);
      }
    }

    /** Returns the key, the highest first; scores are never below 0, so their bits sort alike. */
    private long key(int row, float itsScore) {
      if (numbers == null) {
        return Float.floatToIntBits(itsScore);
      }
      // Absent values come last in both directions: Long.MIN_VALUE is its own negative.
      return first.getReverse() ? numbers[row] : -numbers[row];
    }
  }
}
