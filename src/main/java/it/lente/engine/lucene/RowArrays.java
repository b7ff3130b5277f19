package it.lente.engine.lucene;

import java.util.Arrays;

/**
 * The arrays in which a pass gathers what it finds, a place for each process of a segment. They are
 * kept for the next question: to make and to clear them anew would cost as much as a word's
 * postings, and the more the larger the collection.
 */
final class RowArrays {

  final long[] holds;
  final float[] scores;
  final int[] candidates;
  final float[] best;
  final float[] sum;
  final float[] anyForm;
  final float[] typedForm;
  final Rows inPart;
  final Rows inField;

  RowArrays(int size) {
    this.holds = new long[size];
    this.scores = new float[size];
    this.candidates = new int[size];
    this.best = new float[size];
    this.sum = new float[size];
    this.anyForm = new float[size];
    this.typedForm = new float[size];
    this.inPart = new Rows(size);
    this.inField = new Rows(size);
  }

  /** Rows in the order in which they were met. */
  static final class Rows {
    final int[] rows;
    int size;

    Rows(int most) {
      rows = new int[most];
    }

    void add(int row) {
      rows[size++] = row;
    }
  }

  /** What a pass leaves behind; all else it clears itself, row by row, after each part. */
  void clear() {
    Arrays.fill(holds, 0);
    Arrays.fill(scores, 0);
  }
}
