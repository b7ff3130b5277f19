package it.lente.engine.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/** Writes the content of one binary value of a document. */
@FunctionalInterface
interface PackedValue {

  void writeTo(ByteBuffersDataOutput out) throws IOException;

  static BytesRef of(PackedValue value) {
    try {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      value.writeTo(out);
      return new BytesRef(out.toArrayCopy());
    } catch (IOException e) {
      throw new UncheckedIOException("a value could not be packed in memory", e);
    }
  }
}
