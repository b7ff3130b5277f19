package it.lente.engine.lucene;

import it.lente.engine.Scope;
import it.lente.record.FieldText.Weight;
import it.lente.record.QueryField;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields in which a word can occur; a word in the title weighs more than one in a report. */
final class SearchedFields {

  private static final float TITLE = 4;
  private static final float LABELS = 3;
  private static final float RECORD = 2;
  private static final float PAGES = 1;

  private SearchedFields() {}

  /** Returns the fields that a scope searches. */
  static Map<String, Float> of(Scope scope) {
    return of(QueryField.ANYWHERE, scope);
  }

  /** Returns the fields for words of a query field; none if the scope excludes them. */
  static Map<String, Float> of(QueryField field, Scope scope) {
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
}
