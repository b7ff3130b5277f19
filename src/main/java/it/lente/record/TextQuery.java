package it.lente.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A parsed question. How its words match is up to the engine's matcher.
 *
 * @param text as typed
 * @param condition the condition that matching processes meet
 * @param match the share of the conditions that is required
 */
public record TextQuery(String text, Condition condition, Match match) {

  /** The empty question: every process matches it, and no word is marked. */
  public static final TextQuery NONE = new TextQuery("", All.NOTHING);

  /** The share of a question's conditions that is required; exclusions are always required. */
  public enum Match {
    /** Every condition; of a question that is a sentence, one word suffices. */
    ALL,
    /** Three fifths of the conditions, rounded up. */
    MOST,
    /** At least one. */
    ANY
  }

  /** Creates a question whose conditions are all required. */
  public TextQuery(String text, Condition condition) {
    this(text, condition, Match.ALL);
  }

  /** Returns the same question with another share of required conditions. */
  public TextQuery matching(Match other) {
    return new TextQuery(text, condition, other);
  }

  /** A condition for a process: a {@link Clause}, or a combination of conditions. */
  public sealed interface Condition {}

  /**
   * All of some conditions.
   *
   * @param conditions none of them {@link All} itself; if empty, every process matches
   */
  public record All(List<Condition> conditions) implements Condition {

    static final All NOTHING = new All(List.of());

    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * At least one of some conditions.
   *
   * @param conditions at least two, none of them {@link Any} itself
   */
  public record Any(List<Condition> conditions) implements Condition {

    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** Excludes processes that meet the condition. */
  public record Not(Condition condition) implements Condition {}

  /** The kinds of clauses. */
  public enum Kind {
    /** A run of letters without white space; matches all its inflections. */
    WORD,
    /** Words that occur in this order and in these forms. */
    PHRASE,
    /** The beginning of a word; matches every word that begins with it. */
    PREFIX,
    /** A word; also matches those that differ from it in a few letters. */
    FUZZY,
    /** A word in which * is any number of letters and ? is one, anywhere in the word. */
    WILDCARD
  }

  /**
   * A word or phrase to find.
   *
   * @param text without the signs that mark its kind
   * @param edits maximum number of different letters in a fuzzy word, 0 for other kinds
   * @param field the field in which it must occur
   */
  public record Clause(Kind kind, String text, int edits, QueryField field) implements Condition {

    /** Creates a clause without edits that may occur in any field. */
    public Clause(Kind kind, String text) {
      this(kind, text, 0, QueryField.ANYWHERE);
    }
  }

  /** Combines conditions that are all required, simplified: a single one is returned as it is. */
  public static Condition all(List<Condition> conditions) {
    List<Condition> flat = new ArrayList<>();
    for (Condition condition : conditions) {
      flat.addAll(condition instanceof All all ? all.conditions() : List.of(condition));
    }
    return flat.size() == 1 ? flat.getFirst() : new All(flat);
  }

  /** Combines conditions of which one is required, simplified; empty ones are ignored. */
  public static Condition any(List<Condition> conditions) {
    List<Condition> flat = new ArrayList<>();
    for (Condition condition : conditions) {
      if (!condition.equals(All.NOTHING)) {
        flat.addAll(condition instanceof Any any ? any.conditions() : List.of(condition));
      }
    }
    return flat.size() < 2 ? all(flat) : new Any(flat);
  }

  /** Negates a condition, simplified; the negation of an empty condition is empty. */
  public static Condition not(Condition condition) {
    if (condition.equals(All.NOTHING)) {
      return condition;
    }
    return condition instanceof Not not ? not.condition() : new Not(condition);
  }

  /** Returns the same question without some of its clauses. */
  public TextQuery without(Predicate<Clause> dropped) {
    Function<Clause, Condition> other = clause -> dropped.test(clause) ? All.NOTHING : clause;
    return new TextQuery(text, replaced(condition, other, true), match);
  }

  /** Returns the same question with its required clauses replaced; exclusions stay. */
  public TextQuery wanting(UnaryOperator<Clause> other) {
    return new TextQuery(text, replaced(condition, other::apply, false), match);
  }

  private static Condition replaced(
      Condition condition, Function<Clause, Condition> other, boolean inNot) {
    UnaryOperator<Condition> inner = each -> replaced(each, other, inNot);
    return switch (condition) {
      case All all -> all(all.conditions().stream().map(inner).toList());
      case Any any -> any(any.conditions().stream().map(inner).toList());
      case Not not -> inNot ? not(inner.apply(not.condition())) : not;
      case Clause clause -> other.apply(clause);
    };
  }

  /** Returns all clauses in the order typed, including excluded ones. */
  public List<Clause> clauses() {
    return clauses(condition);
  }

  private static List<Clause> clauses(Condition condition) {
    return switch (condition) {
      case All all -> all.conditions().stream().flatMap(each -> clauses(each).stream()).toList();
      case Any any -> any.conditions().stream().flatMap(each -> clauses(each).stream()).toList();
      case Not not -> clauses(not.condition());
      case Clause clause -> List.of(clause);
    };
  }

  /** Returns whether there is anything to find besides exclusions. */
  public boolean asks() {
    return asks(condition, false);
  }

  private static boolean asks(Condition condition, boolean excluded) {
    return switch (condition) {
      case All all -> all.conditions().stream().anyMatch(each -> asks(each, excluded));
      case Any any -> any.conditions().stream().anyMatch(each -> asks(each, excluded));
      case Not not -> asks(not.condition(), !excluded);
      case Clause clause -> !excluded;
    };
  }
}
