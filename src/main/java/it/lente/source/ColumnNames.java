package it.lente.source;

import it.lente.record.RecordField;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names of columns: keys of JSON records and labels of schede, in any spelling, so that {@code
 * anno_di_avvio}, «Anno di Avvio» and {@code startYear} are one.
 */
public final class ColumnNames {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Map<String, String> KEYS = keys();

  private ColumnNames() {}

  /** Returns the key in JSON of the field that a column has, the empty string if it has none. */
  public static String key(String name) {
    return KEYS.getOrDefault(plain(name), "");
  }

  /** Returns the letters and digits by which names are compared. */
  public static String plain(String name) {
    return BETWEEN.matcher(Spelling.folded(name)).replaceAll("");
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new HashMap<>();
    keys.put("id", "id");
    keys.put("places", "places");
    keys.put("attachments", "attachments");
    keys.put("allegati", "attachments");
    SchedaLabels.fields().forEach((label, field) -> keys.put(plain(label), field.key()));
    for (RecordField field : RecordField.values()) {
      keys.put(plain(field.key()), field.key());
    }
    return Map.copyOf(keys);
  }
}
