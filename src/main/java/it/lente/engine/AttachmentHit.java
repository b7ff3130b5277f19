package it.lente.engine;

import java.util.List;
import java.util.Optional;

/**
 * An attachment in a list of processes.
 *
 * @param hits there exactly when the question asks for words, zeros included
 * @param excerpts of the best three pages
 */
public record AttachmentHit(
    StoredAttachment stored, Optional<PageCounts> hits, List<PageExcerpt> excerpts) {

  /**
   * Where the occurrences are.
   *
   * @param pages every page on which an occurrence starts, ascending
   */
  public record PageCounts(int occurrences, List<PageCount> pages) {

    public static final PageCounts NONE = new PageCounts(0, List.of());

    public PageCounts {
      pages = List.copyOf(pages);
    }

    /** From 1, ascending. */
    public List<Integer> pageNumbers() {
      return pages.stream().map(PageCount::page).toList();
    }
  }

  /**
   * A page on which an occurrence starts.
   *
   * @param page from 1
   * @param first the number of the first that starts here, within the attachment, from 1
   */
  public record PageCount(int page, int first) {}

  public AttachmentHit {
    excerpts = List.copyOf(excerpts);
  }
}
