package it.lente.app;

import it.lente.index.IndexingReport;
import it.lente.index.Slice;
import it.lente.index.SliceRun;
import it.lente.messages.Messages;
import it.lente.messages.ReasonText;
import it.lente.record.Reason;
import it.lente.source.SourceProblem;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the results of runs, without what an earlier run already printed. */
final class ReportPrinter {

  private static final double MILLIS = 1_000;

  private final PrintWriter out;
  private boolean hasPrinted;
  private int printedWaiting;
  private Set<SourceProblem> printedProblems = Set.of();
  private Map<String, Integer> printedLabels = Map.of();

  ReportPrinter(PrintWriter out) {
    this.out = out;
  }

  /** Prints nothing if the report equals the previous one. */
  void print(IndexingReport report) {
    boolean same =
        hasPrinted
            && !report.committed()
            && printedProblems.containsAll(report.problems())
            && report.unknownLabels().equals(printedLabels);
    if (!same) {
      write(report);
    }
  }

  /** Prints the result of reading a slice. */
  void print(Slice slice, SliceRun.Report report) {
    report.problems().forEach(problem -> out.println("  " + CheckPrinter.line(problem)));
    IndexingReport.AttachmentCounts attachments = report.attachments();
    out.println(
        "Slice %s: %s%s. %s. %s of other slices were left to them."
            .formatted(
                slice,
                Plural.of(attachments.total(), "attachment"),
                states(attachments),
                work(attachments, report.took()),
                Plural.of(attachments.elsewhere(), "file")));
    out.flush();
  }

  /**
   * Prints once how many files wait for character recognition, if it is not running.
   *
   * @param why the reason why it is not running, empty if it is
   */
  void printWaiting(int files, Optional<Reason> why) {
    if (files > 0 && why.isPresent() && files != printedWaiting) {
      out.println(
          "%s with pictures of text: they wait for character recognition (%s)."
              .formatted(
                  Plural.of(files, "file"), ReasonText.of(List.of(why.get()), Messages.ENGLISH)));
      out.flush();
    }
    printedWaiting = files;
  }

  private void write(IndexingReport report) {
    hasPrinted = true;
    report.problems().stream()
        .filter(problem -> !printedProblems.contains(problem))
        .forEach(problem -> out.println("  " + CheckPrinter.line(problem)));
    printedProblems = Set.copyOf(report.problems());
    if (!report.unknownLabels().equals(printedLabels)) {
      printLabels(report.unknownLabels());
      printedLabels = report.unknownLabels();
    }
    out.println(summary(report));
    out.flush();
  }

  private void printLabels(Map<String, Integer> labels) {
    if (!labels.isEmpty()) {
      out.println(
          "  Labels that Lente does not know (kept and searched all the same): "
              + new TreeMap<>(labels)
                  .entrySet().stream()
                      .map(label ->
                          "“"
                              + AnswerPrinter.plain(label.getKey())
                              + "” "
                              + label.getValue()
                              + " ×")
                      .collect(Collectors.joining(", ")));
    }
  }

  private static String summary(IndexingReport report) {
    IndexingReport.RecordCounts records = report.records();
    IndexingReport.AttachmentCounts attachments = report.attachments();
    return "Records: %d (%s). Attachments: %d%s. %s."
        .formatted(
            records.present(),
            counts(records),
            attachments.total(),
            states(attachments),
            work(attachments, report.took()));
  }

  private static String work(IndexingReport.AttachmentCounts attachments, Duration took) {
    return String.format(
        Locale.ROOT,
        "%s read%s, %s from the store, %s in %.1f s",
        Plural.of(attachments.extracted(), "file"),
        attachments.twice() == 0
            ? ""
            : " (%d of them also by another run)".formatted(attachments.twice()),
        Plural.of(attachments.stored(), "text"),
        Plural.of(attachments.pages(), "page"),
        took.toMillis() / MILLIS);
  }

  private static String states(IndexingReport.AttachmentCounts attachments) {
    return attachments.states().isEmpty()
        ? ""
        : attachments.states().entrySet().stream()
            .map(state -> state.getValue() + " " + state.getKey().key())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String counts(IndexingReport.RecordCounts records) {
    String counts =
        Stream.of(
                records.added() + " new",
                records.changed() + " changed",
                records.unchanged() + " unchanged",
                records.removed() + " removed",
                records.refused() + " refused",
                records.failed() + " failed")
            .filter(count -> !count.startsWith("0 "))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "none" : counts;
  }
}
