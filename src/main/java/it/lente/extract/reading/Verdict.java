package it.lente.extract.reading;

import it.lente.extract.PageStates;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides what became of a file, and says why. */
final class Verdict {

  private static final int NUMBERS_NAMED = 12;
  private static final String GARBLED = "letters that cannot be told from their font";

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
      return unread(AttachmentState.EMPTY, "the file has no bytes");
    }
    if (attempt.isLocked()) {
      return unread(AttachmentState.ENCRYPTED, "a password is needed to open it");
    }
    if (attempt.withoutReader()) {
      return unread(AttachmentState.UNSUPPORTED, "there is no reader for " + attempt.mediaType());
    }
    return attempt.isPaged() ? ofPages() : ofSections();
  }

  private AttachmentText ofPages() {
    List<ReadPage> read = attempt.pdf().pages();
    List<String> losses = losses(read);
    if (read.isEmpty() && losses.isEmpty()) {
      losses.add("no page could be found in it");
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
      losses.add("no text on any of " + count(pages.size()) + "; " + whatTheyShow(waiting, pages));
      return read(AttachmentState.NEEDS_OCR, losses, pages);
    }
    boolean blank = pages.stream().allMatch(page -> page.text().isBlank());
    if (!losses.isEmpty()) {
      return read(blank ? AttachmentState.FAILED : AttachmentState.PARTIAL, losses, pages);
    }
    if (!blank) {
      return read(whole(), losses, pages);
    }
    String how = attempt.pdf().recognizer().isPresent() ? ", by character recognition either" : "";
    return read(
        AttachmentState.NO_TEXT, List.of("no text on any of " + count(pages.size()) + how), pages);
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
    byProblem.forEach((why, lost) -> losses.add(named(lost) + ": " + why));
    return losses;
  }

  /** Which pages wait for character recognition, and why. */
  private static List<String> waitingApart(List<PageText> waiting) {
    List<String> apart = new ArrayList<>();
    addIfAny(apart, waiting, page -> !isGarbled(page), "no text but a picture");
    addIfAny(apart, waiting, Verdict::isGarbled, GARBLED);
    return apart;
  }

  private static void addIfAny(
      List<String> reasons, List<PageText> waiting, Predicate<PageText> which, String why) {
    List<Integer> numbers = waiting.stream().filter(which).map(PageText::number).toList();
    if (!numbers.isEmpty()) {
      reasons.add(named(numbers) + ": " + why);
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
        : summed(
            AttachmentState.PARTIAL,
            "what follows the text is lost: " + problem,
            sections.unit(),
            parts);
  }

  private AttachmentText read(AttachmentState state, List<String> reasons, List<PageText> pages) {
    return summed(state, String.join("; ", reasons), TextUnit.PAGE, pages);
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
      return named(waiting.stream().map(PageText::number).toList()) + ": pictures, or " + GARBLED;
    }
    if (waiting.size() < pages.size()) {
      return waiting.size() + " of them show pictures";
    }
    return pages.size() == 1 ? "it is a picture" : "they are pictures";
  }

  private static String count(int pages) {
    return pages == 1 ? "1 page" : pages + " pages";
  }

  private static String named(List<Integer> numbers) {
    String named =
        numbers.stream()
            .limit(NUMBERS_NAMED)
            .map(number -> Integer.toString(number))
            .collect(Collectors.joining(", "));
    int more = numbers.size() - NUMBERS_NAMED;
    return (numbers.size() == 1 ? "page " : "pages ")
        + named
        + (more > 0 ? " and " + more + " more" : "");
  }
}
