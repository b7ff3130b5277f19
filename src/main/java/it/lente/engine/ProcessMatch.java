package it.lente.engine;

import java.util.List;

/**
 * A process and the pages on which the words of a question occur.
 *
 * @param attachments in the record's order, the first hundred with excerpts
 * @param fields the record's own texts in which words occur, each whole and once
 */
public record ProcessMatch(
    StoredProcess stored, List<AttachmentHit> attachments, List<FieldExcerpt> fields) {

  /** Creates a match without marks in the record. */
  public ProcessMatch(StoredProcess stored, List<AttachmentHit> attachments) {
    this(stored, attachments, List.of());
  }

  public ProcessMatch {
    attachments = List.copyOf(attachments);
    fields = List.copyOf(fields);
  }
}
