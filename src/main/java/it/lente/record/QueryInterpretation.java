package it.lente.record;

import java.util.List;

/**
 * The interpretation of a question's words. The lists are immutable.
 *
 * @param ignored clauses of function words only, as typed, that were neither required nor counted
 * @param cut open words, without their sign, of which only the most frequent forms were searched
 * @param asTyped words that were searched as typed only, because further look-ups were too many
 * @param rescued words that do not occur in the collection, with those searched in their place
 * @param synonyms words and expressions with the synonyms that were searched as well
 * @param split words joined by a sign that do not occur together, searched as single words
 * @param wordless true if the question has neither words nor digits, so that nothing matches it
 * @param loosened true if some of the words were enough; results with all words come first
 */
public record QueryInterpretation(
    List<String> ignored,
    List<String> cut,
    List<String> asTyped,
    List<Substitution> rescued,
    List<Substitution> synonyms,
    List<String> split,
    boolean wordless,
    boolean loosened) {

  /** The interpretation of an empty question. */
  public static final QueryInterpretation NONE =
      new QueryInterpretation(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, false);
}
