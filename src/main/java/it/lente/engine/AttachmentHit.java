package it.lente.engine;

import java.util.List;
import java.util.Optional;

/**
 * An attachment in a list of processes.
 *
 * @param hits present, zeros included, exactly if the question has words
 * @param excerpts of the best three pages
 */
public record AttachmentHit(
    StoredAttachment stored, Optional<PageCounts> hits, List<PageExcerpt> excerpts) {

  /**
   * Counts of an attachment's occurrences.
   *
   * @param pages every page on which an occurrence starts, ascending
   */
  public record PageCounts(int occurrences, List<PageCount> pages) {

    public static final PageCounts NONE = new PageCounts(0, List.of());

    public PageCounts {
      pages = List.copyOf(pages);
    }

    /** Returns the page numbers, from 1, ascending. */
    public List<Integer> pageNumbers() {
      return pages.stream().map(PageCount::page).toList();
    }
  }

  /**
   * A page on which an occurrence starts.
   *
   * @param page from 1
   * @param first number, from 1 in the attachment, of the first occurrence that starts on it
   */
  public record PageCount(int page, int first) {}

  public AttachmentHit {
    excerpts = List.copyOf(excerpts);
  }
}
