package it.lente.web;

import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.StoredAttachment;
import it.lente.messages.Messages;
import it.lente.messages.ReasonText;
import it.lente.messages.ReasonText.Stretch;
import it.lente.record.Attachment;
import it.lente.record.AttachmentState;
import it.lente.record.PageState;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An attachment in a list or on the page of its process, as the template shows it.
 *
 * @param links to its pages
 * @param original the address of the file, the empty string if it is missing
 */
record AttachmentView(AttachmentHit hit, PageLinks links, String original, Messages messages) {

  private static final Set<PageState> ONLY_TEXT = Set.of(PageState.TEXT);

  /** Number of pages with links of their own; the first of these pages lists the rest. */
  static final int CHIPS = 8;

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
    Attachment attachment = hit.stored().attachment();
    boolean missing = hit.stored().summary().state() == AttachmentState.MISSING;
    return new AttachmentView(
        hit,
        PageLinks.of(process, attachment.id(), visit),
        missing ? "" : visit.below(Address.original(process, attachment.file())).toString(),
        visit.messages());
  }

  /** Returns the view of an attachment without a question. */
  static AttachmentView of(StoredAttachment stored, String process, RequestContext visit) {
    return of(new AttachmentHit(stored, Optional.empty(), List.of()), process, visit);
  }

  TextSummary summary() {
    return hit.stored().summary();
  }

  /** Returns «48 pagine», the empty string if nothing was read. */
  String size() {
    return size(summary().unit(), summary().pageCount());
  }

  private String size(TextUnit unit, int count) {
    return count == 0 ? "" : messages.get("size." + unit.key(), count);
  }

  /** Returns «3 con testo, 1 in attesa di riconoscimento», empty if every read page has text. */
  String pageStates() {
    Map<PageState, Integer> pages = hit.stored().pages();
    return pages.keySet().equals(ONLY_TEXT)
        ? ""
        : pages.entrySet().stream()
            .map(each -> messages.get("page-state." + each.getKey().key(), each.getValue()))
            .collect(Collectors.joining(", "));
  }

  /** Returns the state in words, the empty string if it needs no mention. */
  String state() {
    AttachmentState state = summary().state();
    return state == AttachmentState.INDEXED ? "" : messages.get("state." + state.key());
  }

  /** Returns «12 occorrenze in 5 pagine di 48», empty without a question or without text. */
  String hits() {
    return hit.hits().filter(counts -> isReadable()).map(this::counted).orElse("");
  }

  private String counted(PageCounts counts) {
    return counts.occurrences() == 0
        ? messages.get("hits.none")
        : messages.get(
            "hits." + summary().unit().key(),
            counts.occurrences(),
            counts.pages().size(),
            summary().pageCount());
  }

  /**
   * Returns whether one line says all that a page has to say about the attachment.
   *
   * @param whole true on the page of the process, which says more where no words are asked for
   */
  boolean isLine(boolean whole) {
    return !found() && state().isEmpty() && !(whole && hits().isEmpty());
  }

  int occurrences() {
    return hit.hits().map(PageCounts::occurrences).orElse(0);
  }

  /** Returns whether there is an occurrence. */
  boolean found() {
    return !pages().isEmpty();
  }

  private List<PageCount> pages() {
    return hit.hits().map(PageCounts::pages).orElse(List.of());
  }

  List<PageLink> chips() {
    return pages().stream()
        .limit(CHIPS)
        .map(page ->
            new PageLink(
                messages.number(page.page()),
                name(page.page()),
                links.hit(page.page(), page.first())))
        .toList();
  }

  /** Returns the number of pages with occurrences that have no link. */
  int remainingPages() {
    return Math.max(0, pages().size() - CHIPS);
  }

  /** Returns the passages, or only the best one. */
  List<ExcerptView> excerpts(boolean brief) {
    return hit.excerpts().stream()
        .limit(brief ? 1 : hit.excerpts().size())
        .map(found ->
            new ExcerptView(
                name(found.page()),
                links.hit(found.page(), found.hit()),
                TextSpan.of(found.excerpt())))
        .toList();
  }

  private String name(int page) {
    return messages.get("short." + summary().unit().key(), page);
  }

  /** Returns the address of the first page's text, the empty string if there is none. */
  String text() {
    return isReadable() ? links.page(1) : "";
  }

  /** Returns the address of the first page, also of a scan; the empty string if it has none. */
  String reader() {
    boolean scanned = summary().state() == AttachmentState.NEEDS_OCR && summary().pageCount() > 0;
    return scanned ? links.page(1) : text();
  }

  private boolean isReadable() {
    return summary().pageCount() > 0 && hasText(summary().state());
  }

  private static boolean hasText(AttachmentState state) {
    return state.whole() || state == AttachmentState.PARTIAL;
  }

  /** Returns the files inside the attachment. */
  List<PartView> parts() {
    return summary().parts().stream().map(this::part).toList();
  }

  private PartView part(TextPart part) {
    return new PartView(
        part.name(),
        size(part.unit(), part.count()),
        messages.get("state.name." + part.state().key()),
        ReasonText.stretches(part.reasons(), messages),
        part.first() == 0 || !hasText(part.state()) ? "" : links.page(part.first()));
  }
}
