package it.lente.engine.lucene;

import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.engine.Scope;
import it.lente.record.FieldText.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The matcher's closed parts as Lucene's queries. Each part takes its best field: a word in the
 * title says more than the same word in a report.
 */
final class QueryTranslation {

  /** How much the fields beside the best one add. */
  private static final float TIE = .1f;

  private QueryTranslation() {}

  static Query of(QueryMatcher matcher, Scope scope) {
    Map<String, Float> fields = fields(scope);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (QueryPart part : matcher.required()) {
      query.add(part(part, fields), Occur.MUST);
    }
    if (!matcher.asks()) {
      query.add(new FieldExistsQuery(Schema.CARD), Occur.MUST);
    }
    for (QueryPart part : matcher.excluded()) {
      query.add(part(part, fields), Occur.MUST_NOT);
    }
    return query.build();
  }

  /** The fields that a scope searches, with their weights. */
  static Map<String, Float> fields(Scope scope) {
    Map<String, Float> fields = new LinkedHashMap<>();
    if (scope != Scope.ATTACHMENTS) {
      fields.put(Schema.field(Weight.TITLE), 4f);
      fields.put(Schema.field(Weight.LABELS), 3f);
      fields.put(Schema.field(Weight.RECORD), 2f);
    }
    if (scope != Scope.RECORDS) {
      fields.put(Schema.PAGES, 1f);
    }
    return fields;
  }

  private static Query part(QueryPart part, Map<String, Float> fields) {
    List<Query> disjuncts = new ArrayList<>();
    fields.forEach((field, weight) -> {
      for (Sequence sequence : part.alternatives()) {
        disjuncts.add(new BoostQuery(sequence(field, sequence), weight));
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
    return query.build();
  }

  private static Query phrase(String field, Sequence sequence) {
    MultiPhraseQuery.Builder query = new MultiPhraseQuery.Builder();
    for (Word word : sequence.words()) {
      query.add(word.forms().stream().map(form -> new Term(field, form)).toArray(Term[]::new));
    }
    return query.build();
  }
}
