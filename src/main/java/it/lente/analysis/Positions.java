package it.lente.analysis;

/** Where forms stand in one text; an index's postings or a text read on the spot. */
@FunctionalInterface
public interface Positions {

  /** Nothing stands anywhere. */
  int[] NOWHERE = {};

  /** The positions of a form, ascending, from 0; {@link #NOWHERE} if it is not there. */
  int[] of(String form);
}
