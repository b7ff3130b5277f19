package it.lente.search;

import it.lente.messages.Messages;
import it.lente.record.QueryField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The field names that may precede a colon, in every language of the messages. */
final class FieldNames {

  private static final Map<String, QueryField> FIELDS = fields();

  private FieldNames() {}

  /** Returns the field of a name in any language, ignoring case. */
  static Optional<QueryField> named(String name) {
    return Optional.ofNullable(FIELDS.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Returns the first Italian name. */
  static String written(QueryField field) {
    return names(field, Messages.ITALIAN).getFirst();
  }

  private static Map<String, QueryField> fields() {
    Map<String, QueryField> fields = new HashMap<>();
    for (Messages messages : Messages.BY_LANGUAGE.values()) {
      for (QueryField field : QueryField.values()) {
        names(field, messages).forEach(name -> fields.put(name, field));
      }
    }
    return Map.copyOf(fields);
  }

  private static List<String> names(QueryField field, Messages messages) {
    return field == QueryField.ANYWHERE
        ? List.of()
        : List.of(messages.get("query-field." + field.key()).split(" "));
  }
}
