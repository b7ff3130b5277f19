package it.lente.index;

import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.extract.AttachmentTextSource.Way;
import it.lente.index.IndexingReport.AttachmentCounts;
import it.lente.record.AttachmentState;
import it.lente.record.ReasonCode;
import it.lente.record.TextSummary;
import it.lente.source.SourceProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the attachments of a run. */
final class AttachmentTally {

  private final String folder;
  private final List<SourceProblem> problems = new ArrayList<>();
  private final Map<AttachmentState, Integer> states = new EnumMap<>(AttachmentState.class);
  private final List<WaitingFile> waiting = new ArrayList<>();
  private final Map<Way, Integer> ways = new EnumMap<>(Way.class);
  private long pages;

  /**
   * Starts counting.
   *
   * @param folder prefix of attachment paths in problems
   */
  AttachmentTally(String folder) {
    this.folder = folder;
  }

  /** Counts the attachments of an unchanged process. */
  void unchanged(String id, Map<String, FileMark> files) {
    files.forEach((file, mark) -> {
      count(mark.state());
      note(id, file, mark);
    });
  }

  /** Counts a text, and notes a problem if it is not whole. */
  void present(String id, AttachedText attached) {
    TextSummary summary = attached.text().summary();
    count(summary.state());
    pages += attached.text().pages().size();
    if (!summary.state().whole()) {
      problems.add(
          new SourceProblem(
              folder + id + "/" + attached.attachment().file(),
              0,
              ReasonCode.STATE.with(
                  summary.state().key(),
                  Math.min(1, summary.reasons().size()),
                  summary.reasons())));
    }
  }

  /** Counts the way by which a text came. */
  void read(String id, AttachmentReader.Outcome text) {
    note(id, text.attached().attachment().file(), text.mark());
    ways.merge(text.way(), 1, Integer::sum);
  }

  AttachmentCounts counts() {
    return new AttachmentCounts(
        states,
        ways(Way.EXTRACTED) + ways(Way.EXTRACTED_TWICE),
        ways(Way.EXTRACTED_TWICE),
        ways(Way.STORED),
        ways(Way.OTHER_SLICE),
        pages);
  }

  List<SourceProblem> problems() {
    return problems;
  }

  List<WaitingFile> waiting() {
    return waiting;
  }

  private int ways(Way way) {
    return ways.getOrDefault(way, 0);
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
