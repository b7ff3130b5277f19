package it.lente.analysis;

import it.lente.analysis.QueryPart.Sequence;
import java.util.List;

/**
 * Forms that are one expression in any of its spellings: a date, the citation of an act.
 *
 * @param length number of forms
 * @param alternatives every spelling, the typed one first
 * @param ofDigits whether it is an expression only if no white space separates its forms
 */
record FixedExpression(int length, List<Sequence> alternatives, boolean ofDigits) {

  /** Forms of the sign before a number: «n. 15», «n° 15», «№ 15». */
  static final List<String> NUMBER_SIGNS = List.of("n", "nr", "num", "numero");

  FixedExpression {
    alternatives = List.copyOf(alternatives);
  }
}
