package it.lente.importing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One process of a source, flat: a text or a list of texts for each column.
 *
 * @param line counted from 1
 * @param values by the source's own names
 * @param files the attachments, as in a manifest
 */
record SourceRow(int line, ObjectNode values, ArrayNode files) {

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  static SourceRow empty(int line) {
    return new SourceRow(line, MAPPER.createObjectNode(), MAPPER.createArrayNode());
  }

  /** Adds a text to a column; a second one makes a list. */
  void add(String column, String text) {
    String stripped = text.strip();
    if (!stripped.isEmpty()) {
      merge(values, column, values.stringNode(stripped));
    }
  }

  void list(String column, List<String> texts) {
    ArrayNode list = values.arrayNode();
    texts.stream().map(String::strip).filter(text -> !text.isEmpty()).forEach(list::add);
    if (!list.isEmpty()) {
      merge(values, column, list);
    }
  }

  /** Joins two values to a list without doubles. */
  static void merge(ObjectNode target, String key, JsonNode more) {
    JsonNode known = target.get(key);
    if (known == null) {
      target.set(key, more);
      return;
    }
    ArrayNode all = target.arrayNode();
    Stream.of(known, more).flatMap(value -> texts(value).stream()).distinct().forEach(all::add);
    target.set(key, all.size() == 1 ? all.get(0) : all);
  }

  List<String> texts(String column) {
    JsonNode value = values.get(column);
    return value == null ? List.of() : texts(value);
  }

  Optional<String> first(String column) {
    return texts(column).stream().findFirst();
  }

  /** Adds an attachment, whose file is named as its address ends. */
  void file(String url, String title) {
    if (files.findValuesAsString("url").contains(url)) {
      return;
    }
    String path = url.replaceFirst("[?#].*$", "");
    String last = decoded(path.substring(path.lastIndexOf('/') + 1));
    String name = last.replaceAll("[/\\\\\\p{Cntrl}]", "_").replaceFirst("^\\.+", "");
    String file = name.isEmpty() ? "file-" + (files.size() + 1) : name;
    List<String> taken = files.findValuesAsString("file");
    ObjectNode entry = files.addObject();
    entry.put("file", taken.contains(file) ? files.size() + "-" + file : file);
    if (!title.isBlank()) {
      entry.put("title", title.strip());
    }
    entry.put("url", url);
  }

  static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    (value.isArray() ? value.values() : List.of(value)).forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return name;
    }
  }
}
