package it.lente.extract.reading;

import it.lente.extract.judging.PageStates;
import it.lente.extract.reading.frame.ReadPage;
import it.lente.extract.reading.frame.Sections;
import it.lente.extract.reading.pdf.BrokenPages;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides the state of a file, and gives the reasons. */
final class ExtractionOutcome {

  private static final int NUMBERS_NAMED = 12;

  private final FileParse attempt;

  private ExtractionOutcome(FileParse attempt) {
    this.attempt = attempt;
  }

  static AttachmentText on(FileParse attempt) {
    return attempt
        .members()
        .unwrapped()
        .orElseGet(() -> ArchiveText.of(new ExtractionOutcome(attempt).text(), attempt.members()));
  }

  private AttachmentText text() {
    if (attempt.isEmpty()) {
      return unread(AttachmentState.EMPTY, ReasonCode.EMPTY.with());
    }
    if (attempt.isLocked()) {
      return unread(AttachmentState.ENCRYPTED, ReasonCode.LOCKED.with());
    }
    if (attempt.withoutReader()) {
      return unread(AttachmentState.UNSUPPORTED, ReasonCode.NO_READER.with(attempt.mediaType()));
    }
    return attempt.isPaged() ? ofPages() : ofSections();
  }

  private AttachmentText ofPages() {
    List<ReadPage> read = attempt.pdf().pages();
    List<Reason> losses = losses(read);
    if (read.isEmpty() && losses.isEmpty()) {
      losses.add(ReasonCode.NO_PAGE.with());
    }
    List<PageText> pages = BrokenPages.joined(attempt.pdf().judged());
    List<PageText> waiting = pages.stream().filter(ExtractionOutcome::waits).toList();
    if (pages.stream().noneMatch(ExtractionOutcome::isReadable)) {
      return unreadable(pages, losses, waiting);
    }
    losses.addAll(waitingApart(waiting));
    return read(losses.isEmpty() ? whole() : AttachmentState.PARTIAL, losses, pages);
  }

  private AttachmentState whole() {
    boolean recognized =
        attempt.pdf().pages().stream().anyMatch(page -> page.text().state() == PageState.OCR);
    return recognized ? AttachmentState.OCR : AttachmentState.INDEXED;
  }

  private static boolean isReadable(PageText page) {
    return page.state() == PageState.TEXT
        || page.state() == PageState.OCR
        || (page.state() == PageState.FAILED && !page.text().isBlank());
  }

  private static boolean waits(PageText page) {
    return page.state() == PageState.NEEDS_OCR;
  }

  private AttachmentText unreadable(
      List<PageText> pages, List<Reason> losses, List<PageText> waiting) {
    if (!waiting.isEmpty()) {
      losses.add(ReasonCode.NO_TEXT_ON.with(pages.size()));
      losses.add(pictureReason(waiting, pages));
      return read(AttachmentState.NEEDS_OCR, losses, pages);
    }
    boolean blank = pages.stream().allMatch(page -> page.text().isBlank());
    if (!losses.isEmpty()) {
      return read(blank ? AttachmentState.FAILED : AttachmentState.PARTIAL, losses, pages);
    }
    if (!blank) {
      return read(whole(), losses, pages);
    }
    ReasonCode why =
        attempt.pdf().recognizer().isPresent() ? ReasonCode.NOT_RECOGNIZED : ReasonCode.NO_TEXT_ON;
    return read(AttachmentState.NO_TEXT, List.of(why.with(pages.size())), pages);
  }

  /** Returns the missing parts of the document and its pages, with one reason for several pages. */
  private List<Reason> losses(List<ReadPage> pages) {
    List<Reason> losses = new ArrayList<>();
    attempt.reason().ifPresent(losses::add);
    losses.addAll(attempt.pdf().losses());
    Map<Reason, List<Integer>> byProblem = new LinkedHashMap<>();
    for (ReadPage page : pages) {
      page.problem()
          .ifPresent(why ->
              byProblem.computeIfAbsent(why, w -> new ArrayList<>()).add(page.text().number()));
    }
    byProblem.forEach((why, lost) -> losses.add(on(lost, why)));
    return losses;
  }

  /** Returns the pages that wait for character recognition, with the reasons. */
  private static List<Reason> waitingApart(List<PageText> waiting) {
    List<Reason> apart = new ArrayList<>();
    addIfAny(apart, waiting, page -> !isGarbled(page), ReasonCode.ONLY_A_PICTURE);
    addIfAny(apart, waiting, ExtractionOutcome::isGarbled, ReasonCode.GARBLED);
    return apart;
  }

  private static void addIfAny(
      List<Reason> reasons, List<PageText> waiting, Predicate<PageText> which, ReasonCode why) {
    List<Integer> numbers = waiting.stream().filter(which).map(PageText::number).toList();
    if (!numbers.isEmpty()) {
      reasons.add(on(numbers, why.with()));
    }
  }

  private static boolean isGarbled(PageText page) {
    return PageStates.isGarbled(page);
  }

  private AttachmentText ofSections() {
    Sections sections = attempt.sections();
    List<PageText> parts = sections.parts();
    Optional<Reason> problem = attempt.reason();
    if (sections.isBlank()) {
      return problem.isEmpty()
          ? unread(AttachmentState.NO_TEXT, attempt.nothing())
          : unread(AttachmentState.FAILED, problem.get());
    }
    return problem.isEmpty()
        ? summed(AttachmentState.INDEXED, List.of(), sections.unit(), parts)
        : summed(
            AttachmentState.PARTIAL,
            List.of(ReasonCode.REST_LOST.with(problem.get())),
            sections.unit(),
            parts);
  }

  private AttachmentText read(AttachmentState state, List<Reason> reasons, List<PageText> pages) {
    return summed(state, reasons, TextUnit.PAGE, pages);
  }

  private AttachmentText summed(
      AttachmentState state, List<Reason> reasons, TextUnit unit, List<PageText> parts) {
    TextSummary summary = new TextSummary(state, reasons, attempt.mediaType(), unit, parts.size());
    return new AttachmentText(summary, parts, attempt.pdf().info());
  }

  private AttachmentText unread(AttachmentState state, Reason reason) {
    return AttachmentText.unread(state, reason, attempt.mediaType());
  }

  private static Reason pictureReason(List<PageText> waiting, List<PageText> pages) {
    long garbled = waiting.stream().filter(ExtractionOutcome::isGarbled).count();
    if (garbled > 0) {
      return on(
          waiting.stream().map(PageText::number).toList(), ReasonCode.PICTURES_OR_GARBLED.with());
    }
    if (waiting.size() < pages.size()) {
      return ReasonCode.SOME_PICTURES.with(waiting.size());
    }
    return (pages.size() == 1 ? ReasonCode.A_PICTURE : ReasonCode.PICTURES).with();
  }

  private static Reason on(List<Integer> numbers, Reason why) {
    return Reason.on(TextUnit.PAGE, numbers, NUMBERS_NAMED, why);
  }
}
