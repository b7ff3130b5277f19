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
 * The first results in an order. Lucene's collector compares them, and reads the doc values of
 * every key to do so; most results are not among the first by what the order begins with, and that
 * is seen by one number from memory.
 */
final class BestResults {

  private final TopFieldCollector top;
  private final SortField first;

  /** What the order begins with, of the best so far; null where it is no number. */
  private final LongHeap keys;

  /**
   * Collects.
   *
   * @param wanted how many, at least 1
   * @param after the place behind which they are, null if they are the first of all
   */
  BestResults(Sort order, int wanted, FieldDoc after) {
    this.top = new TopFieldCollectorManager(order, wanted, after, Integer.MAX_VALUE).newCollector();
    this.first = order.getSort()[0];
    // What stands before the place would push the others out.
    this.keys = after == null && isNumber(first) ? new LongHeap(wanted) : null;
  }

  private static boolean isNumber(SortField key) {
    return key.getType() == SortField.Type.SCORE || key.getType() == SortField.Type.LONG;
  }

  ScoreDoc[] inOrder() {
    return top.topDocs().scoreDocs;
  }

  InSegment in(LeafReaderContext leaf, FacetTable table) throws IOException {
    return new InSegment(top.getLeafCollector(leaf), table);
  }

  /** Takes the results of one segment in. */
  final class InSegment extends Scorable {

    private final LeafCollector results;

    /** By row; null where the order begins with the score. */
    private final long[] numbers;

    private float score;

    private InSegment(LeafCollector results, FacetTable table) throws IOException {
      this.results = results;
      this.numbers = first.getField() == null ? null : table.column(first.getField());
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

    /** The higher comes first; scores are never below 0, so their bits are in their order. */
    private long key(int row, float itsScore) {
      if (numbers == null) {
        return Float.floatToIntBits(itsScore);
      }
      // What is absent comes last in both directions: its negative is itself.
      return first.getReverse() ? numbers[row] : -numbers[row];
    }
  }
}
