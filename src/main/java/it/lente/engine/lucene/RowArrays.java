package it.lente.engine.lucene;

import java.util.Arrays;

/**
 * Arrays of intermediate results of a pass, with an element for each process of a segment. They are
 * reused, because allocating and clearing them would cost as much as reading a word's postings, and
 * more in larger collections.
 */
final class RowArrays {

  /** The parts that occur and the score of all of them, by row. */
  final long[] holds;

  final float[] scores;
  final int[] candidates;

  /** The current part: the score of its best field and the sum of all, by row, and the rows. */
  final float[] best;

  final float[] sum;
  final Rows inPart;

  /** The current field: frequencies of all forms and of the typed one, by row, and the rows. */
  final float[] anyForm;

  final float[] typedForm;
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

  /** Rows in the order in which they were found. */
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

  /** Clears the results of a pass; the pass clears the other arrays itself, row by row. */
  void clear() {
    Arrays.fill(holds, 0);
    Arrays.fill(scores, 0);
  }
}
