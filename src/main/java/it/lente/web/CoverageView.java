package it.lente.web;

import it.lente.engine.Coverage;
import it.lente.engine.Coverage.StateCount;
import it.lente.engine.CoverageFile;
import it.lente.engine.LastRun;
import it.lente.messages.Messages;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.ReasonCode;
import it.lente.search.CoverageQuestion;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The page about the states of all files.
 *
 * @param run the last run over the collection, empty if none has ended
 * @param here the address of this page without its format
 */
record CoverageView(
    PageLayout frame,
    Coverage coverage,
    Optional<LastRun> run,
    CoverageQuestion question,
    Address here,
    Pager pager) {

  /** Number of findings that the page shows at once. */
  private static final int OPEN = 100;

  /**
   * A state with at least one file.
   *
   * @param before number of files in the states above
   */
  record StateRow(AttachmentState state, StateCount count, int before) {}

  /**
   * Returns the CSS class of a state. Green files can be searched, brown ones partly or later; grey
   * ones contain nothing; red ones need attention.
   */
  static String badge(AttachmentState state) {
    return switch (state) {
      case INDEXED, OCR -> "bg-success";
      case PARTIAL, NEEDS_OCR -> "bg-warning";
      case NO_TEXT, EMPTY, UNSUPPORTED -> "bg-secondary";
      default -> "bg-danger";
    };
  }

  static CoverageView of(
      Coverage coverage, Optional<LastRun> run, CoverageQuestion question, RequestContext visit) {
    Messages messages = visit.messages();
    Address here = visit.here().without("format");
    PageLayout frame =
        PageLayout.of(visit, messages.get("coverage.title"))
            .describedAs(messages.get("coverage.intro"));
    return new CoverageView(
        here.isBare() ? frame : frame.notIndexed(),
        coverage,
        run,
        question,
        here,
        Pager.of(question.page(), Math.ceilDiv(coverage.total(), question.size()), here));
  }

  /** Returns «28 novembre 2026, 03:15: l’indice corrisponde alla raccolta». */
  String result(LastRun last) {
    Messages messages = frame.messages();
    String at =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(Locale.forLanguageTag(messages.language()))
            .format(last.at().atZone(ZoneId.systemDefault()));
    return messages.get("coverage.run." + last.result().key(), at);
  }

  /** Returns the first of what needs a hand, shown at once. */
  List<LastRun.Finding> findings() {
    return allFindings().stream().limit(OPEN).toList();
  }

  /** Returns the others, shown on demand. */
  List<LastRun.Finding> moreFindings() {
    return allFindings().stream().skip(OPEN).toList();
  }

  private List<LastRun.Finding> allFindings() {
    return run.map(LastRun::findings).orElse(List.of());
  }

  /** Returns file, line and part of the line; the empty string if the reason names several. */
  String place(LastRun.Finding finding) {
    if (finding.reason().code() == ReasonCode.WITHHELD) {
      return frame.messages().get("coverage.withheld." + finding.file());
    }
    String line =
        finding.line() == 0 ? "" : ", " + frame.messages().get("coverage.line", finding.line());
    return finding.file() + line + (finding.within().isEmpty() ? "" : ", " + finding.within());
  }

  /** Returns the number of files that can be searched in full. */
  int searchable() {
    return coverage.states().entrySet().stream()
        .filter(each -> each.getKey().whole())
        .mapToInt(each -> each.getValue().files())
        .sum();
  }

  /** Returns the number of all files, at least 1. */
  int files() {
    return Math.max(1, coverage.all().files());
  }

  List<StateRow> states() {
    List<StateRow> rows = new ArrayList<>();
    int before = 0;
    for (Map.Entry<AttachmentState, StateCount> each : coverage.states().entrySet()) {
      rows.add(new StateRow(each.getKey(), each.getValue(), before));
      before += each.getValue().files();
    }
    return rows;
  }

  AttachmentView attachment(CoverageFile file) {
    return AttachmentView.of(file.stored(), file.processId(), frame.visit());
  }

  /** Returns whether the list is filtered by this state. */
  boolean isChosen(AttachmentState state) {
    return chosen().contains(state);
  }

  private Set<AttachmentState> chosen() {
    return question.request().states();
  }

  /** Returns the address of a list that only one state filters. */
  Address only(AttachmentState state, Address list) {
    return frame.visit().to(list).with(Facet.STATE.key(), state.key());
  }

  /** Returns the address of the list of all files, the empty string if it is shown. */
  String everything() {
    return chosen().isEmpty() ? "" : frame.visit().to(Address.coverage()).place("files");
  }

  /**
   * Returns the address of the list of files that cannot be searched in full, the empty string if
   * there are none or if it is shown.
   */
  String unsearchable() {
    Address list = frame.visit().to(Address.coverage());
    Set<AttachmentState> wanted = EnumSet.noneOf(AttachmentState.class);
    for (AttachmentState state : coverage.states().keySet()) {
      if (!state.whole()) {
        wanted.add(state);
        list = list.adding(Facet.STATE.key(), state.key());
      }
    }
    return wanted.isEmpty() || wanted.equals(chosen()) ? "" : list.place("files");
  }

  /** Returns the address of this list in the API. */
  Address api() {
    return here.under(Address.of("api", "v1", "coverage").path()).without("lang");
  }
}
