package it.lente.engine.lucene;

import it.lente.engine.Deadline;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** The forms of a question in the terms of an index, for both scoring and reading positions. */
final class FoundForms {

  private static final Found NOWHERE = new Found(new BytesRef(), 0);

  private final int segments;
  private final Map<String, Map<String, Found>> byField = new HashMap<>();

  /** A form in a field. */
  static final class Found {
    private final BytesRef term;
    private final TermState[] bySegment;
    private int documents;
    private long occurrences;

    private Found(BytesRef term, int segments) {
      this.term = term;
      this.bySegment = new TermState[segments];
    }

    private void add(int segment, TermsEnum terms) throws IOException {
      bySegment[segment] = terms.termState();
      documents += terms.docFreq();
      occurrences += terms.totalTermFreq();
    }

    /** Returns the number of documents that contain the form. */
    int documents() {
      return documents;
    }

    /** Returns the number of times that the form occurs in all documents. */
    long occurrences() {
      return occurrences;
    }

    boolean isIn(int segment) {
      return segment < bySegment.length && bySegment[segment] != null;
    }

    /**
     * Returns the postings in a segment that has the form.
     *
     * @param terms of the field in that segment
     * @param reuse postings that are no longer read, or null
     * @param flags as in {@link PostingsEnum}
     */
    PostingsEnum postings(int segment, TermsEnum terms, PostingsEnum reuse, int flags)
        throws IOException {
      terms.seekExact(term, bySegment[segment]);
      return terms.postings(reuse, flags);
    }
  }

  private FoundForms(int segments) {
    this.segments = segments;
  }

  /**
   * Looks forms up.
   *
   * @param segments to search
   * @param all number of segments in the index
   * @param deadline ends the look-up
   */
  static FoundForms in(
      List<LeafReaderContext> segments,
      int all,
      Collection<String> fields,
      Collection<String> forms,
      Deadline deadline)
      throws IOException {
    FoundForms found = new FoundForms(all);
    // The forms are sorted, because adjacent terms lie in the same block.
    SortedSet<String> sorted = new TreeSet<>(forms);
    for (String field : fields) {
      Map<String, Found> inField = new HashMap<>();
      for (LeafReaderContext segment : segments) {
        Terms terms = segment.reader().terms(field);
        deadline.check();
        if (terms != null) {
          found.look(segment.ord, terms.iterator(), sorted, inField);
        }
      }
      found.byField.put(field, inField);
    }
    return found;
  }

  private void look(
      int segment, TermsEnum terms, SortedSet<String> forms, Map<String, Found> inField)
      throws IOException {
    for (String form : forms) {
      BytesRef term = new BytesRef(form);
      if (terms.seekExact(term)) {
        inField.computeIfAbsent(form, each -> new Found(term, segments)).add(segment, terms);
      }
    }
  }

  /** Returns those of the forms that occur in a field. */
  Map<String, Found> of(String field, Collection<String> forms) {
    Map<String, Found> found = new HashMap<>(byField.getOrDefault(field, Map.of()));
    found.keySet().retainAll(forms);
    return found;
  }

  /** Returns a form in a field that was searched; with no documents if the form does not occur. */
  Found of(String field, String form) {
    return byField.getOrDefault(field, Map.of()).getOrDefault(form, NOWHERE);
  }
}
