package it.lente.engine.hits;

import it.lente.engine.Scope;
import it.lente.record.FieldText.Weight;
import it.lente.record.QueryField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The fields in which a word can occur; a word in the title weighs more than one in a report. */
public final class SearchedFields {

  /** The pages of the attachments. */
  public static final String PAGES = "pages";

  private static final float TITLE = 4;
  private static final float LABELS = 3;
  private static final float RECORD = 2;
  private static final float PAGE = 1;

  private SearchedFields() {}

  /** Returns the fields that a scope searches. */
  public static Map<String, Float> of(Scope scope) {
    return of(QueryField.ANYWHERE, scope);
  }

  /** Returns the fields for words of a query field; none if the scope excludes them. */
  public static Map<String, Float> of(QueryField field, Scope scope) {
    Map<String, Float> fields = new LinkedHashMap<>();
    if (scope != Scope.ATTACHMENTS && field.isPart()) {
      fields.put(field(field), LABELS);
    } else if (scope != Scope.ATTACHMENTS && field != QueryField.ATTACHMENTS) {
      fields.put(field(Weight.TITLE), TITLE);
      if (field != QueryField.TITLE) {
        fields.put(field(Weight.LABELS), LABELS);
        fields.put(field(Weight.RECORD), RECORD);
      }
    }
    if (scope != Scope.RECORDS && field.coversPages()) {
      fields.put(PAGES, PAGE);
    }
    return fields;
  }

  /** Returns the field of a part of the record. */
  public static String field(Weight weight) {
    return weight.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the field of the record's texts that belong to a query field. */
  public static String field(QueryField part) {
    return "in." + part.key();
  }
}
