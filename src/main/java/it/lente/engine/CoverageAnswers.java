package it.lente.engine;

import it.lente.record.AttachmentState;
import java.util.Set;
import java.util.function.Consumer;

/** Answers about the files of the collection and what could be read of them. */
public interface CoverageAnswers {

  /** Counts the files by state, to show how much can be searched, and lists some of them. */
  Coverage coverage(CoverageRequest request, Deadline deadline);

  /**
   * Passes every file of one commit to the sink, in the order of {@link Coverage#files()}, so that
   * the list need not fit into memory. The sink ends it by throwing.
   *
   * @param states to list; empty for all
   */
  void eachFile(Set<AttachmentState> states, Consumer<CoverageFile> sink);
}
