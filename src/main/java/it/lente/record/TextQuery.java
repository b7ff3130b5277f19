package it.lente.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A question as it was typed, taken apart. What its words mean is the matcher's affair.
 *
 * @param text as typed
 * @param condition what a process must meet to answer
 * @param match how much of it must be met
 */
public record TextQuery(String text, Condition condition, Match match) {

  /** No question: every process answers it, no word is marked. */
  public static final TextQuery NONE = new TextQuery("", All.NOTHING);

  /** How many of a question's conditions a process must meet; exclusions always count. */
  public enum Match {
    /** Every one, but any of the words of a question that is a sentence. */
    ALL,
    /** Most of them: three fifths, rounded up. */
    MOST,
    /** One at least. */
    ANY
  }

  /** A question all of which counts. */
  public TextQuery(String text, Condition condition) {
    this(text, condition, Match.ALL);
  }

  /** The same question, read more or less strictly. */
  public TextQuery matching(Match other) {
    return new TextQuery(text, condition, other);
  }

  /** What a process must meet: a {@link Clause}, or others combined. */
  public sealed interface Condition {}

  /**
   * Every one of some conditions.
   *
   * @param conditions none of them {@link All} itself; if there are none, everything meets it
   */
  public record All(List<Condition> conditions) implements Condition {

    static final All NOTHING = new All(List.of());

    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * One at least of some conditions.
   *
   * @param conditions two at least, none of them {@link Any} itself
   */
  public record Any(List<Condition> conditions) implements Condition {

    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** What meets the condition is left out. */
  public record Not(Condition condition) implements Condition {}

  /** How the words of a clause are meant. */
  public enum Kind {
    /** A run of letters without white space; found in all its inflections. */
    WORD,
    /** Words in this order and these forms. */
    PHRASE,
    /** The beginning of a word: every word that begins so. */
    PREFIX,
    /** A word, and those that differ from it in few letters. */
    FUZZY,
    /** A word in which * is any number of letters and ? is one, not only at its end. */
    WILDCARD
  }

  /**
   * Something to be found.
   *
   * @param text without the signs that say its kind
   * @param edits how many letters may differ in a fuzzy word, 0 for other kinds
   * @param field where it must stand
   */
  public record Clause(Kind kind, String text, int edits, QueryField field) implements Condition {

    /** A clause whose letters are as typed and that may stand anywhere. */
    public Clause(Kind kind, String text) {
      this(kind, text, 0, QueryField.ANYWHERE);
    }
  }

  /** Every one of some conditions, in the simplest form: {@link All} of one is that one. */
  public static Condition all(List<Condition> conditions) {
    List<Condition> flat = new ArrayList<>();
    for (Condition condition : conditions) {
      flat.addAll(condition instanceof All all ? all.conditions() : List.of(condition));
    }
    return flat.size() == 1 ? flat.getFirst() : new All(flat);
  }

  /** One at least of some conditions, in the simplest form; those that ask nothing do not count. */
  public static Condition any(List<Condition> conditions) {
    List<Condition> flat = new ArrayList<>();
    for (Condition condition : conditions) {
      if (!condition.equals(All.NOTHING)) {
        flat.addAll(condition instanceof Any any ? any.conditions() : List.of(condition));
      }
    }
    return flat.size() < 2 ? all(flat) : new Any(flat);
  }

  /** The opposite of a condition, in the simplest form; of none it is none. */
  public static Condition not(Condition condition) {
    if (condition.equals(All.NOTHING)) {
      return condition;
    }
    return condition instanceof Not not ? not.condition() : new Not(condition);
  }

  /** The same question without some of its clauses. */
  public TextQuery without(Predicate<Clause> dropped) {
    return new TextQuery(text, without(condition, dropped), match);
  }

  private static Condition without(Condition condition, Predicate<Clause> dropped) {
    return switch (condition) {
      case All all -> all(all.conditions().stream().map(each -> without(each, dropped)).toList());
      case Any any -> any(any.conditions().stream().map(each -> without(each, dropped)).toList());
      case Not not -> not(without(not.condition(), dropped));
      case Clause clause -> dropped.test(clause) ? All.NOTHING : clause;
    };
  }

  /** The same question with others in the place of the clauses that must not be missing. */
  public TextQuery wanting(UnaryOperator<Clause> other) {
    return new TextQuery(text, wanting(condition, other), match);
  }

  private static Condition wanting(Condition condition, UnaryOperator<Clause> other) {
    return switch (condition) {
      case All all -> all(all.conditions().stream().map(each -> wanting(each, other)).toList());
      case Any any -> any(any.conditions().stream().map(each -> wanting(each, other)).toList());
      case Not not -> not;
      case Clause clause -> other.apply(clause);
    };
  }

  /** All clauses in the order typed, also those that must not be met. */
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

  /** Whether there is anything to find, exclusions apart. */
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
