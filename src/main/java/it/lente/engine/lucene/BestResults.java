package it.lente.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * receives only the remaining candidates, at the end.
 */
final class BestResults {

  private final TopFieldCollector top;
  private final SortField first;
  private final List<InSegment> segments = new ArrayList<>();

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
  ScoreDoc[] inOrder() throws IOException {
    long least = keys == null || keys.size() == 0 ? Long.MIN_VALUE : keys.top();
    for (InSegment segment : segments) {
      segment.compare(least);
    }
    return top.topDocs().scoreDocs;
  }

  InSegment in(LeafReaderContext leaf, FacetTable table) {
    InSegment segment = new InSegment(leaf, table);
    segments.add(segment);
    return segment;
  }

  /** Collects the results of one segment. */
  final class InSegment extends Scorable {

    private final LeafReaderContext leaf;

    /** The first keys by row; null if the first key is the score or no number. */
    private final long[] numbers;

    private int[] documents = new int[64];
    private float[] scores = new float[64];
    private long[] begins = new long[64];
    private int size;
    private float score;

    private InSegment(LeafReaderContext leaf, FacetTable table) {
      this.leaf = leaf;
      this.numbers = first.getField() == null ? null : table.column(first.getField());
    }

    @Override
    public float score() {
      return score;
    }

    void collect(int row, int document, float itsScore) {
      long begin = key(row, itsScore);
      if (keys == null || keys.insertWithOverflow(begin)) {
        makeRoom();
        documents[size] = document;
        scores[size] = itsScore;
        begins[size++] = begin;
      }
    }

    private void makeRoom() {
      if (size == documents.length) {
        documents = Arrays.copyOf(documents, 2 * size);
        scores = Arrays.copyOf(scores, 2 * size);
        begins = Arrays.copyOf(begins, 2 * size);
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

    private void compare(long least) throws IOException {
      LeafCollector results = top.getLeafCollector(leaf);
      results.setScorer(this);
      for (int i = 0; i < size; i++) {
        if (begins[i] >= least) {
          score = scores[i];
          results.collect(documents[i]);
        }
      }
    }
  }
}
