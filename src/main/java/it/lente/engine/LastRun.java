package it.lente.engine;

import it.lente.record.Keyed;
import it.lente.record.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Result of the last run over the collection. The process that indexes stores it with the index, so
 * that the process that serves can report it.
 *
 * @param at the end of the run
 * @param completed the end of the last run that did not fail; {@code at} unless this one failed
 * @param findings the first of those that need a hand, the most urgent first
 */
public record LastRun(
    Result result, Instant at, Instant completed, Counts counts, List<Finding> findings) {

  /** Maximum number of kept findings. */
  private static final int KEPT = 1_000;

  public LastRun {
    // Earlier versions stored none.
    findings =
        Objects.requireNonNullElse(findings, List.<Finding>of()).stream().limit(KEPT).toList();
  }

  /**
   * A file or folder of the collection that could not be used, or only in part.
   *
   * @param file the empty string if the reason names several
   * @param line counted from 1, 0 if it concerns no line
   * @param within part of the line, the empty string for all of it
   * @param reason the problem and its remedy
   */
  public record Finding(String file, int line, String within, Reason reason) {}

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
