package it.lente.analysis;

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
import java.util.Set;

/**
 * Closes a question: each clause becomes a part with all that it can match written out, and a
 * formula says which parts must hold. Words side by side are looked at together, for some of them
 * are one expression.
 */
final class QueryCompiler {

  private static final Set<String> FUNCTION_WORDS = WordList.words("function-words.txt");

  private final Dictionary dictionary;
  private final Set<String> toPassOver;
  private final Remarks remarks = new Remarks();
  private final Alternatives alternatives;
  private final List<QueryPart> parts = new ArrayList<>();

  /** Which parts are plain words. */
  private final BitSet words = new BitSet();

  private QueryCompiler(Dictionary dictionary, Set<String> toPassOver) {
    this.dictionary = dictionary;
    this.toPassOver = toPassOver;
    this.alternatives = new Alternatives(dictionary, remarks);
  }

  static QueryMatcher compile(TextQuery query, Dictionary dictionary) {
    QueryMatcher content = new QueryCompiler(dictionary, FUNCTION_WORDS).matcher(query);
    return content.asks() ? content : new QueryCompiler(dictionary, Set.of()).matcher(query);
  }

  private QueryMatcher matcher(TextQuery query) {
    Formula strict = formula(query.condition()).orElse(new Formula.All(List.of()));
    Formula read = new Loosening(query, words).of(strict);
    List<List<String>> families =
        read.equals(strict)
            ? List.of()
            : parts.stream().map(part -> Loosening.family(part, dictionary)).toList();
    return new QueryMatcher(parts, families, read, remarks);
  }

  /** Nothing where a condition asks nothing. */
  private Optional<Formula> formula(Condition condition) {
    return switch (condition) {
      case All all -> combined(all(all.conditions())).map(Formula::all);
      case Any any -> combined(any(any.conditions())).map(Formula::any);
      case Not not -> formula(not.condition()).map(Formula.Not::new);
      case Clause clause -> combined(all(List.of(clause))).map(Formula::all);
    };
  }

  private static Optional<List<Formula>> combined(List<Formula> formulas) {
    List<Formula> distinct = formulas.stream().distinct().toList();
    return distinct.isEmpty() ? Optional.empty() : Optional.of(distinct);
  }

  private List<Formula> any(List<Condition> conditions) {
    return conditions.stream().map(this::formula).flatMap(Optional::stream).toList();
  }

  private List<Formula> all(List<Condition> conditions) {
    List<Formula> formulas = new ArrayList<>();
    int at = 0;
    while (at < conditions.size()) {
      WordRun run = WordRun.at(at, conditions);
      if (run.size() == 0) {
        formula(conditions.get(at)).ifPresent(formulas::add);
      } else {
        formulas.addAll(closed(run));
      }
      at += Math.max(1, run.size());
    }
    return formulas;
  }

  private List<Formula> closed(WordRun run) {
    List<Formula> formulas = new ArrayList<>();
    int at = 0;
    while (at < run.size()) {
      Clause clause = run.clause(at);
      Optional<ActCitation> citation = run.citation(at);
      if (citation.isPresent()) {
        formulas.add(part(clause, alternatives.known(citation.get().alternatives())));
        at = run.behind(at, citation.get());
      } else {
        if (counts(clause, run.forms(at))) {
          formulas.add(part(clause, alternatives.of(clause, run.forms(at), run.inPlaceOf(at))));
        }
        at++;
      }
    }
    return formulas;
  }

  private boolean counts(Clause clause, List<String> forms) {
    if (forms.isEmpty()) {
      return false;
    }
    boolean passedOver = clause.kind() == Kind.WORD && toPassOver.containsAll(forms);
    if (passedOver) {
      remarks.passedOver(clause.text());
    }
    return !passedOver;
  }

  /** The same part twice has one number. */
  private Formula part(Clause clause, List<Sequence> all) {
    QueryPart part = new QueryPart(clause.field(), all);
    int known = parts.indexOf(part);
    if (known < 0) {
      words.set(parts.size(), clause.kind() == Kind.WORD && clause.field() == QueryField.ANYWHERE);
      parts.add(part);
    }
    return new Formula.Part(known < 0 ? parts.size() - 1 : known);
  }
}
