package it.lente.engine;

import it.lente.record.Keyed;
import java.time.Instant;

/**
 * Result of the last run over the collection. The process that indexes stores it with the index, so
 * that the process that serves can report it.
 *
 * @param at the end of the run
 * @param completed the end of the last run that did not fail; {@code at} unless this one failed
 */
public record LastRun(Result result, Instant at, Instant completed, Counts counts) {

  /** Result of a run. */
  public enum Result implements Keyed {
    /** The index equals the collection. */
    OK,
    /** Something could not be read or was not removed; the counts say how much. */
    INCOMPLETE,
    /** The run ended before its commit, so the index is unchanged. */
    FAILED;
  }

  /**
   * Counts the work of a run.
   *
   * @param added new processes
   * @param changed processes with a different record or file
   * @param removed processes that disappeared
   * @param refused unusable records, or files that should be records
   * @param kept processes and attachments that cannot be read and keep their last good state
   * @param withheld processes and attachments not removed, because so many disappeared at once
   */
  public record Counts(int added, int changed, int removed, int refused, int kept, int withheld) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
  }
}
