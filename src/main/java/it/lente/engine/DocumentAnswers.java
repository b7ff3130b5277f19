package it.lente.engine;

import it.lente.record.PageText;
import it.lente.record.TextQuery;
import java.util.Optional;
import java.util.OptionalInt;

/** Answers for those who read: processes, attachments, pages, and the occurrences in them. */
public interface DocumentAnswers {

  /**
   * Returns a process with all that is known about it, and the pages on which the words of a
   * question occur; empty if the id is unknown.
   */
  Optional<ProcessMatch> process(String id, TextQuery query, Deadline deadline);

  /** Returns a process with all that is known about it; empty if the id is unknown. */
  default Optional<StoredProcess> process(String id, Deadline deadline) {
    return process(id, TextQuery.NONE, deadline).map(ProcessMatch::stored);
  }

  /** Returns every occurrence in one attachment; empty if there is no such attachment. */
  Optional<AttachmentHits> hits(HitsRequest request, Deadline deadline);

  /**
   * Returns one page as it was read.
   *
   * @param number from 1
   * @return empty if there is no such attachment or page
   */
  Optional<PageText> page(String processId, String attachmentId, int number, Deadline deadline);

  /**
   * Finds the first page with a label.
   *
   * @param label as in the document, ignoring case
   * @return the page's number, from 1; empty if there is no such page
   */
  OptionalInt pageLabelled(String processId, String attachmentId, String label, Deadline deadline);
}
