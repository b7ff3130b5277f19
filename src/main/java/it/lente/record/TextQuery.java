package it.lente.record;

import java.util.List;

/**
 * A question as it was typed, taken apart. What its words mean is the matcher's affair.
 *
 * @param text as typed
 * @param clauses in the order typed
 */
public record TextQuery(String text, List<Clause> clauses) {

  /** No question: every process answers it, no word is marked. */
  public static final TextQuery NONE = new TextQuery("", List.of());

  public TextQuery {
    clauses = List.copyOf(clauses);
  }

  /** How the words of a clause are meant. */
  public enum Kind {
    /** A run of letters without white space; found in all its inflections. */
    WORD,
    /** Words in this order and these forms. */
    PHRASE
  }

  /**
   * One condition.
   *
   * @param excluded a process that holds it is left out
   */
  public record Clause(Kind kind, String text, boolean excluded) {}

  /** Whether there is anything to find, exclusions apart. */
  public boolean asks() {
    return clauses.stream().anyMatch(clause -> !clause.excluded());
  }
}
