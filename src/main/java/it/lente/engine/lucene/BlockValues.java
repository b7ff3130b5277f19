package it.lente.engine.lucene;

import it.lente.engine.Deadline;
import it.lente.engine.stored.BlockReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the values of blocks, for one answer and one thread. Each field is opened once, which
 * allocates room for its longest value. Going back reopens it, so read blocks in document order.
 */
final class BlockValues {

  private final IndexReader reader;
  private final Deadline deadline;
  private final Map<Column, BinaryDocValues> open = new HashMap<>();

  private record Column(int segment, String field) {}

  /** Opens nothing yet; nothing is read once the deadline has passed. */
  BlockValues(IndexReader reader, Deadline deadline) {
    this.reader = reader;
    this.deadline = deadline;
  }

  /** Returns the reader of a block, by its first document. */
  BlockReader block(int first) {
    return new BlockReader(
        (field, distance) -> of(field, first + distance), Schema.PAGES_A_DOCUMENT);
  }

  /** Returns the reader of one block, which reads nothing once the deadline has passed. */
  static BlockReader block(IndexReader reader, int first, Deadline deadline) {
    return new BlockValues(reader, deadline).block(first);
  }

  /**
   * Returns the value of a field, valid until the next value of the same field is read.
   *
   * @param document a number in the whole index
   */
  BytesRef of(String field, int document) throws IOException {
    deadline.check();
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    int wanted = document - leaf.docBase;
    Column column = new Column(leaf.ord, field);
    BinaryDocValues values = open.get(column);
    if (values == null || values.docID() > wanted) {
      values = leaf.reader().getBinaryDocValues(field);
      open.put(column, values);
    }
    if (values == null || !values.advanceExact(wanted)) {
      throw new IOException("the index lacks “%s” of document %d".formatted(field, document));
    }
    return values.binaryValue();
  }
}
