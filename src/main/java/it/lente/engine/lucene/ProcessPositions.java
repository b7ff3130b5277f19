package it.lente.engine.lucene;

import it.lente.analysis.FormPositions;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.engine.SearchRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.ScoreDoc;

/** The positions of a question's words in some processes, field by field. */
final class ProcessPositions {

  private final Map<String, PostingsReader> walks = new LinkedHashMap<>();
  private final FoundForms found;
  private final int processes;

  /** Reads the fields that a request searches; none if the question has no words. */
  ProcessPositions(
      Snapshot snapshot,
      QueryMatcher matcher,
      SearchRequest request,
      FoundForms found,
      ScoreDoc[] results)
      throws IOException {
    this.found = found;
    this.processes = snapshot.processes();
    Collection<Integer> wanted = new TreeSet<>();
    for (ScoreDoc result : results) {
      wanted.add(result.doc);
    }
    if (matcher.asks()) {
      Set<String> forms = matcher.forms();
      for (String field : SearchedFields.of(request.scope()).keySet()) {
        walks.put(
            field,
            new PostingsReader(
                snapshot.reader(), field, found.of(field, forms), wanted, request.deadline()));
      }
    }
  }

  Set<String> fields() {
    return walks.keySet();
  }

  /** Returns whether none of the words occurs in a field of a process. */
  boolean isEmpty(String field, int document) {
    PostingsReader walk = walks.get(field);
    return walk == null || walk.isEmpty(document);
  }

  FormPositions in(String field, int document) {
    PostingsReader walk = walks.get(field);
    return walk == null ? form -> FormPositions.NOWHERE : walk.in(document);
  }

  /** Returns a part's inverse document frequency as in BM25, of its most frequent alternative. */
  float idf(QueryPart part) {
    long frequency = part.alternatives().stream().mapToLong(this::frequency).max().orElse(0);
    return (float) Math.log(1 + (processes - frequency + .5) / (frequency + .5));
  }

  /** Returns the frequency of the rarest word, which bounds that of the sequence. */
  private long frequency(Sequence sequence) {
    return sequence.words().stream()
        .filter(word -> !word.isAny())
        .mapToLong(word -> frequency(word.forms()))
        .min()
        .orElse(0);
  }

  /** Returns the frequency of the most frequent of some forms. */
  private long frequency(List<String> forms) {
    long frequency = 0;
    for (String field : walks.keySet()) {
      for (String form : forms) {
        frequency = Math.max(frequency, found.of(field, form).documents());
      }
    }
    return frequency;
  }
}
