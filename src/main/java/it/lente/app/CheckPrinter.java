package it.lente.app;

import it.lente.analysis.Synonyms;
import it.lente.engine.Coverage;
import it.lente.engine.CoverageFile;
import it.lente.engine.IndexHealth;
import it.lente.extract.texts.TextStore;
import it.lente.messages.Messages;
import it.lente.messages.ReasonText;
import it.lente.record.AttachmentState;
import it.lente.record.Reason;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.search.CoverageQuestion;
import it.lente.search.Search;
import it.lente.source.SourceProblem;
import it.lente.source.SourceReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the findings of a check. */
final class CheckPrinter {

  private static final Set<AttachmentState> NOT_WHOLE =
      Stream.of(AttachmentState.values())
          .filter(state -> !state.whole())
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(AttachmentState.class)));

  private final PrintWriter out;

  CheckPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(Synonyms synonyms) {
    out.println("Synonyms: %s.".formatted(Plural.of(synonyms.size(), "set")));
  }

  /** Prints files in the requested states, by default those that are not fully searchable. */
  void print(Search search, CoverageQuestion question) {
    Coverage coverage = search.coverage(question);
    int whole =
        coverage.states().entrySet().stream()
            .filter(state -> state.getKey().whole())
            .mapToInt(state -> state.getValue().files())
            .sum();
    Coverage.StateCount all = coverage.all();
    out.println(
        "Attachments: %s, %s; %d can be searched in full."
            .formatted(Plural.of(all.files(), "file"), Plural.of(all.pages(), "page"), whole));
    coverage
        .states()
        .forEach((state, count) ->
            out.println(
                "  %-11s %s, %s"
                    .formatted(
                        state.key(),
                        Plural.of(count.files(), "file"),
                        Plural.of(count.pages(), "page"))));
    Set<AttachmentState> asked = question.request().states();
    if (!asked.isEmpty() || whole < all.files()) {
      out.println(asked.isEmpty() ? "Not searched in full:" : "In the states asked for:");
      search.eachFile(asked.isEmpty() ? NOT_WHOLE : asked, this::print);
    }
  }

  private void print(CoverageFile file) {
    TextSummary summary = file.stored().summary();
    String path = file.processId() + "/" + file.stored().attachment().file();
    out.println("  " + line(path, summary.state(), summary.reasons()));
    for (TextPart part : summary.parts()) {
      if (!part.state().whole()) {
        out.println("    " + line(part.name(), part.state(), part.reasons()));
      }
    }
  }

  /** Returns a problem with its source. */
  static String line(SourceProblem problem) {
    return AnswerPrinter.plain(
        (problem.file().isEmpty() ? "" : problem.place() + ": ")
            + ReasonText.of(List.of(problem.reason()), Messages.ENGLISH));
  }

  private static String line(String name, AttachmentState state, List<Reason> reasons) {
    return AnswerPrinter.plain(
        name
            + ": "
            + state.key()
            + (reasons.isEmpty() ? "" : ", ")
            + ReasonText.of(reasons, Messages.ENGLISH));
  }

  void print(IndexHealth health) {
    if (health.damage().isEmpty()) {
      out.println(
          "Index: %s is sound; all pages of %s were read."
              .formatted(health.detail(), Plural.of(health.processes(), "process")));
    } else {
      out.println("Index: %s is damaged; run `lente check --repair`.".formatted(health.detail()));
      health.damage().forEach(damage -> out.println("  " + AnswerPrinter.plain(damage)));
    }
  }

  void print(TextStore.Check texts) {
    String earlier =
        texts.others() == 0 ? "" : "; %d of earlier versions".formatted(texts.others());
    out.println(
        "Texts: %d kept, %s%s."
            .formatted(
                texts.readable() + texts.damaged().size(),
                texts.damaged().isEmpty()
                    ? "each can be read"
                    : texts.damaged().size()
                        + " damaged; `lente check --repair` removes them and reads their files"
                        + " again",
                earlier));
    texts.damaged().forEach(entry -> out.println("  " + entry));
  }

  /**
   * Prints the problems of the records and their numbers.
   *
   * @param report empty if there is no such folder
   */
  void print(Optional<SourceReport> report, Path folder) {
    if (report.isEmpty()) {
      out.println("Records: there is no folder %s, so none was looked at.".formatted(folder));
    } else {
      report.get().problems().forEach(problem -> out.println("  " + line(problem)));
      out.println(
          "Records: %d can be used, %d refused."
              .formatted(report.get().records(), report.get().refused()));
    }
    out.flush();
  }
}
