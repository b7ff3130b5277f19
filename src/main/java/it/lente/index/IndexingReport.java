package it.lente.index;

import it.lente.engine.LastRun;
import it.lente.record.AttachmentState;
import it.lente.source.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run did.
 *
 * @param problems all that could not be used, or not wholly, with its reason: records, and of the
 *     attachments those looked at in this run
 * @param unknownLabels labels that Lente does not know, and how often each occurs
 * @param waiting files with pictures that have not been recognised
 * @param kept what is not as the collection has it
 * @param committed whether anything became different for those who search
 */
public record IndexingReport(
    RecordCounts records,
    AttachmentCounts attachments,
    List<Problem> problems,
    Map<String, Integer> unknownLabels,
    List<WaitingFile> waiting,
    KeptCounts kept,
    boolean committed,
    Duration took) {

  /**
   * Records of the collection.
   *
   * @param changed the record or a file of it: bytes, time of change, name
   * @param refused files, or parts of a file, that should be records and are not
   * @param failed could not be indexed; what the index had of them before stays
   */
  public record RecordCounts(
      int added, int changed, int unchanged, int removed, int refused, int failed) {

    /** Whether a record that the collection should hold is lost or out of date. */
    public boolean anyLost() {
      return refused + failed > 0;
    }

    /** Those that the collection has now and that can be found. */
    public int present() {
      return added + changed + unchanged;
    }
  }

  /**
   * Processes and attachments that are not as the collection has them.
   *
   * @param unread they are there and could not be read, so that their last good state was kept
   * @param withheld they have gone and were not removed, because so many went at once
   */
  public record KeptCounts(int unread, int withheld) {}

  /**
   * Attachments of the collection.
   *
   * @param states of all attachments, also of those that were not looked at in this run
   * @param extracted files opened and read in this run
   * @param stored files whose text was kept from an earlier run
   * @param pages read or taken from the store in this run
   */
  public record AttachmentCounts(
      Map<AttachmentState, Integer> states, int extracted, int stored, long pages) {

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

  /** Whether the index is as the collection is. */
  public boolean isComplete() {
    return !records.anyLost() && kept.unread() + kept.withheld() == 0;
  }

  LastRun lastRun(Instant now) {
    LastRun.Counts counts =
        new LastRun.Counts(
            records.added(),
            records.changed(),
            records.removed(),
            records.refused() + records.failed(),
            kept.unread(),
            kept.withheld());
    return new LastRun(
        isComplete() ? LastRun.Result.OK : LastRun.Result.INCOMPLETE, now, now, counts);
  }
}
