package it.lente.engine.lucene;

import it.lente.analysis.Occurrences;
import it.lente.engine.AttachmentHits;
import it.lente.engine.Excerpt;
import it.lente.engine.Excerpts;
import it.lente.engine.HitsRequest;
import it.lente.engine.Mark;
import it.lente.engine.PageHits;
import it.lente.engine.StoredAttachment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every occurrence in one attachment, page by page. */
final class AttachmentHitsReader {

  private final BlockReader block;
  private final Occurrences occurrences;
  private final int firstPage;
  private final List<PageTally> tallies;

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
  }

  AttachmentHits read(StoredAttachment stored, HitsRequest request) throws IOException {
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
    return new AttachmentHits(stored, total, pages);
  }

  private PageHits page(PageTally tally, boolean inFull) throws IOException {
    TextBlock.Entry entry = block.page(tally.text());
    List<Excerpt> excerpts = new ArrayList<>();
    List<PageHits.Hit> hits = new ArrayList<>();
    if (inFull) {
      List<Excerpts.Span> spans = tally.spans(block.layout(), occurrences, entry.words());
      excerpts.add(Excerpts.best(entry.page().text(), spans));
      int n = tally.first() - tallies.getFirst().first() + 1;
      for (Excerpts.Span span : spans) {
        hits.add(new PageHits.Hit(n++, new Mark(span.start(), span.end())));
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
