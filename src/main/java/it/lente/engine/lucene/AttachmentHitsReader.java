package it.lente.engine.lucene;

import it.lente.analysis.Occurrences;
import it.lente.engine.AttachmentHits;
import it.lente.engine.Excerpt;
import it.lente.engine.Excerpts;
import it.lente.engine.HitsRequest;
import it.lente.engine.Mark;
import it.lente.engine.PageHits;
import it.lente.engine.StoredAttachment;
import it.lente.engine.lucene.PageHeads.Head;
import it.lente.engine.lucene.PageOccurrences.Found;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Reads every occurrence in one attachment, page by page. */
final class AttachmentHitsReader {

  private final BlockReader block;
  private final Occurrences occurrences;
  private final int firstPage;
  private final List<PageOccurrences> tallies;
  private final HitNumbers numbers;

  /**
   * Selects one attachment of a process.
   *
   * @param group index of the attachment in its process, from 0
   * @param occurrences in the whole process
   */
  AttachmentHitsReader(BlockReader block, int group, Occurrences occurrences) throws IOException {
    this.block = block;
    this.occurrences = occurrences;
    PositionLayout layout = block.layout();
    this.firstPage = layout.firstText(group);
    int end = layout.firstText(group + 1);
    this.tallies =
        PageOccurrences.of(layout, occurrences).stream()
            .filter(tally -> tally.text() >= firstPage && tally.text() < end)
            .toList();
    this.numbers = HitNumbers.of(block, tallies, occurrences);
  }

  /**
   * Reads the requested pages.
   *
   * @param answers whether a page that contains these query parts contains the whole question
   */
  AttachmentHits read(StoredAttachment stored, HitsRequest request, LongPredicate answers)
      throws IOException {
    List<PageOccurrences> ordered =
        request.order() == HitsRequest.Order.PAGE
            ? tallies
            : tallies.stream().sorted(PageOccurrences.BEST_FIRST).toList();
    List<PageHits> pages = new ArrayList<>();
    int full = 0;
    for (PageOccurrences tally : ordered) {
      int number = tally.text() - firstPage + 1;
      boolean inFull = request.pages().contains(number) && full < request.pages().limit();
      full += inFull ? 1 : 0;
      pages.add(inFull ? inFull(tally, number) : listed(tally, number));
    }
    int total = tallies.stream().mapToInt(PageOccurrences::starting).sum();
    boolean together = tallies.stream().anyMatch(tally -> answers.test(tally.parts()));
    return new AttachmentHits(stored, total, together, pages);
  }

  /** Lists a page without reading its text and boxes, as for most pages of a large document. */
  private PageHits listed(PageOccurrences tally, int number) throws IOException {
    Head head = block.head(tally.text());
    return new PageHits(number, head.label(), head.shape(), tally.starting(), List.of(), List.of());
  }

  private PageHits inFull(PageOccurrences tally, int number) throws IOException {
    TextBlock.Entry entry = block.page(tally.text());
    WordBoxes boxes = block.boxes(tally.text());
    List<Found> marked = tally.found(block.layout(), occurrences, entry);
    List<PageHits.Hit> hits = new ArrayList<>();
    for (Found found : marked) {
      Mark mark = new Mark(found.span().start(), found.span().end());
      hits.add(new PageHits.Hit(numbers.of(found), mark, boxes.around(mark.start(), mark.end())));
    }
    Excerpt excerpt =
        Excerpts.best(entry.page().text(), marked.stream().map(Found::span).toList()).excerpt();
    return new PageHits(
        number,
        entry.page().label(),
        entry.page().shape(),
        tally.starting(),
        List.of(excerpt),
        hits);
  }
}
