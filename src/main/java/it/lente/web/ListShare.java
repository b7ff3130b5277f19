package it.lente.web;

import it.lente.engine.AttachmentHit;
import it.lente.engine.PageExcerpt;
import it.lente.engine.ProcessHit;
import java.util.ArrayList;
import java.util.List;

/**
 * A process in a list, with those of its attachments that fit into its share of the response. A
 * hundred processes may have thousands, which are all on the pages of the processes.
 *
 * @param unlisted number of attachments that are left out
 */
record ListShare(ProcessHit hit, List<AttachmentHit> attachments, int unlisted) {

  /** Maximum number of pages with occurrences that a response lists. */
  static final int PAGES = 1_000;

  /** Maximum estimated bytes of all attachments in a list. */
  private static final int ROOM = 1_000_000;

  /** Estimated bytes around the texts of an attachment and of an excerpt. */
  private static final int FRAME = 400;

  /** Estimated bytes around the address of a link. */
  private static final int LINK = 150;

  /**
   * Divides the room of a response among its processes; unused room goes to the next one.
   *
   * @param asked the end of the addresses in a page; empty for a response without links
   */
  static List<ListShare> of(List<ProcessHit> hits, String asked) {
    List<ListShare> shares = new ArrayList<>();
    int room = 0;
    for (ProcessHit hit : hits) {
      room += ROOM / hits.size();
      List<AttachmentHit> all = hit.attachments();
      int listed = 0;
      // At least the first is listed; it has occurrences if any has.
      while (listed < all.size() && (listed == 0 || room > 0)) {
        room -= length(all.get(listed++), asked);
      }
      shares.add(new ListShare(hit, all.subList(0, listed), all.size() - listed));
    }
    return shares;
  }

  private static int length(AttachmentHit hit, String asked) {
    int pages = hit.hits().map(counts -> counts.pages().size()).orElse(0);
    int links = hit.excerpts().size() + Math.min(pages, AttachmentView.CHIPS) + 1;
    int length =
        FRAME
            + hit.stored().attachment().title().length()
            + hit.stored().attachment().file().length()
            + (asked.isEmpty() ? 5 * Math.min(pages, PAGES) : links * (LINK + asked.length()));
    for (PageExcerpt each : hit.excerpts()) {
      length += FRAME + each.excerpt().text().length() + 10 * each.excerpt().marks().size();
    }
    return length;
  }
}
