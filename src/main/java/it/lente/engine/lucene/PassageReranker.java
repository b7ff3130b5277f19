package it.lente.engine.lucene;

import it.lente.analysis.FieldsAt;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.engine.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;

/**
 * Reorders the first results by their best passage: many rare words of the question close together
 * count more than the same words far apart. A passage is about one or two sentences long.
 */
final class PassageReranker {

  /** Number of results that are reordered; later ones keep their order. */
  static final int DEPTH = 20;

  private static final int SENTENCE = 22;
  private static final int TWO_SENTENCES = 44;
  private static final float SENTENCE_WEIGHT = .25f;
  private static final float TWO_SENTENCES_WEIGHT = .30f;

  /** Minimum number of query parts: with one, all passages are equal. */
  private static final int FEWEST_PARTS = 2;

  private final QueryMatcher matcher;
  private final ProcessPositions positions;
  private final Map<String, Float> weights = SearchedFields.of(Scope.ALL);
  private final float[] idf;

  private PassageReranker(QueryMatcher matcher, ProcessPositions positions) {
    this.matcher = matcher;
    this.positions = positions;
    this.idf = new float[matcher.parts().size()];
    for (int part = 0; part < idf.length; part++) {
      idf[part] = positions.idf(matcher.parts().get(part));
    }
  }

  static boolean applies(QueryMatcher matcher) {
    return matcher.wanted().size() >= FEWEST_PARTS;
  }

  /** Returns the same results, the first of them in a new order. */
  static ScoreDoc[] first(ScoreDoc[] results, QueryMatcher matcher, ProcessPositions positions) {
    PassageReranker passages = new PassageReranker(matcher, positions);
    int depth = Math.min(DEPTH, results.length);
    List<FieldDoc> first = new ArrayList<>();
    for (ScoreDoc result : Arrays.copyOf(results, depth)) {
      first.add(passages.scored((FieldDoc) result));
    }
    // The sort is stable, so equals keep their order.
    first.sort(Comparator.<FieldDoc>comparingDouble(result -> (Float) result.fields[0]).reversed());
    ScoreDoc[] ordered = results.clone();
    for (int i = 0; i < depth; i++) {
      ordered[i] = first.get(i);
    }
    return ordered;
  }

  private FieldDoc scored(FieldDoc result) {
    float best = 0;
    for (String field : positions.fields()) {
      Occurrences found =
          matcher.occurrences(
              positions.in(field, result.doc),
              field.equals(Schema.PAGES) ? FieldsAt.PAGES : (position, asked) -> true);
      float passage =
          SENTENCE_WEIGHT * best(found, SENTENCE)
              + TWO_SENTENCES_WEIGHT * best(found, TWO_SENTENCES);
      best = Math.max(best, passage * weights.get(field));
    }
    Object[] fields = result.fields.clone();
    fields[0] = (Float) fields[0] + best;
    return new FieldDoc(result.doc, result.score, fields, result.shardIndex);
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
