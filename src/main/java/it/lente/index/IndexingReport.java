package it.lente.index;

import it.lente.engine.LastRun;
import it.lente.record.AttachmentState;
import it.lente.record.ReasonCode;
import it.lente.source.SourceProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The result of a run.
 *
 * @param problems records, and attachments read in this run, that were not or only partly usable
 * @param unknownLabels labels that Lente does not know, with their frequencies
 * @param waiting files with pictures that have not been recognised
 * @param kept counts of processes and attachments that differ from the collection
 * @param committed whether anything changed for searches
 */
public record IndexingReport(
    RecordCounts records,
    AttachmentCounts attachments,
    List<SourceProblem> problems,
    Map<String, Integer> unknownLabels,
    List<WaitingFile> waiting,
    KeptCounts kept,
    boolean committed,
    Duration took) {

  private static final Set<ReasonCode> OUTDATED =
      EnumSet.of(ReasonCode.KEPT, ReasonCode.WITHHELD, ReasonCode.NOT_INDEXED, ReasonCode.LOST);

  /**
   * Counts the records of the collection.
   *
   * @param changed with a changed record or file: bytes, time of change, name
   * @param refused files, or parts of a file, that should be records and are not
   * @param failed could not be indexed; their earlier state stays in the index
   */
  public record RecordCounts(
      int added, int changed, int unchanged, int removed, int refused, int failed) {

    /** Returns whether a record of the collection is lost or out of date. */
    public boolean anyLost() {
      return refused + failed > 0;
    }

    /** Returns the number of records that the collection has and that can be found. */
    public int present() {
      return added + changed + unchanged;
    }
  }

  /**
   * Counts processes and attachments that differ from the collection.
   *
   * @param unread exist but could not be read, so that their last good state was kept
   * @param withheld disappeared but were not removed, because so many disappeared at once
   */
  public record KeptCounts(int unread, int withheld) {}

  /**
   * Counts the attachments of the collection.
   *
   * @param states of all attachments, including those not read in this run
   * @param extracted files opened and read in this run
   * @param twice those of them that another run read at the same time
   * @param stored files whose text was stored by an earlier run
   * @param elsewhere files that a run of one slice leaves to those of other slices
   * @param pages read or taken from the store in this run
   */
  public record AttachmentCounts(
      Map<AttachmentState, Integer> states,
      int extracted,
      int twice,
      int stored,
      int elsewhere,
      long pages) {

    public AttachmentCounts {
      Map<AttachmentState, Integer> ordered = new EnumMap<>(AttachmentState.class);
      ordered.putAll(states);
      states = Collections.unmodifiableMap(ordered);
    }

    public int total() {
      return states.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  public IndexingReport {
    problems = List.copyOf(problems);
    unknownLabels = Map.copyOf(unknownLabels);
    waiting = List.copyOf(waiting);
  }

  /** Returns whether the index equals the collection. */
  public boolean isComplete() {
    return !records.anyLost() && kept.unread() + kept.withheld() == 0;
  }

  /** Returns the result to keep, with those findings first that leave the index out of date. */
  LastRun lastRun(Instant now) {
    LastRun.Counts counts =
        new LastRun.Counts(
            records.added(),
            records.changed(),
            records.removed(),
            records.refused() + records.failed(),
            kept.unread(),
            kept.withheld());
    // The states of attachments are in the index.
    List<LastRun.Finding> findings =
        problems.stream()
            .filter(problem -> problem.reason().code() != ReasonCode.STATE)
            .sorted(Comparator.comparing(problem -> !OUTDATED.contains(problem.reason().code())))
            .map(problem ->
                new LastRun.Finding(
                    problem.file(), problem.line(), problem.within(), problem.reason()))
            .toList();
    return new LastRun(
        isComplete() ? LastRun.Result.OK : LastRun.Result.INCOMPLETE, now, now, counts, findings);
  }
}
