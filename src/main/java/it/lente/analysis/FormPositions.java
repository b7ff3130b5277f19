package it.lente.analysis;

/** The positions of forms in one text, from an index's postings or from reading the text. */
@FunctionalInterface
public interface FormPositions {

  /** No positions. */
  int[] NOWHERE = {};

  /** Returns the positions of a form, ascending, from 0; {@link #NOWHERE} if it does not occur. */
  int[] of(String form);
}
