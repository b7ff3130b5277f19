package it.lente.analysis;

import java.util.List;
import java.util.function.IntPredicate;

/** How the parts of a question combine: which of them must hold for a process to answer. */
public sealed interface Formula {

  /**
   * One part of the question.
   *
   * @param number from 0
   */
  record Part(int number) implements Formula {}

  /** Every one; if there are none, it holds. */
  record All(List<Formula> formulas) implements Formula {

    public All {
      formulas = List.copyOf(formulas);
    }
  }

  /** One at least. */
  record Any(List<Formula> formulas) implements Formula {

    public Any {
      formulas = List.copyOf(formulas);
    }
  }

  /**
   * Some of them.
   *
   * @param least how many at least, from 1
   */
  record AtLeast(int least, List<Formula> formulas) implements Formula {

    public AtLeast {
      formulas = List.copyOf(formulas);
    }
  }

  /** The opposite. */
  record Not(Formula formula) implements Formula {}

  /** Every one of some formulas, at least one, in the simplest form. */
  static Formula all(List<Formula> formulas) {
    return formulas.size() == 1 ? formulas.getFirst() : new All(formulas);
  }

  /** One of some formulas, at least one, in the simplest form. */
  static Formula any(List<Formula> formulas) {
    return formulas.size() == 1 ? formulas.getFirst() : new Any(formulas);
  }

  /** Whether it holds, given which parts do. */
  default boolean holds(IntPredicate part) {
    return switch (this) {
      case Part one -> part.test(one.number());
      case All all -> all.formulas().stream().allMatch(each -> each.holds(part));
      case Any any -> any.formulas().stream().anyMatch(each -> each.holds(part));
      case AtLeast some ->
          some.formulas().stream().filter(each -> each.holds(part)).count() >= some.least();
      case Not not -> !not.formula().holds(part);
    };
  }

  /** The parts that answer by being there: a bit for each that is not excluded. */
  default long wanted() {
    return wanted(this, false);
  }

  private static long wanted(Formula formula, boolean excluded) {
    return switch (formula) {
      case Part one -> excluded ? 0 : 1L << one.number();
      case All all -> wanted(all.formulas(), excluded);
      case Any any -> wanted(any.formulas(), excluded);
      case AtLeast some -> wanted(some.formulas(), excluded);
      case Not not -> wanted(not.formula(), !excluded);
    };
  }

  private static long wanted(List<Formula> formulas, boolean excluded) {
    long parts = 0;
    for (Formula formula : formulas) {
      parts |= wanted(formula, excluded);
    }
    return parts;
  }
}
