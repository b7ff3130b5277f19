package it.lente.index;

import it.lente.record.ProcessRecord;
import it.lente.source.SourceReport;
import java.io.IOException;
import java.util.function.Consumer;

/** Where a run gets its records from. */
public interface Records {

  /**
   * Gives every record once, each id at most once.
   *
   * @throws IOException if the collection as a whole cannot be read; one bad record is no reason
   */
  SourceReport read(Consumer<ProcessRecord> each) throws IOException;
}
