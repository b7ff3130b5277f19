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
   * @param pageNumbers every page on which an occurrence starts, ascending
   */
  public record PageCounts(int occurrences, List<Integer> pageNumbers) {

    public static final PageCounts NONE = new PageCounts(0, List.of());

    public PageCounts {
      pageNumbers = List.copyOf(pageNumbers);
    }
  }

  public AttachmentHit {
    excerpts = List.copyOf(excerpts);
  }
}
