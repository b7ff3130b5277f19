package it.lente.analysis;

import java.util.List;

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

    /**
     * Whether even all of them hold.
     *
     * @param parts a bit for each part that does
     */
    public boolean allHold(long parts) {
      return holding(formulas, parts) == formulas.size();
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

  /**
   * Whether it holds.
   *
   * @param parts a bit for each part that does
   */
  default boolean holds(long parts) {
    return switch (this) {
      case Part one -> ((parts >>> one.number()) & 1) == 1;
      case All all -> holding(all.formulas(), parts) == all.formulas().size();
      case Any any -> holding(any.formulas(), parts) > 0;
      case AtLeast some -> holding(some.formulas(), parts) >= some.least();
      case Not not -> !not.formula().holds(parts);
    };
  }

  /**
   * Returns false if no process of which only some parts are known can answer any more.
   *
   * @param parts a bit for each part that holds
   * @param open a bit for each part that is not known yet
   */
  default boolean canHold(long parts, long open) {
    return switch (this) {
      case Part one -> one.holds(parts | open);
      case All all -> holdable(all.formulas(), parts, open) == all.formulas().size();
      case Any any -> holdable(any.formulas(), parts, open) > 0;
      case AtLeast some -> holdable(some.formulas(), parts, open) >= some.least();
      case Not not -> true;
    };
  }

  private static int holdable(List<Formula> formulas, long parts, long open) {
    int holdable = 0;
    for (int i = 0; i < formulas.size(); i++) {
      holdable += formulas.get(i).canHold(parts, open) ? 1 : 0;
    }
    return holdable;
  }

  // Asked of every process that holds any word of a question: a loop costs a tenth of a stream.
  private static int holding(List<Formula> formulas, long parts) {
    int holding = 0;
    for (int i = 0; i < formulas.size(); i++) {
      holding += formulas.get(i).holds(parts) ? 1 : 0;
    }
    return holding;
  }

  /**
   * Whether it holds exactly where some parts do, whatever the others.
   *
   * @param parts a bit for each
   */
  default boolean isMadeOf(long parts) {
    return switch (this) {
      case Part one -> one.holds(parts);
      case All all -> all.formulas().stream().allMatch(each -> each.isMadeOf(parts));
      default -> false;
    };
  }

  /** Whether nothing answers without a part. */
  default boolean requires(int part) {
    return switch (this) {
      case Part one -> one.number() == part;
      case All all -> all.formulas().stream().anyMatch(each -> each.requires(part));
      case Any any -> any.formulas().stream().allMatch(each -> each.requires(part));
      case AtLeast some -> false;
      case Not not -> false;
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
