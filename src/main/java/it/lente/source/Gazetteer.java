package it.lente.source;

import it.lente.record.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The regions, provinces and municipalities of Italy, from the two tables in this package. */
final class Gazetteer {

  /** Codes on old letterheads. */
  private static final Map<String, String> OLD_CODES = Map.of("FO", "FC", "PS", "PU");

  private static final List<String> PREFIXES =
      List.of(
          "comune di |provincia di |provincia della |provincia dell |citta metropolitana di |regione "
              .split("\\|"));

  private static final int SHORTEST_POSTCODE_PREFIX = 2;

  /** Follows the constants that its constructor uses. */
  static final Gazetteer ITALY = new Gazetteer();

  private final Map<String, String> regions = new HashMap<>();
  private final Map<String, Province> byCode = new HashMap<>();
  private final Map<String, Province> byName = new HashMap<>();
  private final Map<String, Province> byPostcode = new HashMap<>();
  private final Map<String, List<Municipality>> municipalities = new HashMap<>();

  /** A province, with a code of two letters as on old number plates. */
  record Province(String code, String name, String region) {
    TreePath path() {
      return TreePath.of(region, name);
    }
  }

  record Municipality(String name, Province province) {
    TreePath path() {
      return TreePath.of(province.region(), province.name(), name);
    }
  }

  private Gazetteer() {
    rows("provinces.tsv", this::addProvince);
    rows("municipalities.tsv", this::addMunicipality);
  }

  Optional<String> region(String name) {
    return Optional.ofNullable(regions.get(bare(name)));
  }

  /** Returns a province by its name or its code. */
  Optional<Province> province(String name) {
    return Optional.ofNullable(byName.get(bare(name))).or(() -> provinceByCode(name));
  }

  Optional<Province> provinceByCode(String code) {
    String upper = code.strip().toUpperCase(Locale.ROOT);
    return Optional.ofNullable(byCode.get(OLD_CODES.getOrDefault(upper, upper)));
  }

  /** Returns nothing for a postcode whose first digits several provinces share. */
  Optional<Province> provinceByPostcode(String postcode) {
    for (int length = postcode.length(); length >= SHORTEST_POSTCODE_PREFIX; length--) {
      Province province = byPostcode.get(postcode.substring(0, length));
      if (province != null) {
        return Optional.of(province);
      }
    }
    return Optional.empty();
  }

  /** Returns all municipalities of a name. Five names have two each. */
  List<Municipality> municipalities(String name) {
    return municipalities.getOrDefault(bare(name), List.of());
  }

  int provinces() {
    return byCode.size();
  }

  private static String bare(String name) {
    String folded = Spelling.folded(name);
    for (String prefix : PREFIXES) {
      if (folded.startsWith(prefix)) {
        return folded.substring(prefix.length());
      }
    }
    return folded;
  }

  private void addProvince(String[] columns) {
    Province province = new Province(columns[0], columns[1], columns[2]);
    regions.put(bare(province.region()), province.region());
    byCode.put(province.code(), province);
    byName.put(bare(province.name()), province);
    listed(columns[3], ";").forEach(name -> byName.put(bare(name), province));
    listed(columns[4], " ").forEach(prefix -> byPostcode.put(prefix, province));
  }

  private void addMunicipality(String[] columns) {
    Municipality municipality = new Municipality(columns[0], byCode.get(columns[1]));
    for (int column : columns.length > 2 ? new int[] {0, 2} : new int[] {0}) {
      municipalities
          .computeIfAbsent(bare(columns[column]), name -> new ArrayList<>())
          .add(municipality);
    }
  }

  private static Stream<String> listed(String column, String separator) {
    return Stream.of(column.split(separator, -1)).filter(part -> !part.isEmpty());
  }

  private static void rows(String table, Consumer<String[]> row) {
    try (InputStream bytes = Gazetteer.class.getResourceAsStream(table)) {
      new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException("the table " + table + " cannot be read", e);
    }
  }
}
