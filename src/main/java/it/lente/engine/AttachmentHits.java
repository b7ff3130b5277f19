package it.lente.engine;

import java.util.List;

/**
 * Every page of an attachment that answers.
 *
 * @param occurrences of the whole attachment
 * @param together whether some page holds every word and phrase that is asked for; false where
 *     nothing is found
 * @param pages those on which an occurrence starts or ends, in the order asked for
 */
public record AttachmentHits(
    StoredAttachment stored, int occurrences, boolean together, List<PageHits> pages) {

  public AttachmentHits {
    pages = List.copyOf(pages);
  }
}
