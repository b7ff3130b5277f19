package it.lente.engine;

import it.lente.record.Box;
import it.lente.record.PageShape;
import java.util.List;

/**
 * The occurrences on one page.
 *
 * @param page from 1
 * @param occurrences those that start here; 0 on a page that holds only the end of one
 * @param excerpts empty outside the pages given in full
 * @param hits stretches of this page's text, in order; empty outside the pages given in full
 */
public record PageHits(
    int page,
    String label,
    PageShape shape,
    int occurrences,
    List<Excerpt> excerpts,
    List<Hit> hits) {

  /**
   * An occurrence, or a piece of it: the part on this page of one that runs over a page break, the
   * words before or behind a running line that stands inside it.
   *
   * @param n its number within the attachment, from 1
   * @param boxes where it stands on the page, one for each line and part; none where the page has
   *     no boxes
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
