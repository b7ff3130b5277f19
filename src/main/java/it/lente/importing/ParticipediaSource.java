package it.lente.importing;

import it.lente.record.RecordField;
import it.lente.source.ItalianPlaces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Adds to cases of Participedia what no single column says. */
final class ParticipediaSource {

  private static final Properties ITALIAN = italianNames();

  private ParticipediaSource() {}

  static List<SourceRow> rows(String json) {
    List<SourceRow> rows = new ArrayList<>();
    for (JsonNode written : JsonSource.objects(json)) {
      JsonNode entry =
          JsonSource.unwrapped(
              written.path("article").isObject() ? written.get("article") : written);
      SourceRow row = SourceRow.empty(rows.size() + 1);
      JsonSource.flatten(entry, "", row);
      for (String files : List.of("files", "evaluation_reports")) {
        for (JsonNode file : entry.path(files).values()) {
          String url = JsonSource.text(file.isObject() ? file.path("url") : file);
          if (url.startsWith("http")) {
            row.file(url, JsonSource.text(file.path("title")));
          }
        }
      }
      for (String links : List.of("links", "evaluation_links", "videos", "audio")) {
        row.list("lente_notes", row.texts(links));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Adds id, title, address, status and places. */
  static void complete(SourceRow row) {
    String id = row.first("id").or(() -> row.first("slug")).orElse("");
    if (!id.isEmpty()) {
      row.add("lente_id", "participedia-" + id);
      row.add("lente_url", row.first("url").orElse("https://participedia.net/case/" + id));
    }
    // Some dumps have no titles: id and place name the case.
    String place = row.first("city").or(() -> row.first("location_name")).orElse("");
    String named = "Participedia " + id + (place.isEmpty() ? "" : " (" + place + ")");
    row.add("lente_title", row.first("title").orElse(id.isEmpty() ? "" : named));
    places(row);
    number(row);
    boolean ongoing = row.first("ongoing").filter("true"::equals).isPresent();
    boolean over = row.first("end_date").isPresent() || row.first("ongoing").isPresent();
    row.add("lente_status", ongoing ? "In corso" : over ? "Concluso" : "");
    for (String column : List.copyOf(row.values().propertyNames())) {
      words(row, column);
    }
  }

  /** The number of an organizer's page is no name. */
  private static void number(SourceRow row) {
    for (String column : List.of("primary_organizer", "primary_organizers")) {
      if (!row.texts(column).isEmpty()
          && row.texts(column).stream().allMatch(text -> text.matches("[\\d.]+"))) {
        row.values().set(column + "_id", row.values().remove(column));
      }
    }
  }

  /** Writes «planning_development» as words, by which it is found. */
  private static void words(SourceRow row, String column) {
    List<String> texts = row.texts(column);
    if (texts.stream().anyMatch(text -> text.matches("[a-z]+(_[a-z]+)+"))) {
      row.values().remove(column);
      List<String> words = texts.stream().map(text -> text.replace('_', ' ')).toList();
      if (words.size() == 1) {
        row.add(column, words.getFirst());
      } else {
        row.list(column, words);
      }
    }
  }

  private static void places(SourceRow row) {
    String country = row.first("country").or(() -> row.first("country_best")).orElse("Italy");
    String city = row.first("city").or(() -> row.first("city_best")).orElse("");
    String province = row.first("province").orElse("");
    boolean italian = country.equalsIgnoreCase("Italy") || country.equalsIgnoreCase("Italia");
    if (italian) {
      italian(row, city, province);
    } else {
      row.add(
          "lente_places",
          String.join(
              " > ", Stream.of(country, province, city).filter(name -> !name.isEmpty()).toList()));
    }
    String street = row.first("address1").orElse("");
    if (!street.isEmpty()) {
      String town = row.first("postal_code").map(code -> code + " ").orElse("") + italian(city);
      row.add("lente_address", (street + ", " + town).replaceFirst("[ ,]+$", ""));
    }
  }

  /** Where neither town nor province is on the national list, the place in words may name one. */
  private static void italian(SourceRow row, String city, String province) {
    row.add("lente_municipality", italian(city));
    Optional<RecordField> wider = ItalianPlaces.field(italian(province));
    wider.ifPresent(field ->
        row.add(
            "lente_" + (field == RecordField.MUNICIPALITY ? "province" : field.key()),
            italian(province)));
    if (ItalianPlaces.field(italian(city)).isEmpty() && wider.isEmpty()) {
      boolean found = false;
      String where = row.first("location_name").orElse("");
      for (String part : where.split(",| and | e | - |\\(|\\)", -1)) {
        String name = italian(part.replaceAll("(?i)\\b(region|district|territorio della)\\b", ""));
        Optional<RecordField> field = ItalianPlaces.field(name);
        field.ifPresent(each -> row.add("lente_" + each.key(), name));
        found |= field.isPresent();
      }
      if (!found) {
        row.add("lente_places", "Italia");
      }
    }
  }

  private static String italian(String name) {
    String plain = name.strip();
    return ITALIAN.getProperty(plain.toLowerCase(Locale.ROOT), plain);
  }

  private static Properties italianNames() {
    Properties names = new Properties();
    try (InputStream lines =
        ParticipediaSource.class.getResourceAsStream("italian-names.properties")) {
      names.load(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
