package it.lente.record;

import java.util.List;

/**
 * How the words of a question were read. The lists are immutable.
 *
 * @param ignored clauses of function words only, as typed, that were neither required nor counted
 * @param cut open words, without their sign, of which only the most frequent forms were searched
 * @param asTyped words that were searched as typed only, because further look-ups were too many
 * @param rescued words that occur nowhere in the collection, with those searched in their place
 * @param synonyms words and expressions with the synonyms that were searched as well
 * @param split words joined by a sign that do not occur together, searched as single words
 * @param wordless whether the question has neither words nor digits and is answered by nothing
 * @param loosened whether some of the words were enough, those with all of them first
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

  /** Nothing was read. */
  public static final QueryInterpretation NONE =
      new QueryInterpretation(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, false);
}
