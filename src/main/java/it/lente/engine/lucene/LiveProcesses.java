package it.lente.engine.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** The processes of a segment that were not deleted or replaced, each with one value of a field. */
final class LiveProcesses {

  private LiveProcesses() {}

  /** Receives one process after the other. */
  @FunctionalInterface
  interface Sink {

    /**
     * Receives a process.
     *
     * @param document its first, a number in the whole index
     * @param value valid during the call only
     */
    void take(String id, int document, BytesRef value) throws IOException;
  }

  static void each(LeafReaderContext leaf, String field, Sink sink) throws IOException {
    LeafReader segment = leaf.reader();
    BinaryDocValues values = segment.getBinaryDocValues(field);
    SortedDocValues ids = segment.getSortedDocValues(Schema.ID);
    Bits live = segment.getLiveDocs();
    if (values == null) {
      return;
    }
    for (int doc = values.nextDoc(); doc != BinaryDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
      if ((live == null || live.get(doc)) && ids.advanceExact(doc)) {
        String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
        sink.take(id, leaf.docBase + doc, values.binaryValue());
      }
    }
  }
}
