package it.lente.analysis;

import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.record.QueryField;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.All;
import it.lente.record.TextQuery.Any;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Kind;
import it.lente.record.TextQuery.Match;
import it.lente.record.TextQuery.Not;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Closes a question: each clause becomes a part with all that it can match written out. */
final class QueryCompiler {

  private static final Set<String> FUNCTION_WORDS = WordList.words("function-words.txt");

  /** First parts of compounds that are written joined, with a hyphen or apart. */
  private static final Set<String> FIRST_PARTS = WordList.words("first-parts.txt");

  private static final int SHORTEST_SECOND_PART = 4;

  /** So many words that must not all be there make a sentence. */
  private static final int SENTENCE = 6;

  private static final int MOST_PER_CENT = 60;

  /** The most words of a family, the most frequent ones; rarer ones would cost and say little. */
  private static final int FAMILY = 64;

  /** By how many letters a word of the family may be longer. */
  private static final int LONGER = 6;

  private final Dictionary dictionary;
  private final Set<String> toPassOver;
  private final List<QueryPart> parts = new ArrayList<>();

  /** Which parts are plain words. */
  private final BitSet words = new BitSet();

  /** Whether it ends with a question mark. */
  private boolean question;

  private final List<String> passedOver = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();

  private QueryCompiler(Dictionary dictionary, Set<String> toPassOver) {
    this.dictionary = dictionary;
    this.toPassOver = toPassOver;
  }

  static QueryMatcher compile(TextQuery query, Dictionary dictionary) {
    QueryMatcher content = new QueryCompiler(dictionary, FUNCTION_WORDS).matcher(query);
    return content.asks() ? content : new QueryCompiler(dictionary, Set.of()).matcher(query);
  }

  private QueryMatcher matcher(TextQuery query) {
    Formula formula = formula(query.condition()).orElse(new Formula.All(List.of()));
    question = query.text().strip().endsWith("?");
    Formula read = loosened(formula, query.match());
    return new QueryMatcher(parts, families(read.equals(formula)), read, passedOver, cut);
  }

  /** Not everything that is asked for must be there: of a sentence, or where nothing holds all. */
  private Formula loosened(Formula formula, Match match) {
    List<Formula> all = formula instanceof Formula.All each ? each.formulas() : List.of(formula);
    List<Formula> words = all.stream().filter(each -> isLoose(each, match)).toList();
    int least =
        switch (match) {
          case ALL -> words.size() < SENTENCE && !question ? words.size() : 1;
          case MOST -> Math.ceilDiv(MOST_PER_CENT * words.size(), 100);
          case ANY -> 1;
        };
    if (least >= words.size()) {
      return formula;
    }
    List<Formula> strict = new ArrayList<>(all);
    strict.removeAll(words);
    strict.addFirst(new Formula.AtLeast(least, words));
    return all(strict);
  }

  private Optional<Supplier<List<List<String>>>> families(boolean strict) {
    return strict ? Optional.empty() : Optional.of(() -> parts.stream().map(this::family).toList());
  }

  private List<String> family(QueryPart part) {
    List<Word> alternative = part.alternatives().getFirst().words();
    String typed = alternative.getFirst().typed();
    String beginning = alternative.size() > 1 ? "" : WordFamily.beginning(typed);
    if (beginning.isEmpty()) {
      return List.of();
    }
    return dictionary.startingWith(beginning).forms().stream()
        .filter(form -> form.length() <= typed.length() + LONGER)
        .limit(FAMILY)
        .toList();
  }

  /** What is quoted or held to a field in a sentence is meant. */
  private boolean isLoose(Formula formula, Match match) {
    if (match != Match.ALL) {
      return !(formula instanceof Formula.Not);
    }
    return formula instanceof Formula.Part one && words.get(one.number());
  }

  /** Nothing where a condition asks nothing. */
  private Optional<Formula> formula(Condition condition) {
    return switch (condition) {
      case All all -> combined(all.conditions()).map(QueryCompiler::all);
      case Any any -> combined(any.conditions()).map(QueryCompiler::any);
      case Not not -> formula(not.condition()).map(Formula.Not::new);
      case Clause clause -> part(clause);
    };
  }

  private Optional<List<Formula>> combined(List<Condition> conditions) {
    List<Formula> formulas =
        conditions.stream().map(this::formula).flatMap(Optional::stream).distinct().toList();
    return formulas.isEmpty() ? Optional.empty() : Optional.of(formulas);
  }

  private static Formula all(List<Formula> formulas) {
    return formulas.size() == 1 ? formulas.getFirst() : new Formula.All(formulas);
  }

  private static Formula any(List<Formula> formulas) {
    return formulas.size() == 1 ? formulas.getFirst() : new Formula.Any(formulas);
  }

  private Optional<Formula> part(Clause clause) {
    List<String> forms = FormReader.forms(clause.text());
    if (forms.isEmpty()) {
      return Optional.empty();
    }
    if (clause.kind() == Kind.WORD && toPassOver.containsAll(forms)) {
      passedOver.add(clause.text());
      return Optional.empty();
    }
    QueryPart part = new QueryPart(clause.field(), alternatives(clause, forms));
    int known = parts.indexOf(part);
    if (known < 0) {
      words.set(parts.size(), clause.kind() == Kind.WORD && clause.field() == QueryField.ANYWHERE);
      parts.add(part);
    }
    return Optional.of(new Formula.Part(known < 0 ? parts.size() - 1 : known));
  }

  private List<Sequence> alternatives(Clause clause, List<String> forms) {
    if (clause.kind() == Kind.PHRASE) {
      return List.of(new Sequence(forms.stream().map(Word::exact).toList()));
    }
    List<Sequence> alternatives = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    forms.subList(0, forms.size() - 1).forEach(form -> words.add(Word.inflected(form)));
    words.add(last(clause, forms.getLast()));
    alternatives.add(new Sequence(words));
    if (forms.size() > 1) {
      String joined = String.join("", forms);
      if (joined.chars().allMatch(Character::isLetter)) {
        alternatives.add(Sequence.of(last(clause, joined)));
      }
    } else {
      addParted(alternatives, clause, forms.getFirst());
    }
    return alternatives;
  }

  /** What a clause's last form stands for: that is where letters may be left open. */
  private Word last(Clause clause, String form) {
    return switch (clause.kind()) {
      case PREFIX -> Word.startingWith(form, closed(clause, dictionary.startingWith(form)));
      case FUZZY -> Word.near(form, closed(clause, dictionary.near(form, clause.edits())));
      case WORD -> Word.inflected(form);
      case PHRASE -> Word.exact(form);
    };
  }

  private List<String> closed(Clause clause, Dictionary.Forms found) {
    if (!found.complete() && !cut.contains(clause.text())) {
      cut.add(clause.text());
    }
    return found.forms();
  }

  /** A compound written joined may stand apart in the text: coprogettazione, co progettazione. */
  private void addParted(List<Sequence> alternatives, Clause clause, String form) {
    for (int at = 1; at <= form.length() - SHORTEST_SECOND_PART; at++) {
      String first = form.substring(0, at);
      if (FIRST_PARTS.contains(first)) {
        alternatives.add(
            new Sequence(List.of(Word.exact(first), last(clause, form.substring(at)))));
      }
    }
  }
}
