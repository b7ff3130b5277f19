package it.lente.web;

import it.lente.engine.AttachmentHits;
import it.lente.engine.PageHits;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.record.PageText;
import it.lente.search.HitsQuestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The data of a page.
 *
 * @param go the page that was entered in the page field, the empty string if none was
 */
record ReaderSource(
    StoredProcess process,
    StoredAttachment stored,
    PageText page,
    HitsQuestion question,
    Optional<AttachmentHits> hits,
    String go) {

  /** Maximum number of marks. A sheet can be long, and each mark takes 500 bytes. */
  static final int MARKS = 2_000;

  String unit() {
    return stored.summary().unit().key();
  }

  int pages() {
    return stored.summary().pageCount();
  }

  /** Returns the page's own name, the empty string if it has none or the same. */
  String label() {
    return page.label().equals(Integer.toString(page.number())) ? "" : page.label();
  }

  /** Returns the content of the page field: the page's own name, else its number. */
  String name() {
    return label().isEmpty() ? Integer.toString(page.number()) : label();
  }

  /** Returns the occurrences on this page, up to the limit of marks. */
  List<PageHits.Hit> here() {
    return all().limit(MARKS).toList();
  }

  Stream<PageHits.Hit> all() {
    return hits.stream()
        .flatMap(found -> found.pages().stream())
        .filter(each -> each.page() == page.number())
        .flatMap(each -> each.hits().stream());
  }

  /** Returns the text for screen readers: «occorrenza 3 di 12, pagina 7». */
  String spoken(int n, Messages messages) {
    int total = hits.map(AttachmentHits::occurrences).orElse(0);
    return messages.get("text.spoken." + unit(), n, total, page.number());
  }
}
