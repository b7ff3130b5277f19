package it.lente.extract.reading;

import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
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
    return attempt.isPdf() ? ofPages() : ofSections();
  }

  private AttachmentText ofPages() {
    List<ReadPage> pages = attempt.pdf().pages();
    List<String> losses = losses(pages);
    if (pages.isEmpty() && losses.isEmpty()) {
      losses.add("no page could be found in it");
    }
    String pictures = pictures(pages);
    if (pages.stream().allMatch(ReadPage::isBlank)) {
      return blank(pages, losses, pictures);
    }
    if (!losses.isEmpty()) {
      return read(AttachmentState.PARTIAL, joined(losses, pictures), pages);
    }
    return read(AttachmentState.INDEXED, pictures, pages);
  }

  private AttachmentText blank(List<ReadPage> pages, List<String> losses, String pictures) {
    if (!pictures.isEmpty()) {
      return read(AttachmentState.NEEDS_OCR, joined(losses, pictures), pages);
    }
    if (!losses.isEmpty()) {
      return read(AttachmentState.FAILED, joined(losses, ""), pages);
    }
    return read(AttachmentState.NO_TEXT, "no text on any of " + count(pages.size()), pages);
  }

  /** What of the document and of its pages is missing, pages with the same fate together. */
  private List<String> losses(List<ReadPage> pages) {
    List<String> losses = new ArrayList<>();
    attempt.reason().ifPresent(losses::add);
    losses.addAll(attempt.pdf().losses());
    Map<String, List<ReadPage>> byProblem = new LinkedHashMap<>();
    for (ReadPage page : pages) {
      page.problem()
          .ifPresent(why -> byProblem.computeIfAbsent(why, w -> new ArrayList<>()).add(page));
    }
    byProblem.forEach((why, lost) -> losses.add(numbers(lost) + ": " + why));
    return losses;
  }

  /** Which pages hold no text but pictures, which may well hold words. */
  private static String pictures(List<ReadPage> pages) {
    Predicate<ReadPage> picture = page -> page.isBlank() && page.pictured();
    List<ReadPage> found = pages.stream().filter(picture).toList();
    if (found.isEmpty()) {
      return "";
    }
    if (pages.stream().allMatch(ReadPage::isBlank)) {
      return "no text on any of " + count(pages.size()) + "; " + whatTheyShow(found, pages);
    }
    return numbers(found) + ": no text but a picture";
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

  private AttachmentText read(AttachmentState state, String reason, List<ReadPage> pages) {
    return summed(state, reason, TextUnit.PAGE, pages.stream().map(ReadPage::text).toList());
  }

  private AttachmentText summed(
      AttachmentState state, String reason, TextUnit unit, List<PageText> parts) {
    TextSummary summary = new TextSummary(state, reason, attempt.mediaType(), unit, parts.size());
    return new AttachmentText(summary, parts);
  }

  private AttachmentText unread(AttachmentState state, String reason) {
    return AttachmentText.unread(state, reason, attempt.mediaType());
  }

  private static String joined(List<String> losses, String pictures) {
    List<String> all = new ArrayList<>(losses);
    if (!pictures.isEmpty()) {
      all.add(pictures);
    }
    return String.join("; ", all);
  }

  private static String whatTheyShow(List<ReadPage> pictures, List<ReadPage> pages) {
    if (pictures.size() < pages.size()) {
      return pictures.size() + " of them show pictures";
    }
    return pages.size() == 1 ? "it is a picture" : "they are pictures";
  }

  private static String count(int pages) {
    return pages == 1 ? "1 page" : pages + " pages";
  }

  private static String numbers(List<ReadPage> pages) {
    String named =
        pages.stream()
            .limit(NUMBERS_NAMED)
            .map(page -> Integer.toString(page.text().number()))
            .collect(Collectors.joining(", "));
    int more = pages.size() - NUMBERS_NAMED;
    return (pages.size() == 1 ? "page " : "pages ")
        + named
        + (more > 0 ? " and " + more + " more" : "");
  }
}
