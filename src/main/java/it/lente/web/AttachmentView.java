package it.lente.web;

import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.PageExcerpt;
import it.lente.engine.StoredAttachment;
import it.lente.messages.Messages;
import it.lente.messages.ReasonText;
import it.lente.messages.ReasonText.Stretch;
import it.lente.record.AttachmentState;
import it.lente.record.PageState;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An attachment in a list or on the page of its process.
 *
 * @param size «48 pagine», the empty string if nothing was read
 * @param pageStates «3 con testo, 1 in attesa di riconoscimento», the empty string if every page
 *     that was read has text
 * @param state the state in words, the empty string if it needs no mention
 * @param reason the parts of the reason for the state
 * @param hits «12 occorrenze in 5 pagine di 48», the empty string without a question or without
 *     text
 * @param found true if there is an occurrence
 * @param text the address of the first page's text, the empty string if there is none
 * @param original the address of the file, the empty string if it is missing
 * @param remainingPages number of pages with occurrences that have no link
 * @param language the language in words, the empty string if it is not known
 * @param copyingForbidden true if its owner forbids copying from it
 * @param parts the files inside it
 */
record AttachmentView(
    String title,
    String size,
    String pageStates,
    String state,
    List<Stretch> reason,
    String hits,
    boolean found,
    List<PageLink> chips,
    int remainingPages,
    List<ExcerptView> excerpts,
    String text,
    String original,
    String language,
    boolean copyingForbidden,
    List<PartView> parts) {

  private static final Set<PageState> ONLY_TEXT = Set.of(PageState.TEXT);

  /** Number of pages with links of their own; the first of these pages lists the rest. */
  static final int CHIPS = 15;

  /** A link to the first occurrence on a page. */
  record PageLink(String number, String name, String address) {}

  /**
   * A file inside an attachment.
   *
   * @param text the address of its first page, the empty string if it has none
   */
  record PartView(String name, String size, String state, List<Stretch> reason, String text) {}

  record ExcerptView(String page, String address, List<TextSpan> pieces) {}

  static AttachmentView of(AttachmentHit hit, String process, RequestContext visit) {
    StoredAttachment stored = hit.stored();
    TextSummary summary = stored.summary();
    Messages messages = visit.messages();
    String id = stored.attachment().id();
    PageLinks links = PageLinks.of(process, id, visit);
    List<PageCount> pages = hit.hits().map(PageCounts::pages).orElse(List.of());
    List<PageLink> chips =
        pages.stream()
            .limit(CHIPS)
            .map(page ->
                new PageLink(
                    messages.number(page.page()),
                    name(summary, page.page(), messages),
                    links.hit(page.page(), page.first())))
            .toList();
    boolean readable = summary.pageCount() > 0 && hasText(summary.state());
    boolean missing = summary.state() == AttachmentState.MISSING;
    return new AttachmentView(
        stored.attachment().title(),
        summary.pageCount() == 0
            ? ""
            : messages.get("size." + summary.unit().key(), summary.pageCount()),
        pageStates(stored, messages),
        summary.state() == AttachmentState.INDEXED
            ? ""
            : messages.get("state." + summary.state().key()),
        ReasonText.stretches(summary.reasons(), messages),
        hit.hits()
            .filter(counts -> readable)
            .map(counts -> counted(counts, summary, messages))
            .orElse(""),
        !pages.isEmpty(),
        chips,
        pages.size() - chips.size(),
        hit.excerpts().stream().map(each -> excerpt(each, summary, links, messages)).toList(),
        readable ? links.page(1) : "",
        missing
            ? ""
            : visit.below(Address.original(process, stored.attachment().file())).toString(),
        messages.nameOf(summary.language()),
        stored.about().copyingForbidden(),
        summary.parts().stream().map(part -> part(part, links, messages)).toList());
  }

  /** Returns the view of an attachment without a question. */
  static AttachmentView of(StoredAttachment stored, String process, RequestContext visit) {
    return of(new AttachmentHit(stored, Optional.empty(), List.of()), process, visit);
  }

  private static String pageStates(StoredAttachment stored, Messages messages) {
    boolean worthTelling = !stored.pages().isEmpty() && !stored.pages().keySet().equals(ONLY_TEXT);
    return !worthTelling
        ? ""
        : stored.pages().entrySet().stream()
            .map(each -> messages.get("page-state." + each.getKey().key(), each.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static PartView part(TextPart part, PageLinks links, Messages messages) {
    return new PartView(
        part.name(),
        part.count() == 0 ? "" : messages.get("size." + part.unit().key(), part.count()),
        messages.get("state.name." + part.state().key()),
        ReasonText.stretches(part.reasons(), messages),
        part.first() == 0 || !hasText(part.state()) ? "" : links.page(part.first()));
  }

  private static boolean hasText(AttachmentState state) {
    return switch (state) {
      case INDEXED, OCR, PARTIAL -> true;
      default -> false;
    };
  }

  private static String counted(PageCounts counts, TextSummary summary, Messages messages) {
    return counts.occurrences() == 0
        ? messages.get("hits.none")
        : messages.get(
            "hits." + summary.unit().key(),
            counts.occurrences(),
            counts.pageNumbers().size(),
            summary.pageCount());
  }

  private static ExcerptView excerpt(
      PageExcerpt found, TextSummary summary, PageLinks links, Messages messages) {
    return new ExcerptView(
        name(summary, found.page(), messages),
        links.hit(found.page(), found.hit()),
        TextSpan.of(found.excerpt()));
  }

  private static String name(TextSummary summary, int page, Messages messages) {
    return messages.get("short." + summary.unit().key(), page);
  }
}
