package it.lente.importing;

import it.lente.source.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes flat rows of the objects in a JSON export. */
final class JsonSource {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}([-_][A-Za-z]{2})?");

  private JsonSource() {}

  /**
   * Returns the objects of a list, also of one that is the only member of an object.
   *
   * @throws ImportException if the text is no JSON
   */
  static List<JsonNode> objects(String text) {
    try {
      JsonNode all = SourceRow.MAPPER.readTree(text);
      if (all.isObject() && all.size() == 1 && all.iterator().next().isArray()) {
        all = all.iterator().next();
      }
      return all.isArray() ? List.copyOf(all.values()) : List.of(all);
    } catch (JacksonException broken) {
      throw new ImportException(
          "no JSON that can be read (line %d): the export was cut off or changed"
              .formatted(broken.getLocation() == null ? 0 : broken.getLocation().getLineNr()));
    }
  }

  /** Puts all texts of an object into a row; objects within have a slash in their names. */
  static void flatten(JsonNode object, String prefix, SourceRow row) {
    for (var property : object.properties()) {
      String name = prefix + property.getKey();
      JsonNode value = unwrapped(property.getValue());
      if (value.isArray()) {
        row.list(name, value.valueStream().map(JsonSource::text).toList());
      } else if (isTranslated(value)) {
        translations(value, name, row);
      } else if (value.isObject()) {
        flatten(value, name + "/", row);
      } else {
        row.add(name, text(value));
      }
    }
  }

  /** Returns the value of {@code {"key": …, "value": …}}, as the API of Participedia writes it. */
  static JsonNode unwrapped(JsonNode value) {
    return value.isObject() && value.has("key") && value.has("value") ? value.get("value") : value;
  }

  /** Returns the text that an object has in Italian, else in English, else in any language. */
  static String text(JsonNode written) {
    JsonNode value = unwrapped(written);
    if (value.isNull()) {
      return "";
    } else if (isTranslated(value)) {
      return text(value.get(first(value)));
    } else if (value.isObject() && value.has("name")) {
      return text(value.get("name"));
    } else if (value.isObject() && value.has("title")) {
      String url = value.has("url") ? " " + text(value.get("url")) : "";
      return (text(value.get("title")) + url).strip();
    } else if (value.isContainer()) {
      return SourceRow.MAPPER.writeValueAsString(value);
    }
    return Markup.plain(value.asString()).replaceAll("\\s*\\n\\s*", "\n").strip();
  }

  private static void translations(JsonNode value, String name, SourceRow row) {
    String first = first(value);
    row.add(name, text(value.get(first)));
    for (var translation : value.properties()) {
      if (!translation.getKey().equals(first)) {
        row.add(name + "/" + translation.getKey(), text(translation.getValue()));
      }
    }
  }

  private static boolean isTranslated(JsonNode value) {
    return value.isObject()
        && !value.isEmpty()
        && value
            .propertyStream()
            .allMatch(each ->
                LANGUAGE.matcher(each.getKey()).matches() && !each.getValue().isContainer());
  }

  private static String first(JsonNode translated) {
    List<String> languages = new ArrayList<>(List.of("it", "en"));
    languages.addAll(((ObjectNode) translated).propertyNames());
    return languages.stream()
        .filter(each -> translated.has(each) && !text(translated.get(each)).isEmpty())
        .findFirst()
        .orElse(languages.getLast());
  }
}
