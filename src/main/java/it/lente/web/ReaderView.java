package it.lente.web;

import it.lente.engine.PageHits;
import it.lente.messages.Messages;
import it.lente.record.PageState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One page of a document, as an image if a browser can show it and as text, with its words marked
 * and links to the other pages.
 *
 * @param walk the way to other results, empty if the reader does not come from a list
 * @param note a message about this page, the empty string if there is none
 */
record ReaderView(
    PageLayout frame,
    ReaderSource source,
    Optional<ListTrail> walk,
    String note,
    Optional<PageOverlay> sheet,
    ReaderHits hits,
    Ways ways) {

  /**
   * Addresses of the links.
   *
   * @param here this page with the question
   * @param action this page without the question
   * @param download the address of the file
   * @param original the address of the file, for a PDF opened at this page
   */
  record Ways(
      String previousPage,
      String nextPage,
      String here,
      String action,
      String download,
      String original) {}

  static ReaderView of(ReaderSource source, Optional<ListTrail> walk, RequestContext visit) {
    int number = source.page().number();
    String id = source.process().record().id();
    Address here = visit.asking(Address.page(id, source.stored().attachment().id(), number));
    here = here.with("order", visit.parameters().one("order"));
    PageLinks links = PageLinks.around(here, number);
    String file = visit.below(Address.original(id, source.stored().attachment().file())).toString();
    return new ReaderView(
        frame(source, walk, visit),
        source,
        walk,
        note(source, visit.messages()),
        PageOverlay.of(source, file, visit.messages()),
        ReaderHits.of(source, here, links, visit.messages()),
        new Ways(
            number > 1 ? links.page(number - 1) : "",
            number < source.pages() ? links.page(number + 1) : "",
            here.toString(),
            visit.below(new Address(here.path(), Map.of())).toString(),
            file,
            PageOverlay.isPdf(source) ? file + "#page=" + number : file));
  }

  String q() {
    return frame.visit().q();
  }

  /** Returns a line that cites this page, with the address of its first occurrence. */
  String citation() {
    Messages messages = frame.messages();
    String here =
        frame
            .visit()
            .absolute(
                Address.page(
                        source.process().record().id(),
                        source.stored().attachment().id(),
                        source.page().number())
                    .with("q", q()));
    List<PageHits.Hit> marked = source.here();
    return messages.get(
        "text.citation",
        source.stored().attachment().title(),
        messages.get("short." + source.unit(), source.page().number())
            + (source.label().isEmpty() ? "" : " (" + source.label() + ")"),
        source.process().record().title(),
        messages.get("site.owner") + ", " + messages.get("site.name"),
        here + (marked.isEmpty() ? "" : "#hit-" + marked.getFirst().n()),
        messages.date(LocalDate.now(ZoneId.systemDefault())));
  }

  /** Returns «pagina 7 di 48». */
  String page() {
    return frame.messages().get("page." + source.unit(), source.page().number(), source.pages());
  }

  /** Returns the fields of the form that goes to another page. */
  List<HiddenField> going() {
    return HiddenField.of(frame.visit().asking(Address.of("")), Set.of());
  }

  List<TextSpan> text() {
    return TextSpan.of(source.page().text(), source.here());
  }

  private static PageLayout frame(
      ReaderSource source, Optional<ListTrail> walk, RequestContext visit) {
    String name = source.process().record().title();
    String title =
        visit
            .messages()
            .get(
                "text.title",
                source.stored().attachment().title(),
                visit.messages().get("short." + source.unit(), source.page().number()));
    return PageLayout.of(visit, title)
        .below(
            visit.messages().get(walk.isPresent() ? "walk.back" : "results.back"),
            walk.map(ListTrail::back).orElse(visit.asking(Address.of("")).toString()))
        .below(name, visit.asking(Address.process(source.process().record().id())).toString())
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
