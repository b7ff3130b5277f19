package it.lente.web;

import it.lente.engine.AttachmentHits;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.PageHits;
import it.lente.messages.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The occurrences in a document, seen from one of its pages.
 *
 * @param asked true if the question has words
 * @param total number of occurrences in the whole document
 * @param count «12 occorrenze in 5 pagine di 48»
 * @param here the occurrences on this page, each with its text for screen readers
 * @param apart a note if no page contains all the words, else the empty string
 */
record ReaderHits(
    boolean asked,
    int total,
    String count,
    String apart,
    List<Numbered> here,
    Steps steps,
    Places places) {

  /**
   * The way from one occurrence to another.
   *
   * @param position «3–5 / 12», the occurrences on this page; the empty string if there is none
   * @param previous the address of the occurrence before, the empty string if there is none
   */
  record Steps(String position, String previous, String next) {}

  /**
   * Every page with occurrences.
   *
   * @param listed in the selected order
   * @param more number of pages that are left out, the empty string if none
   * @param ticks the same pages in the order of the document
   * @param otherOrder the address of the same page with the list in the other order
   */
  record Places(
      List<Place> listed, String more, List<Tick> ticks, boolean byRelevance, String otherOrder) {}

  /** Maximum size in bytes of the addresses of places; each is written twice in a page. */
  private static final int ROOM = 300_000;

  /**
   * An occurrence on this page.
   *
   * @param spoken «occorrenza 3 di 12, pagina 7»
   */
  record Numbered(int n, String spoken) {}

  /**
   * A page with occurrences, for the list.
   *
   * @param passage its best passage, empty for a page far from the one that is shown
   */
  record Place(
      String name, String count, String address, boolean current, List<TextSpan> passage) {}

  /** A page with occurrences, on the bar that represents the document. */
  record Tick(int page, String address) {}

  static ReaderHits of(ReaderSource source, Address here, PageLinks links, Messages messages) {
    List<PageHits> listed = source.hits().map(AttachmentHits::pages).orElse(List.of());
    List<PageHits> ordered =
        listed.stream().sorted(Comparator.comparingInt(PageHits::page)).toList();
    int[] firsts = firsts(ordered, source.pages());
    int room = ROOM / links.hit(source.pages(), 1).length();
    int total = source.hits().map(AttachmentHits::occurrences).orElse(0);
    List<Integer> numbers = numbers(source.here());
    int number = source.page().number();
    int before = numbers.isEmpty() ? firsts[number] - 1 : Collections.min(numbers) - 1;
    int after = numbers.isEmpty() ? firsts[number] : Collections.max(numbers) + 1;
    boolean byRelevance = source.question().order() == Order.RELEVANCE;
    return new ReaderHits(
        source.hits().isPresent(),
        total,
        source.hits().map(found -> count(found, source, messages)).orElse(""),
        source.hits().filter(found -> total > 0 && !found.together()).isPresent()
            ? messages.get("text.apart")
            : "",
        numbers.stream().map(n -> new Numbered(n, source.spoken(n, messages))).toList(),
        new Steps(
            position(numbers, total),
            before >= 1 ? links.hit(pageOf(before, ordered), before) : within(numbers, 0),
            after <= total
                ? links.hit(pageOf(after, ordered), after)
                : within(numbers, numbers.size() - 1)),
        new Places(
            listed.stream()
                .limit(room)
                .map(each -> place(each, firsts, source, links, messages))
                .toList(),
            listed.size() > room ? messages.get("text.places.more", listed.size() - room) : "",
            ordered.stream()
                .filter(each -> each.occurrences() > 0)
                .limit(room)
                .map(each -> new Tick(each.page(), links.hit(each.page(), firsts[each.page()])))
                .toList(),
            byRelevance,
            here.with("order", byRelevance ? "" : "relevance").toString()));
  }

  /** Returns each number once, in the order of the page; a split occurrence has several parts. */
  private static List<Integer> numbers(List<PageHits.Hit> hits) {
    return hits.stream().map(PageHits.Hit::n).distinct().toList();
  }

  /**
   * Returns the anchor of the first or last occurrence on a page that has several; at the ends of
   * the document these are the only targets left.
   */
  private static String within(List<Integer> here, int index) {
    return here.size() < 2 ? "" : "#hit-" + here.get(index);
  }

  /** Returns, by page from 1, the number of the first occurrence that starts there or later. */
  private static int[] firsts(List<PageHits> ordered, int pages) {
    int[] firsts = new int[pages + 2];
    int counted = 0;
    int page = 1;
    for (PageHits each : ordered) {
      while (page <= each.page()) {
        firsts[page++] = counted + 1;
      }
      counted += each.occurrences();
    }
    while (page < firsts.length) {
      firsts[page++] = counted + 1;
    }
    return firsts;
  }

  private static int pageOf(int n, List<PageHits> ordered) {
    int counted = 0;
    for (PageHits each : ordered) {
      counted += each.occurrences();
      if (counted >= n) {
        return each.page();
      }
    }
    return 1;
  }

  private static String count(AttachmentHits found, ReaderSource source, Messages messages) {
    long pages = found.pages().stream().filter(each -> each.occurrences() > 0).count();
    return found.occurrences() == 0
        ? messages.get("hits.none")
        : messages.get("hits." + source.unit(), found.occurrences(), pages, source.pages());
  }

  private static String position(List<Integer> here, int total) {
    if (here.isEmpty()) {
      return "";
    }
    int first = Collections.min(here);
    int last = Collections.max(here);
    return (first == last ? "" + first : first + "–" + last) + " / " + total;
  }

  private static Place place(
      PageHits each, int[] firsts, ReaderSource source, PageLinks links, Messages messages) {
    int number = each.page();
    List<String> name = new ArrayList<>(List.of(messages.get("short." + source.unit(), number)));
    if (!each.label().isEmpty() && !each.label().equals(Integer.toString(number))) {
      name.add("(" + each.label() + ")");
    }
    boolean onlyEnd = each.occurrences() == 0;
    return new Place(
        String.join(" ", name),
        onlyEnd ? messages.get("text.end") : messages.get("occurrences", each.occurrences()),
        links.hit(number, onlyEnd ? firsts[number] - 1 : firsts[number]),
        number == source.page().number(),
        each.excerpts().isEmpty() ? List.of() : TextSpan.of(each.excerpts().getFirst()));
  }
}
