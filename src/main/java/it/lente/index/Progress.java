package it.lente.index;

import it.lente.record.TextSummary;
import java.util.function.IntSupplier;

/** Reports the progress of a run. Called by one thread at a time. */
public interface Progress {

  /** Reports nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void begin(IntSupplier attachments) {}

        @Override
        public void unchanged(int attachments) {}

        @Override
        public void read(TextSummary summary) {}

        @Override
        public void end() {}
      };

  /**
   * A run begins.
   *
   * @param attachments estimates their number; visits each file, so call it only to show the number
   */
  void begin(IntSupplier attachments);

  /** The given number of attachments are unchanged and need not be read. */
  void unchanged(int attachments);

  /** One more attachment is in the index. */
  void read(TextSummary summary);

  void end();
}
