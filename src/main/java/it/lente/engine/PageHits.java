package it.lente.engine;

import it.lente.record.Box;
import it.lente.record.PageShape;
import java.util.List;

/**
 * The occurrences on one page.
 *
 * @param page from 1
 * @param occurrences number that start here; 0 if the page contains only the end of one
 * @param excerpts empty unless the page is returned in full
 * @param hits ranges of this page's text, in order; empty unless the page is returned in full
 */
public record PageHits(
    int page,
    String label,
    PageShape shape,
    int occurrences,
    List<Excerpt> excerpts,
    List<Hit> hits) {

  /**
   * An occurrence or a piece of one, if it crosses a page break or surrounds a running line.
   *
   * @param n its number within the attachment, from 1
   * @param boxes its position on the page, a box for each line and part; empty if there are none
   */
  public record Hit(int n, Mark mark, List<Box> boxes) {

    public Hit {
      boxes = List.copyOf(boxes);
    }
  }

  public PageHits {
    excerpts = List.copyOf(excerpts);
    hits = List.copyOf(hits);
  }
}
