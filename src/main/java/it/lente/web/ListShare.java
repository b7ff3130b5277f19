package it.lente.web;

import it.lente.engine.AttachmentHit;
import it.lente.engine.PageExcerpt;
import it.lente.engine.ProcessHit;
import java.util.ArrayList;
import java.util.List;

/**
 * A process in a list, with as many of its attachments as fit into its share of the answer: a
 * hundred processes may have thousands of them, which their own pages show.
 *
 * @param unlisted how many attachments are left out
 */
record ListShare(ProcessHit hit, List<AttachmentHit> attachments, int unlisted) {

  /** How many pages with occurrences an answer names one by one. */
  static final int PAGES = 1_000;

  /** Bytes of all attachments in a list, as far as they can be told before they are written. */
  private static final int ROOM = 1_000_000;

  /** Bytes around the texts of an attachment and of an excerpt. */
  private static final int FRAME = 400;

  /** Bytes around the address of a link. */
  private static final int LINK = 150;

  /**
   * Shares the room of an answer among its processes; what one leaves over, the next may take.
   *
   * @param asked the end of the addresses in a page; an answer without links has an empty one
   */
  static List<ListShare> of(List<ProcessHit> hits, String asked) {
    List<ListShare> shares = new ArrayList<>();
    int room = 0;
    for (ProcessHit hit : hits) {
      room += ROOM / hits.size();
      List<AttachmentHit> all = hit.attachments();
      int listed = 0;
      // At least the first is listed: the one with occurrences, if any has them.
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
