package it.lente.engine.hits;

import it.lente.analysis.FormPositions;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.engine.ListSort;
import it.lente.engine.Scope;
import it.lente.engine.SearchRequest;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Reorders the first results by their best passage: many rare words of the question close together
 * count more than the same words far apart. A passage is about one or two sentences long.
 */
public final class PassageReranker {

  /** Number of results that are reordered; later ones keep their order. */
  public static final int DEPTH = 20;

  private static final int SENTENCE = 22;
  private static final int TWO_SENTENCES = 44;
  private static final float SENTENCE_WEIGHT = .25f;
  private static final float TWO_SENTENCES_WEIGHT = .30f;

  /** Minimum number of query parts: with one, all passages are equal. */
  private static final int FEWEST_PARTS = 2;

  private final QueryMatcher matcher;
  private final Map<String, Float> weights = SearchedFields.of(Scope.ALL);
  private final float[] idf;

  /**
   * Prepares for a question.
   *
   * @param processes number in the collection
   * @param frequency number of processes that have a form, in the field where it is most frequent
   */
  public PassageReranker(QueryMatcher matcher, int processes, ToLongFunction<String> frequency) {
    this.matcher = matcher;
    this.idf = new float[matcher.parts().size()];
    for (int part = 0; part < idf.length; part++) {
      idf[part] = idf(matcher.parts().get(part), processes, frequency);
    }
  }

  /** Returns whether the first results of a list are reordered; later pages go on from a result. */
  public static boolean applies(SearchRequest request, QueryMatcher matcher) {
    return request.sort() == ListSort.RELEVANCE
        && request.window().after().isEmpty()
        && matcher.wanted().size() >= FEWEST_PARTS;
  }

  /** Returns a part's inverse document frequency as in BM25, of its most frequent alternative. */
  private static float idf(QueryPart part, int processes, ToLongFunction<String> forms) {
    long frequency =
        part.alternatives().stream().mapToLong(each -> frequency(each, forms)).max().orElse(0);
    return (float) Math.log(1 + (processes - frequency + .5) / (frequency + .5));
  }

  /** Returns the frequency of the rarest word, which bounds that of the sequence. */
  private static long frequency(Sequence sequence, ToLongFunction<String> forms) {
    return sequence.words().stream()
        .filter(word -> !word.isAny())
        .mapToLong(word -> word.forms().stream().mapToLong(forms).max().orElse(0))
        .min()
        .orElse(0);
  }

  /**
   * Returns what the best passage of a process adds to its score.
   *
   * @param found the positions in each searched field of the process that has any of the forms
   * @param inPages the occurrences in its pages
   */
  public float bonus(Map<String, FormPositions> found, Occurrences inPages) {
    float best = 0;
    for (Map.Entry<String, FormPositions> in : found.entrySet()) {
      Occurrences occurrences =
          in.getKey().equals(SearchedFields.PAGES)
              ? inPages
              : matcher.occurrences(in.getValue(), (position, asked) -> true);
      float passage =
          SENTENCE_WEIGHT * best(occurrences, SENTENCE)
              + TWO_SENTENCES_WEIGHT * best(occurrences, TWO_SENTENCES);
      best = Math.max(best, passage * weights.get(in.getKey()));
    }
    return best;
  }

  /** Returns the largest total weight of the parts in one passage, each counted once. */
  private float best(Occurrences found, int length) {
    int[] within = new int[idf.length];
    float weight = 0;
    float best = 0;
    int first = 0;
    for (int last = 0; last < found.size(); last++) {
      weight += changed(within, found.parts(last), 1);
      while (found.start(last) - found.start(first) >= length) {
        weight -= changed(within, found.parts(first++), -1);
      }
      best = Math.max(best, weight);
    }
    return best;
  }

  /** Adds parts to those within a passage or, by -1, removes them; returns the weight changed. */
  private float changed(int[] within, long parts, int by) {
    float weight = 0;
    for (long rest = parts; rest != 0; rest &= rest - 1) {
      int part = Long.numberOfTrailingZeros(rest);
      within[part] += by;
      weight += within[part] == Math.max(by, 0) ? idf[part] : 0;
    }
    return weight;
  }
}
