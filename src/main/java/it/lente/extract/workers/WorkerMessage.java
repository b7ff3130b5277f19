package it.lente.extract.workers;

import it.lente.extract.judging.PictureCoverage;
import it.lente.record.DocumentInfo;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.util.Optional;

/** A message from a worker to its parent. */
public sealed interface WorkerMessage {

  /** The worker has started and waits for files. */
  record Ready() implements WorkerMessage {}

  /** The file is open. The number of pages is 0 while unknown. */
  record Opened(String mediaType, TextUnit unit, int pages) implements WorkerMessage {}

  /** The worker begins to read a page, numbered from 1. */
  record Begun(int number) implements WorkerMessage {}

  /**
   * A page has been read. A later page replaces an earlier one with the same number.
   *
   * @param pictured pictures on the page
   * @param problem why the page, or its end, could not be read, nothing if it could
   */
  record Page(PageText page, PictureCoverage pictured, Optional<Reason> problem)
      implements WorkerMessage {}

  /** The file has been read to its end. */
  record Done(TextSummary summary, DocumentInfo info) implements WorkerMessage {}

  /** The file could not be read for a reason outside the file. */
  record NotNow(Reason reason) implements WorkerMessage {}
}
