package it.lente.extract;

import it.lente.record.DocumentInfo;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.util.Optional;

/** What a worker tells its parent, one thing at a time. */
public sealed interface WorkerMessage {

  /** It has started and waits for files. */
  record Ready() implements WorkerMessage {}

  /**
   * The file is open.
   *
   * @param pages that it is known to have, 0 as long as nobody can tell
   */
  record Opened(String mediaType, TextUnit unit, int pages) implements WorkerMessage {}

  /**
   * A page is being read.
   *
   * @param number from 1
   */
  record Begun(int number) implements WorkerMessage {}

  /**
   * A page has been read. One with the number of an earlier one takes its place.
   *
   * @param pictured whether it paints a picture
   * @param problem why the page, or its end, could not be read, nothing if it could
   */
  record Page(PageText page, PictureCoverage pictured, Optional<Reason> problem)
      implements WorkerMessage {}

  /** All is told of the file. */
  record Done(TextSummary summary, DocumentInfo info) implements WorkerMessage {}

  /** The file could not be read for a reason that is not the file's. */
  record NotNow(Reason reason) implements WorkerMessage {}
}
