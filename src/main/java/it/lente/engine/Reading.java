package it.lente.engine;

import it.lente.record.Substitution;
import java.util.List;

/**
 * How an engine read a question's words.
 *
 * @param passedOver clauses of function words only, as typed, that were neither required nor
 *     counted
 * @param cut open words, without their sign, of which only the most frequent forms were looked for
 * @param asTyped words that were looked for as typed only, for the question asks for too much
 *     beside its words
 * @param rescued words that stand nowhere in the collection, with those that were looked for in
 *     their place
 * @param synonyms words and expressions with the synonyms that were looked for as well
 * @param split words joined by a sign that do not occur together, searched as single words
 * @param wordless whether the question has neither words nor digits and is answered by nothing
 * @param loosened whether some of the words were enough, those with all of them first
 */
public record Reading(
    List<String> passedOver,
    List<String> cut,
    List<String> asTyped,
    List<Substitution> rescued,
    List<Substitution> synonyms,
    List<String> split,
    boolean wordless,
    boolean loosened) {

  /** Nothing was read. */
  static final Reading NONE =
      new Reading(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, false);

  public Reading {
    passedOver = List.copyOf(passedOver);
    cut = List.copyOf(cut);
    asTyped = List.copyOf(asTyped);
    rescued = List.copyOf(rescued);
    synonyms = List.copyOf(synonyms);
    split = List.copyOf(split);
  }
}
