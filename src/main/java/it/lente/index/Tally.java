package it.lente.index;

import it.lente.engine.IndexedProcess;
import it.lente.extract.Texts;
import it.lente.index.IndexingReport.AttachmentCounts;
import it.lente.index.IndexingReport.RecordCounts;
import it.lente.record.AttachmentState;
import it.lente.record.ProcessRecord;
import it.lente.record.TextSummary;
import it.lente.source.Problem;
import it.lente.source.SourceReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts while a run goes on. */
final class Tally {

  private final String attachments;
  private final long began = System.nanoTime();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<AttachmentState, Integer> states = new EnumMap<>(AttachmentState.class);
  private final List<WaitingFile> waiting = new ArrayList<>();
  private int added;
  private int changed;
  private int unchanged;
  private int removed;
  private int failed;
  private int extracted;
  private int stored;
  private long pages;

  /**
   * Begins to count, and the time as well.
   *
   * @param attachments what leads the path of an attachment in a problem
   */
  Tally(String attachments) {
    this.attachments = attachments;
  }

  void unchanged(String id, Fingerprint fingerprint) {
    unchanged++;
    fingerprint
        .files()
        .forEach((file, mark) -> {
          count(mark.state());
          note(id, file, mark);
        });
  }

  void indexed(IndexedProcess process, boolean isNew) {
    if (isNew) {
      added++;
    } else {
      changed++;
    }
    for (IndexedProcess.AttachedText attached : process.attachments()) {
      TextSummary summary = attached.text().summary();
      count(summary.state());
      pages += attached.text().pages().size();
      if (!summary.state().whole()) {
        problems.add(
            new Problem(
                attachments + process.record().id() + "/" + attached.attachment().file(),
                0,
                summary.state().key()
                    + (summary.reason().isEmpty() ? "" : ", " + summary.reason())));
      }
    }
  }

  void read(String id, AttachmentReader.Outcome text) {
    note(id, text.attached().attachment().file(), text.mark());
    stored += text.way() == Texts.Way.STORED ? 1 : 0;
    extracted += text.way() == Texts.Way.EXTRACTED ? 1 : 0;
  }

  void failed(ProcessRecord record, Throwable cause) {
    failed++;
    problems.add(
        new Problem(
            record.origin().file(),
            record.origin().line() == 1 ? 0 : record.origin().line(),
            "“" + record.id() + "” was not indexed: " + reason(cause)));
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
    List<Problem> all = new ArrayList<>(account.problems());
    all.addAll(problems);
    return new IndexingReport(
        new RecordCounts(added, changed, unchanged, removed, account.refused(), failed),
        new AttachmentCounts(states, extracted, stored, pages),
        all,
        account.unknownLabels(),
        waiting,
        committed,
        Duration.ofNanos(System.nanoTime() - began));
  }

  private void note(String id, String file, FileMark mark) {
    if (mark.waiting()) {
      waiting.add(new WaitingFile(id + "/" + file, mark.sha256()));
    }
  }

  private void count(AttachmentState state) {
    states.merge(state, 1, Integer::sum);
  }
}
