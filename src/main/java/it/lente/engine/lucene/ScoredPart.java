package it.lente.engine.lucene;

import it.lente.engine.lucene.FoundForms.Found;
import java.util.List;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/**
 * A query part, ready for each segment, scored as the best of its words and phrases in all fields.
 *
 * @param number its number in the question
 * @param required whether every match contains it
 * @param scored whether to compute scores, or only matches
 * @param family words that score but do not match
 */
record ScoredPart(
    int number,
    boolean required,
    boolean scored,
    List<WordInField> words,
    List<PhraseInField> phrases,
    List<WordInField> family) {

  /**
   * A word in one field.
   *
   * @param forms the typed one first
   * @param weight factor of the other forms relative to the typed one
   * @param any scorer of all forms together
   * @param typed scorer of the typed form alone, null if there is no other
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

  /**
   * Words that follow each other in one field.
   *
   * @param words the forms of each, none where any word matches
   * @param scorer null if only matches are wanted
   */
  record PhraseInField(String field, List<List<Found>> words, SimScorer scorer) {}

  /** Estimates the number of postings to read; phrases cost more than words. */
  long cost() {
    long postings = words.stream().mapToLong(WordInField::postings).sum();
    return phrases.isEmpty() ? postings : Integer.MAX_VALUE + postings;
  }
}
