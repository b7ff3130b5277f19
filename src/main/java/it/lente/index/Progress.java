package it.lente.index;

import it.lente.record.TextSummary;
import java.util.function.IntSupplier;

/** Reports the progress of a run. Called by one thread at a time. */
public interface Progress {

  /** Reports nothing. */
  Progress SILENT = new Progress() {};

  /**
   * A run begins.
   *
   * @param attachments estimates their number; visits each file, so call it only to show the number
   */
  default void begin(IntSupplier attachments) {}

  /** The given number of attachments are unchanged and need not be read. */
  default void unchanged(int attachments) {}

  /** One more attachment is in the index. */
  default void read(TextSummary summary) {}

  default void end() {}
}
