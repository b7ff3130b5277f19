package it.lente.index;

import it.lente.record.TextSummary;
import java.util.function.IntSupplier;

/** Follows a run while it goes on. Called by one thread at a time. */
public interface Progress {

  /** Follows nothing. */
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
   * @param attachments counts about how many the collection has; it looks at each, so ask it only
   *     when there is something to show
   */
  void begin(IntSupplier attachments);

  /** So many attachments are as they were and need not be read. */
  void unchanged(int attachments);

  /** One more attachment is in the index. */
  void read(TextSummary summary);

  void end();
}
