package it.lente.search;

import it.lente.record.QueryField;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.All;
import it.lente.record.TextQuery.Any;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Not;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a question in the syntax of {@link QueryLanguage}, which reads it as the same question.
 */
final class WrittenQuery {

  private WrittenQuery() {}

  static String of(TextQuery query) {
    return switch (query.condition()) {
      case All all -> joined(all.conditions(), " ");
      case Any any -> joined(any.conditions(), " OR ");
      case Condition other -> inside(other);
    };
  }

  private static String joined(List<Condition> conditions, String operator) {
    return conditions.stream().map(WrittenQuery::inside).collect(Collectors.joining(operator));
  }

  private static String inside(Condition condition) {
    return switch (condition) {
      case All all -> "(" + joined(all.conditions(), " ") + ")";
      case Any any -> "(" + joined(any.conditions(), " OR ") + ")";
      case Not not -> "-" + inside(not.condition());
      case Clause clause -> clause(clause);
    };
  }

  private static String clause(Clause clause) {
    String text =
        switch (clause.kind()) {
          case WORD -> QueryTokens.isOperator(clause.text()) ? clause.text() + "~0" : clause.text();
          case PHRASE -> "\"" + clause.text() + "\"";
          case PREFIX -> clause.text() + "*";
          case WILDCARD -> clause.text();
          case FUZZY -> clause.text() + "~" + clause.edits();
        };
    return clause.field() == QueryField.ANYWHERE
        ? text
        : FieldNames.written(clause.field()) + ":" + text;
  }
}
