package it.lente.importing;

import it.lente.record.Keyed;

/** What became of the address of an attachment. */
public enum FetchState implements Keyed {
  /** Fetched in this run. */
  FETCHED,
  /** There from an earlier run, and its server says that it is the same. */
  UNCHANGED,
  /** A file that was not fetched exists under this name, and stays. */
  KEPT,
  /** Not allowed: its host, its address, its size, or a page where a file was named. */
  REFUSED,
  /** Its server does not have it. */
  GONE,
  /** Could not be fetched now; a later run tries again. */
  FAILED
}
