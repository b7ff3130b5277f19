package it.lente.index;

import it.lente.engine.AsOf;
import it.lente.engine.IndexedProcess;
import it.lente.engine.LastRun;
import it.lente.engine.RecordWriter;
import it.lente.index.IndexingReport.KeptCounts;
import it.lente.index.IndexingReport.RecordCounts;
import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.source.SourceProblem;
import it.lente.source.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the results of a run. */
final class RunStatistics {

  /** Maximum number of names that the report lists for one reason. */
  private static final int NAMED = 3;

  private final long began = System.nanoTime();
  private final List<SourceProblem> problems = new ArrayList<>();
  private final AttachmentTally attachments;
  private final Map<String, AsOf> outdatedBefore;
  private final LocalDate lastSeen;
  private final Map<String, AsOf> outdated = new TreeMap<>();
  private int withheld;
  private int added;
  private int changed;
  private int unchanged;
  private int removed;
  private int failed;

  /**
   * Starts counting and timing.
   *
   * @param attachments prefix of attachment paths in problems
   * @param writer provides the outdated entries so far, and the time of the last complete run
   */
  RunStatistics(String attachments, RecordWriter writer) {
    this.attachments = new AttachmentTally(attachments);
    this.outdatedBefore = writer.lastCommit().outdated();
    this.lastSeen =
        writer
            .lastRun()
            .map(LastRun::completed)
            .filter(completed -> completed.isAfter(Instant.EPOCH))
            .orElseGet(Instant::now)
            .atZone(ZoneId.systemDefault())
            .toLocalDate();
  }

  /**
   * Notes that a process or an attachment keeps its last good state.
   *
   * @param key see {@link AsOf#key}
   */
  void keep(String key, List<Reason> why) {
    AsOf before = outdatedBefore.get(key);
    outdated.put(key, new AsOf(before == null ? lastSeen : before.date(), why));
  }

  /**
   * Notes that some are not removed, because so many disappeared at once.
   *
   * @param kind «processes»
   */
  void withhold(String kind, int count, int of) {
    withheld += count;
    problems.add(new SourceProblem(kind, 0, ReasonCode.WITHHELD.with(count, of)));
  }

  Map<String, AsOf> outdated() {
    return outdated;
  }

  boolean isOutdatedOtherwise() {
    return !outdated.equals(outdatedBefore);
  }

  void unchanged(String id, Map<String, FileMark> files) {
    unchanged++;
    attachments.unchanged(id, files);
  }

  void indexed(IndexedProcess process, boolean isNew, boolean isAsBefore) {
    if (isNew) {
      added++;
    } else if (isAsBefore) {
      unchanged++;
    } else {
      changed++;
    }
    for (IndexedProcess.AttachedText attached : process.attachments()) {
      attachments.present(process.record().id(), attached);
    }
  }

  void read(String id, AttachmentReader.Outcome text) {
    attachments.read(id, text);
  }

  void failed(ProcessRecord record, Throwable cause) {
    failed++;
    problems.add(
        new SourceProblem(
            record.origin().file(),
            record.origin().line() == 1 ? 0 : record.origin().line(),
            ReasonCode.NOT_INDEXED.with(record.id(), Reason.quoted(reason(cause)))));
  }

  /** Notes that the last good state of a process cannot be read. */
  void lost(String id) {
    failed++;
    problems.add(new SourceProblem("“" + id + "”", 0, ReasonCode.LOST.with()));
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  void removed() {
    removed++;
  }

  boolean anythingNew() {
    return added + changed + removed > 0;
  }

  IndexingReport report(SourceReport account, boolean committed) {
    List<SourceProblem> all = new ArrayList<>(account.problems());
    all.addAll(problems);
    all.addAll(attachments.problems());
    Map<AsOf, List<String>> byReason = new LinkedHashMap<>();
    outdated.forEach(
        (key, why) -> byReason.computeIfAbsent(why, first -> new ArrayList<>()).add(key));
    byReason.forEach((why, keys) ->
        all.add(
            new SourceProblem(
                "", 0, Reason.of(ReasonCode.KEPT, keys, NAMED, List.of(why.reason())))));
    return new IndexingReport(
        new RecordCounts(added, changed, unchanged, removed, account.refused(), failed),
        attachments.counts(),
        all,
        account.unknownLabels(),
        attachments.waiting(),
        new KeptCounts(outdated.size() - withheld, withheld),
        committed,
        Duration.ofNanos(System.nanoTime() - began));
  }
}
