package it.lente.extract.reading;

import it.lente.extract.PageStates;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Decides what became of a file, and says why. */
final class Verdict {

  private static final int NUMBERS_NAMED = 12;

  private final Attempt attempt;

  private Verdict(Attempt attempt) {
    this.attempt = attempt;
  }

  static AttachmentText on(Attempt attempt) {
    return attempt
        .members()
        .unwrapped()
        .orElseGet(() -> Combined.of(new Verdict(attempt).text(), attempt.members()));
  }

  private AttachmentText text() {
    if (attempt.isEmpty()) {
      return unread(AttachmentState.EMPTY, Reason.EMPTY.with());
    }
    if (attempt.isLocked()) {
      return unread(AttachmentState.ENCRYPTED, Reason.LOCKED.with());
    }
    if (attempt.withoutReader()) {
      return unread(AttachmentState.UNSUPPORTED, Reason.NO_READER.with(attempt.mediaType()));
    }
    return attempt.isPaged() ? ofPages() : ofSections();
  }

  private AttachmentText ofPages() {
    List<ReadPage> read = attempt.pdf().pages();
    List<String> losses = losses(read);
    if (read.isEmpty() && losses.isEmpty()) {
      losses.add(Reason.NO_PAGE.with());
    }
    List<PageText> pages = attempt.pdf().judged();
    List<PageText> waiting = pages.stream().filter(Verdict::waits).toList();
    if (pages.stream().noneMatch(Verdict::isReadable)) {
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
      List<PageText> pages, List<String> losses, List<PageText> waiting) {
    if (!waiting.isEmpty()) {
      losses.add(Reason.NO_TEXT_ON.with(Reason.pages(pages.size())));
      losses.add(whatTheyShow(waiting, pages));
      return read(AttachmentState.NEEDS_OCR, losses, pages);
    }
    boolean blank = pages.stream().allMatch(page -> page.text().isBlank());
    if (!losses.isEmpty()) {
      return read(blank ? AttachmentState.FAILED : AttachmentState.PARTIAL, losses, pages);
    }
    if (!blank) {
      return read(whole(), losses, pages);
    }
    Reason why = attempt.pdf().recognizer().isPresent() ? Reason.NOT_RECOGNIZED : Reason.NO_TEXT_ON;
    return read(AttachmentState.NO_TEXT, List.of(why.with(Reason.pages(pages.size()))), pages);
  }

  /** What of the document and of its pages is missing, pages with the same fate together. */
  private List<String> losses(List<ReadPage> pages) {
    List<String> losses = new ArrayList<>();
    attempt.reason().ifPresent(losses::add);
    losses.addAll(attempt.pdf().losses());
    Map<String, List<Integer>> byProblem = new LinkedHashMap<>();
    for (ReadPage page : pages) {
      page.problem()
          .ifPresent(why ->
              byProblem.computeIfAbsent(why, w -> new ArrayList<>()).add(page.text().number()));
    }
    byProblem.forEach((why, lost) -> losses.add(on(lost, why)));
    return losses;
  }

  /** Which pages wait for character recognition, and why. */
  private static List<String> waitingApart(List<PageText> waiting) {
    List<String> apart = new ArrayList<>();
    addIfAny(apart, waiting, page -> !isGarbled(page), Reason.ONLY_A_PICTURE);
    addIfAny(apart, waiting, Verdict::isGarbled, Reason.GARBLED);
    return apart;
  }

  private static void addIfAny(
      List<String> reasons, List<PageText> waiting, Predicate<PageText> which, Reason why) {
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
    String problem = attempt.reason().orElse("");
    if (sections.isBlank()) {
      return problem.isEmpty()
          ? unread(AttachmentState.NO_TEXT, attempt.nothing())
          : unread(AttachmentState.FAILED, problem);
    }
    return problem.isEmpty()
        ? summed(AttachmentState.INDEXED, "", sections.unit(), parts)
        : summed(AttachmentState.PARTIAL, Reason.REST_LOST.with(problem), sections.unit(), parts);
  }

  private AttachmentText read(AttachmentState state, List<String> reasons, List<PageText> pages) {
    return summed(state, Reason.all(reasons), TextUnit.PAGE, pages);
  }

  private AttachmentText summed(
      AttachmentState state, String reason, TextUnit unit, List<PageText> parts) {
    TextSummary summary = new TextSummary(state, reason, attempt.mediaType(), unit, parts.size());
    return new AttachmentText(summary, parts, attempt.pdf().info());
  }

  private AttachmentText unread(AttachmentState state, String reason) {
    return AttachmentText.unread(state, reason, attempt.mediaType());
  }

  private static String whatTheyShow(List<PageText> waiting, List<PageText> pages) {
    long garbled = waiting.stream().filter(Verdict::isGarbled).count();
    if (garbled > 0) {
      return on(waiting.stream().map(PageText::number).toList(), Reason.PICTURES_OR_GARBLED.with());
    }
    if (waiting.size() < pages.size()) {
      return Reason.SOME_PICTURES.with(waiting.size());
    }
    return (pages.size() == 1 ? Reason.A_PICTURE : Reason.PICTURES).with();
  }

  private static String on(List<Integer> numbers, String why) {
    Reason which = numbers.size() == 1 ? Reason.PAGE : Reason.PAGES;
    return which.with(Reason.some(numbers, NUMBERS_NAMED), why);
  }
}
