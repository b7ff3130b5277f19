package it.lente.engine.lucene;

import it.lente.analysis.FieldsAt;
import it.lente.analysis.FormPositions;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.engine.SearchRequest;
import it.lente.engine.hits.SearchedFields;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.ScoreDoc;

/** The positions of a question's words in some processes, field by field. */
final class ProcessPositions {

  /** Maximum number of occurrences to keep, 4 MB. */
  private static final int KEPT = 1 << 18;

  private final Map<String, PostingsReader> walks = new LinkedHashMap<>();
  private final QueryMatcher matcher;
  private final FoundForms found;

  /** The occurrences in the pages of some processes, which both their order and excerpts need. */
  private final Map<Integer, Occurrences> inPages = new HashMap<>();

  private int kept;

  /** Reads the fields that a request searches; none if the question has no words. */
  ProcessPositions(
      Snapshot snapshot,
      QueryMatcher matcher,
      SearchRequest request,
      FoundForms found,
      ScoreDoc[] results)
      throws IOException {
    this.matcher = matcher;
    this.found = found;
    if (matcher.asks()) {
      Set<String> forms = matcher.forms();
      List<Integer> documents = Stream.of(results).map(result -> result.doc).toList();
      for (String field : SearchedFields.of(request.scope()).keySet()) {
        walks.put(
            field,
            new PostingsReader(
                snapshot.reader(), field, found.of(field, forms), documents, request.deadline()));
      }
    }
  }

  /** Returns the positions in each field of a process that has any of the words. */
  Map<String, FormPositions> in(int document) {
    Map<String, FormPositions> positions = new LinkedHashMap<>();
    walks.forEach((field, walk) -> {
      if (!walk.isEmpty(document)) {
        positions.put(field, walk.in(document));
      }
    });
    return positions;
  }

  /** Returns the occurrences of the question in the pages of a process. */
  Occurrences inPages(int document) {
    Occurrences known = inPages.get(document);
    if (known != null) {
      return known;
    }
    PostingsReader pages = walks.get(SearchedFields.PAGES);
    Occurrences occurrences =
        pages == null || pages.isEmpty(document)
            ? Occurrences.NONE
            : matcher.occurrences(pages.in(document), FieldsAt.PAGES);
    kept += occurrences.size();
    if (kept <= KEPT) {
      inPages.put(document, occurrences);
    }
    return occurrences;
  }

  /** Returns the number of processes that have a form, in the field where it is most frequent. */
  long frequency(String form) {
    long frequency = 0;
    for (String field : walks.keySet()) {
      frequency = Math.max(frequency, found.of(field, form).documents());
    }
    return frequency;
  }
}
