package it.lente.engine.lucene;

import it.lente.engine.Scope;
import it.lente.engine.hits.SearchedFields;
import it.lente.record.QueryField;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;

/**
 * The processes of one segment, numbered from 0 in document order, with the lengths of their texts
 * for scoring. Few documents are a process's first, so values by row are small and adjacent.
 */
final class ProcessRows {

  /** The rows by document; undefined for documents that are no process's first. */
  private final int[] byDocument;

  private final int[] documents;
  private final int[] rows;
  private final Map<String, byte[]> norms = new HashMap<>();

  /** Arrays of finished passes, as many as processors may need at once. */
  private final BlockingQueue<RowArrays> free =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors() + 1);

  private ProcessRows(int[] byDocument, int[] documents) {
    this.byDocument = byDocument;
    this.rows = IntStream.range(0, documents.length).toArray();
    this.documents = documents;
  }

  static ProcessRows of(LeafReader segment) throws IOException {
    int[] byDocument = new int[segment.maxDoc()];
    int[] documents = new int[16];
    int size = 0;
    SortedDocValues ids = DocValues.getSorted(segment, Schema.ID);
    for (int doc = ids.nextDoc(); doc != SortedDocValues.NO_MORE_DOCS; doc = ids.nextDoc()) {
      documents = size == documents.length ? Arrays.copyOf(documents, 2 * size) : documents;
      documents[size] = doc;
      byDocument[doc] = size++;
    }
    ProcessRows processes = new ProcessRows(byDocument, Arrays.copyOf(documents, size));
    for (String field : fields()) {
      processes.norms.put(field, norms(segment.getNormValues(field), processes.documents));
    }
    return processes;
  }

  private static Set<String> fields() {
    Set<String> fields = new HashSet<>();
    for (QueryField field : QueryField.values()) {
      fields.addAll(SearchedFields.of(field, Scope.ALL).keySet());
    }
    return fields;
  }

  private static byte[] norms(NumericDocValues values, int[] documents) throws IOException {
    byte[] norms = new byte[documents.length];
    for (int row = 0; values != null && row < documents.length; row++) {
      norms[row] = values.advanceExact(documents[row]) ? (byte) values.longValue() : 0;
    }
    return norms;
  }

  /** Returns every row, in order; read-only. */
  int[] rows() {
    return rows;
  }

  int size() {
    return documents.length;
  }

  /** Returns the row of a process's first document. */
  int row(int document) {
    return byDocument[document];
  }

  /** Returns a process's first document. */
  int document(int row) {
    return documents[row];
  }

  /** Returns the length of a field's text by row, as encoded by Lucene's similarity. */
  byte[] norms(String field) {
    return norms.get(field);
  }

  /** Returns cleared arrays for a pass. */
  RowArrays takeArrays() {
    RowArrays arrays = free.poll();
    return arrays == null ? new RowArrays(size()) : arrays;
  }

  /** Puts the arrays of a finished pass back into the pool; those of a failed pass are dropped. */
  void giveBack(RowArrays arrays) {
    arrays.clear();
    free.offer(arrays);
  }
}
