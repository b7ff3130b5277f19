package it.lente.index;

import it.lente.source.RecordSink;
import it.lente.source.SourceReport;
import java.io.IOException;

/** Provides a run with its records. */
public interface RecordReader {

  /**
   * Passes every record that the sink does not know, each id at most once.
   *
   * @throws IOException if the collection as a whole cannot be read; one bad record is no reason
   */
  SourceReport read(RecordSink sink) throws IOException;
}
