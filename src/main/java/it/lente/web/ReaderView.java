package it.lente.web;

import it.lente.messages.Messages;
import it.lente.record.PageState;
import it.lente.record.PageText;
import java.util.List;
import java.util.Optional;

/**
 * One page of a document, as an image if a browser can show it and as text, with its words marked
 * and links to the other pages.
 *
 * @param page «pagina 7 di 48»
 * @param label the page's own name, the empty string if it has none or the same
 * @param go content of the page field: the page's own name, else its number
 * @param note a message about this page, the empty string if there is none
 * @param download the address of the file
 * @param original the address of the file, for a PDF opened at this page
 */
record ReaderView(
    PageLayout frame,
    String q,
    String attachment,
    String page,
    String label,
    String go,
    List<TextSpan> text,
    String note,
    Optional<PageOverlay> sheet,
    ReaderHits hits,
    Ways ways,
    String download,
    String original) {

  /**
   * Addresses of the links.
   *
   * @param here this page with the question
   * @param action this page without the question
   */
  record Ways(String previousPage, String nextPage, String here, String action) {}

  static ReaderView of(ReaderSource source, RequestContext visit) {
    Messages messages = visit.messages();
    PageText page = source.page();
    int number = page.number();
    String id = source.process().record().id();
    String file = source.stored().attachment().file();
    Address here = visit.asking(Address.page(id, source.stored().attachment().id(), number));
    here = here.with("order", visit.parameters().one("order"));
    PageLinks links = PageLinks.around(here, number);
    String original = visit.below(Address.original(id, file)).toString();
    boolean named = !page.label().isEmpty() && !page.label().equals(Integer.toString(number));
    return new ReaderView(
        frame(source, visit),
        visit.q(),
        source.stored().attachment().title(),
        messages.get("page." + source.unit(), number, source.pages()),
        named ? page.label() : "",
        named ? page.label() : Integer.toString(number),
        TextSpan.of(page.text(), source.here()),
        note(source, messages),
        PageOverlay.of(source, original, messages),
        ReaderHits.of(source, here, links, messages),
        new Ways(
            number > 1 ? links.page(number - 1) : "",
            number < source.pages() ? links.page(number + 1) : "",
            here.toString(),
            here.without("q").without("lang").without("order").toString()),
        original,
        PageOverlay.isPdf(source) ? original + "#page=" + number : original);
  }

  private static PageLayout frame(ReaderSource source, RequestContext visit) {
    String name = source.process().record().title();
    String title =
        visit
            .messages()
            .get(
                "text.title",
                source.stored().attachment().title(),
                visit.messages().get("short." + source.unit(), source.page().number()));
    return PageLayout.of(visit, title)
        .below(visit.messages().get("results.back"), visit.asking(Address.of("")))
        .below(name, visit.asking(Address.process(source.process().record().id())))
        .notIndexed();
  }

  private static String note(ReaderSource source, Messages messages) {
    if (!source.go().isEmpty()) {
      return messages.get("text.go.unknown", source.go(), source.pages());
    }
    if (source.all().skip(ReaderSource.MARKS).findFirst().isPresent()) {
      return messages.get("text.marks", ReaderSource.MARKS);
    }
    PageState state = source.page().state();
    return switch (state) {
      case NEEDS_OCR, FAILED -> messages.get("text.state." + state.key());
      default -> source.page().text().isEmpty() ? messages.get("text.empty") : "";
    };
  }
}
