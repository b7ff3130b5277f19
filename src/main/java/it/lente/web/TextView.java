package it.lente.web;

import it.lente.engine.AttachmentHits;
import it.lente.engine.PageHits;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.record.PageText;
import java.util.List;
import java.util.Optional;

/**
 * The text of one page, its words marked, and the way to the others.
 *
 * @param page «pagina 7 di 48»
 * @param label the page's own name, the empty string if it has none or the same
 * @param count «12 occorrenze in 5 pagine di 48», the empty string without a question
 * @param onPage the occurrences on this page
 * @param places every page with occurrences
 * @param original the file's own address, opened at this page where it is a PDF
 */
record TextView(
    Frame frame,
    String q,
    String attachment,
    String page,
    String label,
    List<Piece> text,
    String count,
    String position,
    List<Integer> onPage,
    List<Place> places,
    String previousPage,
    String nextPage,
    String previousHit,
    String nextHit,
    String action,
    String original) {

  /** A page with occurrences. */
  record Place(String name, String count, String address, boolean current) {}

  static TextView of(
      StoredProcess process,
      StoredAttachment stored,
      PageText page,
      Optional<AttachmentHits> hits,
      Visit visit) {
    return new Builder(process, stored, page, hits, visit).view();
  }

  /** What the parts of the view are made from. */
  private record Builder(
      StoredProcess process,
      StoredAttachment stored,
      PageText page,
      Optional<AttachmentHits> hits,
      Visit visit) {

    TextView view() {
      int pages = stored.summary().pageCount();
      int number = page.number();
      List<PageHits.Hit> here = hereHits();
      return new TextView(
          frame(),
          visit.q(),
          stored.attachment().title(),
          texts().get("page." + unit(), number, pages),
          page.label().equals(Integer.toString(number)) ? "" : page.label(),
          Piece.of(page.text(), here),
          hits.map(this::count).orElse(""),
          position(here),
          here.stream().map(PageHits.Hit::n).toList(),
          list().stream().map(this::place).toList(),
          number > 1 ? address(number - 1).toString() : "",
          number < pages ? address(number + 1).toString() : "",
          previousHit(here),
          nextHit(here),
          address(number).without("q").without("lang").toString(),
          original());
    }

    private Texts texts() {
      return visit.texts();
    }

    private String unit() {
      return stored.summary().unit().key();
    }

    private Address address(int number) {
      return visit.asking(Address.page(process.record().id(), stored.attachment().id(), number));
    }

    private Frame frame() {
      String title =
          texts()
              .get(
                  "text.title",
                  stored.attachment().title(),
                  texts().get("short." + unit(), page.number()));
      return Frame.of(visit, title)
          .below(texts().get("results.back"), visit.asking(Address.of("")))
          .below(process.record().title(), visit.asking(Address.process(process.record().id())))
          .notIndexed();
    }

    private String original() {
      String file = stored.attachment().file();
      Address address = Address.original(process.record().id(), file);
      return file.endsWith(".pdf") || file.endsWith(".PDF")
          ? address.place("page=" + page.number())
          : address.toString();
    }

    private List<PageHits> list() {
      return hits.map(AttachmentHits::pages).orElse(List.of());
    }

    private List<PageHits.Hit> hereHits() {
      return list().stream()
          .filter(each -> each.page() == page.number())
          .flatMap(each -> each.hits().stream())
          .toList();
    }

    private String count(AttachmentHits found) {
      long pages = found.pages().stream().filter(each -> each.occurrences() > 0).count();
      return found.occurrences() == 0
          ? texts().get("hits.none")
          : texts().get("hits." + unit(), found.occurrences(), pages, stored.summary().pageCount());
    }

    /** «Occorrenze 3–5 di 12». */
    private String position(List<PageHits.Hit> here) {
      if (here.isEmpty()) {
        return "";
      }
      int first = here.getFirst().n();
      int last = here.getLast().n();
      int all = hits.map(AttachmentHits::occurrences).orElse(0);
      return first == last
          ? texts().get("text.position.one", first, all)
          : texts().get("text.position", first, last, all);
    }

    private Place place(PageHits each) {
      int number = each.page();
      String count =
          each.occurrences() == 0
              ? texts().get("text.end")
              : texts().get("occurrences", each.occurrences());
      return new Place(
          texts().get("short." + unit(), number),
          count,
          address(number).place("first"),
          number == page.number());
    }

    /** The last occurrence that starts before this page. */
    private String previousHit(List<PageHits.Hit> here) {
      int before =
          list().stream()
              .filter(each -> each.page() < page.number())
              .mapToInt(PageHits::occurrences)
              .sum();
      int wanted = here.isEmpty() ? before : Math.min(before, here.getFirst().n() - 1);
      return hit(wanted);
    }

    private String nextHit(List<PageHits.Hit> here) {
      int through =
          list().stream()
              .filter(each -> each.page() <= page.number())
              .mapToInt(PageHits::occurrences)
              .sum();
      int wanted = here.isEmpty() ? through + 1 : Math.max(through, here.getLast().n()) + 1;
      return hit(wanted);
    }

    /** The address of the occurrence of this number, or the empty string if there is none. */
    private String hit(int wanted) {
      int counted = 0;
      for (PageHits each : list()) {
        counted += each.occurrences();
        if (wanted >= 1 && counted >= wanted) {
          return address(each.page()).place("hit-" + wanted);
        }
      }
      return "";
    }
  }
}
