package it.lente.engine;

import java.util.List;

/**
 * How an engine read a question's words.
 *
 * @param passedOver clauses of function words only, as typed, that were neither required nor
 *     counted
 * @param cut open words, without their sign, of which only the most frequent forms were looked for
 * @param loosened whether some of the words were enough, those with all of them first
 */
public record Reading(List<String> passedOver, List<String> cut, boolean loosened) {

  public Reading {
    passedOver = List.copyOf(passedOver);
    cut = List.copyOf(cut);
  }
}
