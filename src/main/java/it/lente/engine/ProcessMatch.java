package it.lente.engine;

import java.util.List;

/**
 * A process and the pages on which the words of a question occur.
 *
 * @param attachments in the record's order, without excerpts
 */
public record ProcessMatch(StoredProcess stored, List<AttachmentHit> attachments) {

  public ProcessMatch {
    attachments = List.copyOf(attachments);
  }
}
