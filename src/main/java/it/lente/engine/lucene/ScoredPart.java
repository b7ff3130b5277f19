package it.lente.engine.lucene;

import it.lente.engine.lucene.FoundForms.Found;
import java.util.List;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/**
 * A part of a question, ready to be gone through in each segment. It takes the best of its words
 * and phrases in all fields.
 *
 * @param number its number in the question
 * @param required whether nothing answers without it
 * @param scored whether it is asked what it weighs, or only where it holds
 * @param family words that weigh and do not answer
 */
record ScoredPart(
    int number,
    boolean required,
    boolean scored,
    List<WordInField> words,
    List<Weight> phrases,
    List<WordInField> family) {

  /**
   * A word in one field.
   *
   * @param forms the typed one first
   * @param weight what the others count beside the typed one
   * @param any what all forms together score
   * @param typed what the typed one scores by itself, null if there is no other
   */
  record WordInField(
      String field,
      List<Found> forms,
      float weight,
      boolean scored,
      SimScorer any,
      SimScorer typed) {

    long postings() {
      return forms.stream().mapToLong(Found::documents).sum();
    }
  }

  /** How much there is to go through: phrases are dearer than words. */
  long cost() {
    long postings = words.stream().mapToLong(WordInField::postings).sum();
    return phrases.isEmpty() ? postings : Integer.MAX_VALUE + postings;
  }
}
