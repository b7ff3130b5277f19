package it.lente.engine.lucene;

import it.lente.analysis.Formula;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.engine.Scope;
import it.lente.record.FieldText.Weight;
import it.lente.record.QueryField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The matcher's formula and closed parts as Lucene's queries. Each part takes its best field: a
 * word in the title says more than the same word in a report.
 */
final class QueryTranslation {

  /** How much the fields beside the best one add. */
  private static final float TIE = .1f;

  private static final float TITLE = 4;
  private static final float LABELS = 3;
  private static final float RECORD = 2;
  private static final float PAGES = 1;

  /** What a word counts as typed, in its other forms, and by its family. */
  private static final float TYPED = 1.2f;

  private static final float INFLECTED = 1.1f;
  private static final float FAMILY = .8f;

  /** More than any score. */
  private static final float BONUS = 1000;

  private final QueryMatcher matcher;
  private final Scope scope;

  private QueryTranslation(QueryMatcher matcher, Scope scope) {
    this.matcher = matcher;
    this.scope = scope;
  }

  static Query of(QueryMatcher matcher, Scope scope) {
    return new QueryTranslation(matcher, scope).query(matcher.formula());
  }

  private Query query(Formula formula) {
    return switch (formula) {
      case Formula.Part one -> part(matcher.parts().get(one.number()), scope);
      case Formula.All all -> all(all.formulas());
      case Formula.Any any -> any(any.formulas());
      case Formula.AtLeast some -> atLeast(some);
      case Formula.Not not -> all(List.of(not));
    };
  }

  /** Exclusions take away from what the others find, or from everything. */
  private Query all(List<Formula> formulas) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean finds = false;
    for (Formula formula : formulas) {
      if (formula instanceof Formula.Not not) {
        query.add(query(not.formula()), Occur.MUST_NOT);
      } else {
        query.add(query(formula), Occur.MUST);
        finds = true;
      }
    }
    if (!finds) {
      query.add(new FieldExistsQuery(Schema.CARD), Occur.MUST);
    }
    return query.build();
  }

  private Query any(List<Formula> formulas) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    formulas.forEach(formula -> query.add(query(formula), Occur.SHOULD));
    return query.build();
  }

  /** What holds all stands before what holds some. */
  private Query atLeast(Formula.AtLeast some) {
    BooleanQuery.Builder enough = new BooleanQuery.Builder();
    BooleanQuery.Builder whole = new BooleanQuery.Builder();
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    for (Formula formula : some.formulas()) {
      Query query = query(formula);
      enough.add(query, Occur.SHOULD);
      whole.add(query, Occur.FILTER);
      sum.add(weighed(formula, query), Occur.SHOULD);
    }
    enough.setMinimumNumberShouldMatch(some.least());
    Query bonus = new BoostQuery(new ConstantScoreQuery(whole.build()), BONUS);
    return sum.add(enough.build(), Occur.FILTER).add(bonus, Occur.SHOULD).build();
  }

  /** A word weighs by its family, too, where that stands and the word does not. */
  private Query weighed(Formula formula, Query query) {
    if (formula instanceof Formula.Part one && !matcher.family(one.number()).isEmpty()) {
      List<Query> disjuncts = new ArrayList<>();
      disjuncts.addAll(((DisjunctionMaxQuery) query).getDisjuncts());
      fields(scope)
          .forEach((field, weight) -> {
            SynonymQuery.Builder family = new SynonymQuery.Builder(field);
            matcher.family(one.number()).forEach(form -> family.addTerm(new Term(field, form)));
            disjuncts.add(new BoostQuery(family.build(), weight * FAMILY));
          });
      return new DisjunctionMaxQuery(disjuncts, TIE);
    }
    return query;
  }

  /** The fields that a scope searches, with their weights. */
  static Map<String, Float> fields(Scope scope) {
    return fields(QueryField.ANYWHERE, scope);
  }

  /** The fields in which a word can stand, with their weights; none if the scope leaves it none. */
  private static Map<String, Float> fields(QueryField field, Scope scope) {
    Map<String, Float> fields = new LinkedHashMap<>();
    if (scope != Scope.ATTACHMENTS && field.isPart()) {
      fields.put(Schema.field(field), LABELS);
    } else if (scope != Scope.ATTACHMENTS && field != QueryField.ATTACHMENTS) {
      fields.put(Schema.field(Weight.TITLE), TITLE);
      if (field != QueryField.TITLE) {
        fields.put(Schema.field(Weight.LABELS), LABELS);
        fields.put(Schema.field(Weight.RECORD), RECORD);
      }
    }
    if (scope != Scope.RECORDS && field.coversPages()) {
      fields.put(Schema.PAGES, PAGES);
    }
    return fields;
  }

  /** One word or phrase of the question, wherever its field and the scope let it stand. */
  static Query part(QueryPart part, Scope scope) {
    List<Query> disjuncts = new ArrayList<>();
    fields(part.field(), scope)
        .forEach((field, weight) -> {
          for (Sequence sequence : part.alternatives()) {
            disjuncts.add(new BoostQuery(sequence(field, sequence), weight * sequence.weight()));
          }
        });
    return new DisjunctionMaxQuery(disjuncts, TIE);
  }

  private static Query sequence(String field, Sequence sequence) {
    return sequence.words().size() == 1
        ? word(field, sequence.words().getFirst())
        : phrase(field, sequence);
  }

  private static Query word(String field, Word word) {
    SynonymQuery.Builder query = new SynonymQuery.Builder(field);
    for (String form : word.forms()) {
      query.addTerm(new BytesRef(form), form.equals(word.typed()) ? 1 : word.weight());
    }
    if (word.forms().size() > 1) {
      return new DisjunctionMaxQuery(
          List.of(
              new BoostQuery(new TermQuery(new Term(field, word.typed())), TYPED),
              new BoostQuery(query.build(), INFLECTED)),
          TIE);
    }
    return new BoostQuery(query.build(), TYPED);
  }

  private static Query phrase(String field, Sequence sequence) {
    MultiPhraseQuery.Builder query = new MultiPhraseQuery.Builder();
    for (int place = 0; place < sequence.words().size(); place++) {
      Word word = sequence.words().get(place);
      if (!word.isAny()) {
        query.add(
            word.forms().stream().map(form -> new Term(field, form)).toArray(Term[]::new), place);
      }
    }
    return query.build();
  }
}
