package it.lente.engine.lucene;

import it.lente.analysis.Occurrences;
import it.lente.engine.AttachmentHits;
import it.lente.engine.Excerpt;
import it.lente.engine.Excerpts;
import it.lente.engine.HitsRequest;
import it.lente.engine.Mark;
import it.lente.engine.PageHits;
import it.lente.engine.StoredAttachment;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Every occurrence in one attachment, page by page. */
final class AttachmentHitsReader {

  private final BlockReader block;
  private final Occurrences occurrences;
  private final int firstPage;
  private final List<PageTally> tallies;

  /** The attachment's first occurrence in the order of the field. */
  private final int first;

  private final int[] numbers;

  /**
   * Looks at one attachment of a process.
   *
   * @param group the attachment's place among those of the process, from 0
   * @param occurrences those of the whole process
   */
  AttachmentHitsReader(BlockReader block, int group, Occurrences occurrences) throws IOException {
    this.block = block;
    this.occurrences = occurrences;
    Layout layout = block.layout();
    this.firstPage = layout.firstText(group);
    int behind = layout.firstText(group + 1);
    this.tallies =
        PageTally.of(layout, occurrences).stream()
            .filter(tally -> tally.text() >= firstPage && tally.text() < behind)
            .toList();
    this.first = tallies.stream().mapToInt(PageTally::first).min().orElse(0);
    this.numbers = numbers();
  }

  /**
   * Reads what was asked for.
   *
   * @param parts how many words and phrases the question asks for
   */
  AttachmentHits read(StoredAttachment stored, HitsRequest request, int parts) throws IOException {
    List<PageTally> ordered =
        request.order() == HitsRequest.Order.PAGE
            ? tallies
            : tallies.stream().sorted(PageTally.BEST_FIRST).toList();
    List<PageHits> pages = new ArrayList<>();
    int full = 0;
    for (PageTally tally : ordered) {
      int number = tally.text() - firstPage + 1;
      boolean inFull = request.pages().contains(number) && full < request.pages().limit();
      full += inFull ? 1 : 0;
      pages.add(page(tally, inFull));
    }
    int total = tallies.stream().mapToInt(PageTally::starting).sum();
    boolean together = tallies.stream().anyMatch(tally -> Long.bitCount(tally.parts()) == parts);
    return new AttachmentHits(stored, total, together, pages);
  }

  /** The numbers of the occurrences, from 1: by page, and on each page in the order of its text. */
  private int[] numbers() throws IOException {
    int[] numbers = new int[behind() - first];
    int n = 0;
    for (PageTally tally : tallies) {
      for (int occurrence : inOrder(tally)) {
        int place = occurrence - first;
        numbers[place] = numbers[place] == 0 ? ++n : numbers[place];
      }
    }
    return numbers;
  }

  /** A page whose running lines have no occurrence of their own need not be read for this. */
  private int[] inOrder(PageTally tally) throws IOException {
    if (!tally.isParted()) {
      PageTally.Touched only = tally.touched().getFirst();
      return IntStream.range(only.first(), only.behind()).toArray();
    }
    return tally.found(block.layout(), occurrences, block.page(tally.text()).words()).stream()
        .mapToInt(PageTally.Found::occurrence)
        .toArray();
  }

  private int behind() {
    return tallies.stream()
        .mapToInt(tally -> tally.touched().getLast().behind())
        .max()
        .orElse(first);
  }

  private PageHits page(PageTally tally, boolean inFull) throws IOException {
    TextBlock.Entry entry = block.page(tally.text());
    List<Excerpt> excerpts = new ArrayList<>();
    List<PageHits.Hit> hits = new ArrayList<>();
    if (inFull) {
      List<PageTally.Found> marked = tally.marked(block.layout(), occurrences, entry.words());
      List<Excerpts.Span> spans = marked.stream().map(PageTally.Found::span).toList();
      excerpts.add(Excerpts.best(entry.page().text(), spans));
      WordBoxes boxes = block.wholePage(tally.text()).boxes();
      for (PageTally.Found found : marked) {
        Mark mark = new Mark(found.span().start(), found.span().end());
        hits.add(
            new PageHits.Hit(
                numbers[found.occurrence() - first], mark, boxes.around(mark.start(), mark.end())));
      }
    }
    return new PageHits(
        entry.page().number(),
        entry.page().label(),
        entry.page().shape(),
        tally.starting(),
        excerpts,
        hits);
  }
}
