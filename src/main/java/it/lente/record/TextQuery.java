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
    PHRASE,
    /** The beginning of a word: every word that begins so. */
    PREFIX,
    /** A word, and those that differ from it in few letters. */
    FUZZY
  }

  /**
   * One condition.
   *
   * @param text without the signs that say its kind
   * @param excluded a process that holds it is left out
   * @param edits how many letters may differ in a fuzzy word, 0 for other kinds
   */
  public record Clause(Kind kind, String text, boolean excluded, int edits) {

    /** A clause whose letters are as typed. */
    public Clause(Kind kind, String text, boolean excluded) {
      this(kind, text, excluded, 0);
    }
  }

  /** Whether there is anything to find, exclusions apart. */
  public boolean asks() {
    return clauses.stream().anyMatch(clause -> !clause.excluded());
  }
}
