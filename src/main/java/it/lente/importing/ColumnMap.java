package it.lente.importing;

import it.lente.record.RecordField;
import it.lente.source.ColumnNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which key of a record each column of a source becomes. A line of a map file is {@code column
 * = key}; {@code -} as the key leaves the column out, {@code *} at the end of a column means
 * anything, and lines that begin with {@code #} are comments.
 */
final class ColumnMap {

  /** The key of columns that are left out. */
  static final String DROPPED = "-";

  /** The key of columns that the importer of a format reads itself. */
  static final String READ = "+";

  /** Keys that are no fields. */
  private static final Set<String> OTHER_KEYS = Set.of("id", "places", DROPPED, READ);

  private static final Set<String> KEYS =
      Stream.concat(OTHER_KEYS.stream(), Stream.of(RecordField.values()).map(RecordField::key))
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, String> exact = new LinkedHashMap<>();
  private final Map<String, String> beginnings = new LinkedHashMap<>();

  /** Reads the map of a format, or none if it needs none. */
  static ColumnMap of(ImportFormat format) throws IOException {
    ColumnMap map = new ColumnMap();
    try (InputStream lines = ColumnMap.class.getResourceAsStream(format.key() + ".map")) {
      if (lines != null) {
        map.add(new String(lines.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return map;
  }

  static boolean isKey(String name) {
    return KEYS.contains(name);
  }

  /**
   * Adds the lines of a map file, which win over those that are there.
   *
   * @throws ImportException naming the line that is none, or whose key is unknown
   */
  void add(String lines) {
    int number = 0;
    for (String line : lines.split("\\R", -1)) {
      number++;
      int sign = line.lastIndexOf('=');
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String key = line.substring(sign + 1).strip();
      if (sign < 1 || !isKey(key)) {
        throw new ImportException(
            "line %d of the map, “%s”, must be “column = key”, with a key of docs/RECORDS.md or -"
                .formatted(number, line.strip()));
      }
      String column = line.substring(0, sign).strip();
      boolean beginning = column.endsWith("*");
      (beginning ? beginnings : exact).put(ColumnNames.plain(column), key);
    }
  }

  /** Returns the key of a column, the empty string if it is not known. */
  String key(String column) {
    String plain = ColumnNames.plain(column);
    String known = exact.get(plain);
    if (known != null) {
      return known;
    }
    return beginnings.entrySet().stream()
        .filter(beginning -> plain.startsWith(beginning.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
