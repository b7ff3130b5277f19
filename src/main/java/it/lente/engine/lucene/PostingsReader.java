package it.lente.engine.lucene;

import it.lente.analysis.FormPositions;
import it.lente.engine.Deadline;
import it.lente.engine.lucene.FoundForms.Found;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/** Reads the positions of some forms in some documents: each form's postings once, in order. */
final class PostingsReader {

  private final Deadline deadline;
  private final Map<Integer, Map<String, int[]>> byDocument = new HashMap<>();

  /**
   * Reads the positions.
   *
   * @param forms the forms' terms in the field
   * @param documents numbers in the whole index
   * @param deadline ends the reading
   */
  PostingsReader(
      IndexReader reader,
      String field,
      Map<String, Found> forms,
      Collection<Integer> documents,
      Deadline deadline)
      throws IOException {
    this.deadline = deadline;
    TreeSet<Integer> ordered = new TreeSet<>(documents);
    for (LeafReaderContext leaf : reader.leaves()) {
      int[] inLeaf =
          ordered.subSet(leaf.docBase, leaf.docBase + leaf.reader().maxDoc()).stream()
              .mapToInt(document -> document - leaf.docBase)
              .toArray();
      Terms terms = inLeaf.length == 0 ? null : leaf.reader().terms(field);
      if (terms != null) {
        walk(leaf, terms.iterator(), forms, inLeaf);
      }
    }
  }

  /** Looks the forms up and reads them, in the segments of the documents only. */
  static PostingsReader over(
      IndexReader reader,
      String field,
      Collection<String> forms,
      Collection<Integer> documents,
      Deadline deadline)
      throws IOException {
    List<LeafReaderContext> all = reader.leaves();
    List<LeafReaderContext> some =
        documents.stream()
            .map(document -> ReaderUtil.subIndex(document, all))
            .distinct()
            .map(all::get)
            .toList();
    FoundForms found = FoundForms.in(some, all.size(), List.of(field), forms, deadline);
    return new PostingsReader(reader, field, found.of(field, forms), documents, deadline);
  }

  /** Returns the positions in one of the documents. */
  FormPositions in(int document) {
    Map<String, int[]> positions = byDocument.getOrDefault(document, Map.of());
    return form -> positions.getOrDefault(form, FormPositions.NOWHERE);
  }

  /** Returns whether none of the forms occurs in a document. */
  boolean isEmpty(int document) {
    return !byDocument.containsKey(document);
  }

  private void walk(
      LeafReaderContext leaf, TermsEnum terms, Map<String, Found> forms, int[] documents)
      throws IOException {
    PostingsEnum postings = null;
    for (Map.Entry<String, Found> form : forms.entrySet()) {
      deadline.check();
      if (!form.getValue().isIn(leaf.ord)) {
        continue;
      }
      postings = form.getValue().postings(leaf.ord, terms, postings, PostingsEnum.POSITIONS);
      int at = postings.docID();
      for (int document : documents) {
        if (at < document) {
          at = postings.advance(document);
        }
        if (at == document) {
          byDocument
              .computeIfAbsent(leaf.docBase + document, key -> new HashMap<>())
              .put(form.getKey(), positions(postings));
        }
      }
    }
  }

  private static int[] positions(PostingsEnum postings) throws IOException {
    int[] positions = new int[postings.freq()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = postings.nextPosition();
    }
    return positions;
  }
}
