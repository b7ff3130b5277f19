package it.lente.engine;

import java.util.List;

/**
 * Every page of an attachment that has an occurrence.
 *
 * @param occurrences in the whole attachment
 * @param together whether some page contains the whole question; false if nothing is found
 * @param pages on which an occurrence starts or ends, in the requested order
 */
public record AttachmentHits(
    StoredAttachment stored, int occurrences, boolean together, List<PageHits> pages) {

  public AttachmentHits {
    pages = List.copyOf(pages);
  }
}
