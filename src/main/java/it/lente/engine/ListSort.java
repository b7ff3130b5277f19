package it.lente.engine;

import it.lente.record.Keyed;

/** The order of a list of processes. Equals are ordered by id. */
public enum ListSort implements Keyed {
  /** The best answer first; without a question like {@link #NEWEST}. */
  RELEVANCE,
  /** The last year of activity, the latest first, undated ones last; then the first year. */
  NEWEST,
  /** The first year of activity, the earliest first, undated ones last; then the last year. */
  OLDEST,
  /** The title, in Italian alphabetical order. */
  TITLE,
  /** The date of last change, the latest first, unknown ones last. */
  UPDATED,
  /** By the time at which Lente last saw a change, the latest first; new processes are changes. */
  SEEN;
}
