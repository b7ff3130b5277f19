package it.lente.engine;

import it.lente.record.Keyed;
import java.time.Instant;

/**
 * What the last run over the collection came to. The process that indexes keeps it beside the
 * index, so that the process that serves can report it.
 *
 * @param at the end of the run
 * @param completed the end of the last run that went through the whole collection: {@code at}
 *     unless this run failed
 */
public record LastRun(Result result, Instant at, Instant completed, Counts counts) {

  /** How a run ended. */
  public enum Result implements Keyed {
    /** The index is as the collection is. */
    OK,
    /** Something could not be read or was not removed: the counts say how much. */
    INCOMPLETE,
    /** The run ended before its commit: the index is as it was. */
    FAILED;
  }

  /**
   * What was done.
   *
   * @param added processes that are new
   * @param changed processes of which the record or a file is different
   * @param removed processes that have gone
   * @param refused records, or files that should be records, that could not be used
   * @param kept processes and attachments that are there and could not be read, so that their last
   *     good state stays in the index
   * @param withheld processes and attachments that have gone and were not removed, because so many
   *     went at once
   */
  public record Counts(int added, int changed, int removed, int refused, int kept, int withheld) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
  }
}
