package it.lente.analysis;

import java.util.List;

/** Combines the parts of a question into the condition that a matching process fulfils. */
public sealed interface MatchExpression {

  /**
   * One part of the question.
   *
   * @param number from 0
   */
  record Part(int number) implements MatchExpression {}

  /** All of some formulas; true if there are none. */
  record All(List<MatchExpression> formulas) implements MatchExpression {

    public All {
      formulas = List.copyOf(formulas);
    }
  }

  /** At least one of some formulas. */
  record Any(List<MatchExpression> formulas) implements MatchExpression {

    public Any {
      formulas = List.copyOf(formulas);
    }
  }

  /**
   * Some of the formulas.
   *
   * @param least minimum number, from 1
   */
  record AtLeast(int least, List<MatchExpression> formulas) implements MatchExpression {

    public AtLeast {
      formulas = List.copyOf(formulas);
    }

    /**
     * Returns whether all of the formulas are true.
     *
     * @param parts one bit for each part that occurs
     */
    public boolean allHold(long parts) {
      return holding(formulas, parts) == formulas.size();
    }
  }

  /** Negates a formula. */
  record Not(MatchExpression formula) implements MatchExpression {}

  /** Returns a formula for all of some formulas, at least one, in the simplest form. */
  static MatchExpression all(List<MatchExpression> formulas) {
    return formulas.size() == 1 ? formulas.getFirst() : new All(formulas);
  }

  /** Returns a formula for one of some formulas, at least one, in the simplest form. */
  static MatchExpression any(List<MatchExpression> formulas) {
    return formulas.size() == 1 ? formulas.getFirst() : new Any(formulas);
  }

  /**
   * Returns whether the formula is true.
   *
   * @param parts one bit for each part that occurs
   */
  default boolean matches(long parts) {
    return switch (this) {
      case Part one -> ((parts >>> one.number()) & 1) == 1;
      case All all -> holding(all.formulas(), parts) == all.formulas().size();
      case Any any -> holding(any.formulas(), parts) > 0;
      case AtLeast some -> holding(some.formulas(), parts) >= some.least();
      case Not not -> !not.formula().matches(parts);
    };
  }

  /**
   * Returns false if a process of which only some parts are known can no longer match.
   *
   * @param parts one bit for each part that occurs
   * @param open one bit for each part that is not known yet
   */
  default boolean canHold(long parts, long open) {
    return switch (this) {
      case Part one -> one.matches(parts | open);
      case All all -> holdable(all.formulas(), parts, open) == all.formulas().size();
      case Any any -> holdable(any.formulas(), parts, open) > 0;
      case AtLeast some -> holdable(some.formulas(), parts, open) >= some.least();
      case Not not -> true;
    };
  }

  private static int holdable(List<MatchExpression> formulas, long parts, long open) {
    int holdable = 0;
    for (int i = 0; i < formulas.size(); i++) {
      holdable += formulas.get(i).canHold(parts, open) ? 1 : 0;
    }
    return holdable;
  }

  // Called for every process that contains any word: a loop costs a tenth of a stream.
  private static int holding(List<MatchExpression> formulas, long parts) {
    int holding = 0;
    for (int i = 0; i < formulas.size(); i++) {
      holding += formulas.get(i).matches(parts) ? 1 : 0;
    }
    return holding;
  }

  /**
   * Returns whether the formula is true exactly if some parts occur.
   *
   * @param parts one bit for each
   */
  default boolean isMadeOf(long parts) {
    return switch (this) {
      case Part one -> one.matches(parts);
      case All all -> all.formulas().stream().allMatch(each -> each.isMadeOf(parts));
      default -> false;
    };
  }

  /** Returns whether every matching process contains a part. */
  default boolean requires(int part) {
    return switch (this) {
      case Part one -> one.number() == part;
      case All all -> all.formulas().stream().anyMatch(each -> each.requires(part));
      case Any any -> any.formulas().stream().allMatch(each -> each.requires(part));
      case AtLeast some -> false;
      case Not not -> false;
    };
  }

  /** Returns one bit for each part that is not excluded. */
  default long wanted() {
    return wanted(this, false);
  }

  private static long wanted(MatchExpression formula, boolean excluded) {
    return switch (formula) {
      case Part one -> excluded ? 0 : 1L << one.number();
      case All all -> wanted(all.formulas(), excluded);
      case Any any -> wanted(any.formulas(), excluded);
      case AtLeast some -> wanted(some.formulas(), excluded);
      case Not not -> wanted(not.formula(), !excluded);
    };
  }

  private static long wanted(List<MatchExpression> formulas, boolean excluded) {
    long parts = 0;
    for (MatchExpression formula : formulas) {
      parts |= wanted(formula, excluded);
    }
    return parts;
  }
}
