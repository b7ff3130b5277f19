package it.lente.engine;

import it.lente.record.TextQuery;

/**
 * A question about one attachment.
 *
 * @param pages for which excerpts and single hits are returned; all pages are listed
 */
public record HitsRequest(
    String processId, String attachmentId, TextQuery query, PageRange pages, Order order) {

  /** The order of pages in an answer. */
  public enum Order {
    PAGE,
    /** Most different words first, then most occurrences. */
    RELEVANCE
  }

  /**
   * A range of pages.
   *
   * @param from first page, from 1
   * @param to last page, inclusive
   * @param limit maximum number of pages with occurrences that are returned in full
   */
  public record PageRange(int from, int to, int limit) {

    /** The first fifty pages that have an occurrence. */
    public static final PageRange FIRST_FIFTY = new PageRange(1, Integer.MAX_VALUE, 50);

    public static PageRange between(int from, int to) {
      return new PageRange(from, to, Integer.MAX_VALUE);
    }

    public boolean contains(int page) {
      return page >= from && page <= to;
    }
  }
}
