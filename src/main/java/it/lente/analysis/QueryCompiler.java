package it.lente.analysis;

import it.lente.analysis.AdjacentWords.SharedAlternatives;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.record.QueryField;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.All;
import it.lente.record.TextQuery.Any;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Kind;
import it.lente.record.TextQuery.Not;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Compiles a question: each clause becomes a part with all its alternatives, and a formula combines
 * the parts. Adjacent words are examined together, because some of them are one expression.
 */
final class QueryCompiler {

  private final LookUpBudget.Bounded dictionary;
  private final Synonyms synonyms;

  /** Whether function words are ignored; a question that has no other words requires them. */
  private final boolean ignoresFunctionWords;

  private final QueryNotes notes = new QueryNotes();
  private final Alternatives alternatives;
  private final List<QueryPart> parts = new ArrayList<>();

  /** The parts that are plain words. */
  private final BitSet words = new BitSet();

  private QueryCompiler(LookUpBudget.Bounded dictionary, Synonyms synonyms, boolean passesOver) {
    this.dictionary = dictionary;
    this.synonyms = synonyms;
    this.ignoresFunctionWords = passesOver;
    this.alternatives = new Alternatives(dictionary, notes);
  }

  static QueryMatcher compile(TextQuery query, Dictionary dictionary, Synonyms synonyms) {
    LookUpBudget.Bounded bounded = LookUpBudget.Bounded.of(query, dictionary);
    QueryMatcher content = new QueryCompiler(bounded, synonyms, true).matcher(query);
    return content.asks() ? content : new QueryCompiler(bounded, synonyms, false).matcher(query);
  }

  private QueryMatcher matcher(TextQuery query) {
    MatchExpression strict = formula(query.condition(), false).orElseGet(() -> ofNoWords(query));
    MatchExpression read = new QueryRelaxation(query, words).of(strict);
    Supplier<List<List<String>>> families =
        () -> parts.stream().map(part -> QueryRelaxation.family(part, dictionary)).toList();
    return new QueryMatcher(
        parts, read.equals(strict) ? Optional.empty() : Optional.of(families), read, notes);
  }

  /** Matches nothing for a question of signs only, and everything for an empty question. */
  private MatchExpression ofNoWords(TextQuery query) {
    boolean asksNothing = query.text().isBlank();
    if (!asksNothing) {
      notes.wordless = true;
    }
    return asksNothing ? new MatchExpression.All(List.of()) : new MatchExpression.Any(List.of());
  }

  /**
   * Returns the formula of a condition.
   *
   * @param excluded whether matches of the condition are excluded
   * @return empty if the condition has no words
   */
  private Optional<MatchExpression> formula(Condition condition, boolean excluded) {
    return switch (condition) {
      case All all -> combined(all(all.conditions(), excluded)).map(MatchExpression::all);
      case Any any -> combined(any(any.conditions(), excluded)).map(MatchExpression::any);
      case Not not -> formula(not.condition(), !excluded).map(MatchExpression.Not::new);
      case Clause clause -> combined(all(List.of(clause), excluded)).map(MatchExpression::all);
    };
  }

  private static Optional<List<MatchExpression>> combined(List<MatchExpression> formulas) {
    List<MatchExpression> distinct = formulas.stream().distinct().toList();
    return distinct.isEmpty() ? Optional.empty() : Optional.of(distinct);
  }

  private List<MatchExpression> any(List<Condition> conditions, boolean excluded) {
    return conditions.stream()
        .map(each -> formula(each, excluded))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<MatchExpression> all(List<Condition> conditions, boolean excluded) {
    List<MatchExpression> formulas = new ArrayList<>();
    int at = 0;
    while (at < conditions.size()) {
      AdjacentWords run = AdjacentWords.at(at, conditions);
      Optional<FixedExpression> expression = run.expression(0);
      if (expression.isPresent()) {
        formulas.add(part(run.clause(0), alternatives.of(expression.get().alternatives())));
        at += run.after(0, expression.get());
      } else if (run.size() > 0) {
        AdjacentWords words = run.beforeExpression();
        formulas.addAll(closed(words, excluded));
        at += words.size();
      } else {
        formula(conditions.get(at++), excluded).ifPresent(formulas::add);
      }
    }
    return formulas;
  }

  private List<MatchExpression> closed(AdjacentWords run, boolean excluded) {
    List<SharedAlternatives> others = run.others(synonyms, alternatives::isKnown);
    others.stream()
        .map(SharedAlternatives::note)
        .flatMap(Optional::stream)
        .forEach(notes.synonyms::add);
    List<MatchExpression> formulas = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      Clause clause = run.clause(i);
      List<String> forms = run.forms(i);
      if (counts(clause, forms)) {
        List<Sequence> all = alternatives.of(clause, forms, covering(others, i), excluded);
        if (clause.kind() == Kind.WORD && forms.size() > 1 && !excluded && !occurs(all)) {
          formulas.addAll(split(clause, forms));
        } else {
          formulas.add(part(clause, all));
        }
      }
    }
    return formulas;
  }

  private boolean occurs(List<Sequence> sequences) {
    return sequences.stream().anyMatch(alternatives::occurs);
  }

  /** Splits a run that occurs nowhere into parts, one for each word. */
  private List<MatchExpression> split(Clause clause, List<String> forms) {
    notes.split.add(clause.text());
    return closed(
        new AdjacentWords(
            forms.stream().map(form -> new Clause(Kind.WORD, form, 0, clause.field())).toList()),
        false);
  }

  private static List<Sequence> covering(List<SharedAlternatives> others, int clause) {
    return others.stream()
        .filter(each -> each.cover(clause))
        .flatMap(each -> each.sequences().stream())
        .toList();
  }

  private boolean counts(Clause clause, List<String> forms) {
    if (forms.isEmpty()) {
      return false;
    }
    boolean passedOver =
        ignoresFunctionWords && clause.kind() == Kind.WORD && FunctionWords.are(forms);
    if (passedOver) {
      notes.ignored.add(clause.text());
    }
    return !passedOver;
  }

  /** Gives equal parts the same number. */
  private MatchExpression part(Clause clause, List<Sequence> all) {
    QueryPart part = new QueryPart(clause.field(), all);
    int known = parts.indexOf(part);
    if (known < 0) {
      words.set(parts.size(), clause.kind() == Kind.WORD && clause.field() == QueryField.ANYWHERE);
      parts.add(part);
    }
    return new MatchExpression.Part(known < 0 ? parts.size() - 1 : known);
  }
}
