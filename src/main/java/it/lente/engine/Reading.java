package it.lente.engine;

import java.util.List;

/**
 * How an engine read a question's words.
 *
 * @param passedOver clauses of function words only, as typed, that were neither required nor
 *     counted
 */
public record Reading(List<String> passedOver) {

  public Reading {
    passedOver = List.copyOf(passedOver);
  }
}
