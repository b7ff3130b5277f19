package it.lente.engine.hits;

import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.AttachmentHits;
import it.lente.engine.HitsRequest;
import it.lente.engine.Mark;
import it.lente.engine.PageExcerpt;
import it.lente.engine.PageHits;
import it.lente.engine.StoredAttachment;
import it.lente.engine.hits.PageOccurrences.Found;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The occurrences in one attachment, numbered from 1: by page, and on each page in the order of its
 * text. Lists and single hits share these numbers, so that links between them agree.
 */
public final class AttachmentOccurrences {

  private static final int EXCERPTS = 3;

  private final ProcessTexts texts;
  private final Occurrences occurrences;
  private final int firstPage;

  /** The attachment's pages with occurrences, in order. */
  private final List<PageOccurrences> pages;

  /** The attachment's first occurrence in the order of the field. */
  private final int first;

  /** By distance from the first occurrence; computed on first use. */
  private int[] numbers;

  private AttachmentOccurrences(
      ProcessTexts texts, int firstPage, List<PageOccurrences> pages, Occurrences occurrences) {
    this.texts = texts;
    this.occurrences = occurrences;
    this.firstPage = firstPage;
    this.pages = pages;
    this.first = pages.stream().mapToInt(PageOccurrences::first).min().orElse(0);
  }

  /**
   * Separates the occurrences in the pages of a process by attachment.
   *
   * @return one element for each attachment, in the record's order
   */
  public static List<AttachmentOccurrences> of(ProcessTexts texts, Occurrences occurrences)
      throws IOException {
    return of(texts.layout(), texts, occurrences);
  }

  /** Separates occurrences of which only the pages are asked for, before any text is read. */
  public static List<AttachmentOccurrences> of(PositionLayout layout, Occurrences occurrences) {
    return of(layout, null, occurrences);
  }

  private static List<AttachmentOccurrences> of(
      PositionLayout layout, ProcessTexts texts, Occurrences occurrences) {
    List<PageOccurrences> all = PageOccurrences.of(layout, occurrences);
    List<AttachmentOccurrences> attachments = new ArrayList<>();
    int next = 0;
    for (int group = 0; group < layout.groups().size(); group++) {
      int from = next;
      while (next < all.size() && all.get(next).text() < layout.firstText(group + 1)) {
        next++;
      }
      int firstPage = layout.firstText(group);
      attachments.add(
          new AttachmentOccurrences(texts, firstPage, all.subList(from, next), occurrences));
    }
    return attachments;
  }

  private int number(Found found) throws IOException {
    if (numbers == null) {
      numbers = new int[pages.stream().mapToInt(PageOccurrences::end).max().orElse(first) - first];
      int n = 0;
      for (PageOccurrences page : pages) {
        for (int occurrence : inOrder(page)) {
          int place = occurrence - first;
          numbers[place] = numbers[place] == 0 ? ++n : numbers[place];
        }
      }
    }
    return numbers[found.occurrence() - first];
  }

  /** Reads a page only if its running lines have occurrences of their own. */
  private int[] inOrder(PageOccurrences page) throws IOException {
    return page.isSplit()
        ? found(page, texts.page(page.text())).stream().mapToInt(Found::occurrence).toArray()
        : IntStream.range(page.first(), page.end()).toArray();
  }

  private List<Found> found(PageOccurrences page, IndexedText text) throws IOException {
    return page.found(texts.layout(), occurrences, text);
  }

  private Stream<PageOccurrences> bestFirst() {
    return pages.stream().sorted(PageOccurrences.BEST_FIRST);
  }

  PageCounts counts() {
    List<PageCount> counts = new ArrayList<>();
    int before = 0;
    for (PageOccurrences page : pages) {
      if (page.starting() > 0) {
        counts.add(new PageCount(page.text() - firstPage + 1, before + 1));
      }
      before += page.starting();
    }
    return new PageCounts(before, counts);
  }

  /** Returns the pages, counted in the process, that {@link #excerpts} reads. */
  public IntStream excerptPages() {
    return IntStream.concat(
        bestFirst().limit(EXCERPTS).mapToInt(PageOccurrences::text),
        pages.stream().filter(PageOccurrences::isSplit).mapToInt(PageOccurrences::text));
  }

  /** Returns the pages, counted in the process, that {@link #hits} reads. */
  public IntStream hitPages(HitsRequest request) {
    Stream<PageOccurrences> inFull =
        (request.order() == HitsRequest.Order.PAGE ? pages.stream() : bestFirst())
            .filter(page -> request.pages().contains(page.text() - firstPage + 1))
            .limit(request.pages().limit());
    return Stream.concat(inFull, pages.stream().filter(PageOccurrences::isSplit))
        .mapToInt(PageOccurrences::text);
  }

  /** Returns excerpts of the best pages. */
  List<PageExcerpt> excerpts() throws IOException {
    List<PageExcerpt> excerpts = new ArrayList<>();
    for (PageOccurrences page : bestFirst().limit(EXCERPTS).toList()) {
      if (page.starting() > 0) {
        IndexedText text = texts.page(page.text());
        List<Found> marked = found(page, text);
        Excerpts.Chosen chosen = Excerpts.best(text.page().text(), marked);
        excerpts.add(
            new PageExcerpt(
                text.page().number(), number(marked.get(chosen.first())), chosen.excerpt()));
      }
    }
    return excerpts;
  }

  /** Returns every page with occurrences, the requested ones in full. */
  public AttachmentHits hits(StoredAttachment stored, HitsRequest request, QueryMatcher matcher)
      throws IOException {
    List<PageOccurrences> ordered =
        request.order() == HitsRequest.Order.PAGE ? pages : bestFirst().toList();
    List<PageHits> hits = new ArrayList<>();
    int full = 0;
    for (PageOccurrences page : ordered) {
      int number = page.text() - firstPage + 1;
      boolean inFull = request.pages().contains(number) && full < request.pages().limit();
      full += inFull ? 1 : 0;
      hits.add(inFull ? inFull(page, number) : listed(page, number));
    }
    int total = pages.stream().mapToInt(PageOccurrences::starting).sum();
    boolean together = pages.stream().anyMatch(page -> matcher.answersOnPage(page.parts()));
    return new AttachmentHits(stored, total, together, hits);
  }

  /** Lists a page without reading its text and boxes, as for most pages of a large document. */
  private PageHits listed(PageOccurrences page, int number) throws IOException {
    PageHead head = texts.head(page.text());
    return new PageHits(number, head.label(), head.shape(), page.starting(), List.of(), List.of());
  }

  private PageHits inFull(PageOccurrences page, int number) throws IOException {
    IndexedText text = texts.page(page.text());
    WordBoxes boxes = texts.boxes(page.text());
    List<Found> marked = found(page, text);
    List<PageHits.Hit> hits = new ArrayList<>();
    for (Found each : marked) {
      Mark mark = new Mark(each.start(), each.end());
      hits.add(new PageHits.Hit(number(each), mark, boxes.around(mark.start(), mark.end())));
    }
    return new PageHits(
        number,
        text.page().label(),
        text.page().shape(),
        page.starting(),
        List.of(Excerpts.best(text.page().text(), marked).excerpt()),
        hits);
  }
}
