package it.lente.mcp;

import it.lente.engine.HitsRequest;
import it.lente.engine.ListSort;
import it.lente.engine.Scope;
import it.lente.messages.Messages;
import it.lente.record.Facet;
import it.lente.record.Keyed;
import it.lente.search.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Describes the parameters of a tool in JSON Schema, from the lists that the API has. */
final class ToolSchema {

  private static final Set<String> NUMBERS = Set.of("size", "page");

  private ToolSchema() {}

  static Map<String, Object> of(ReadingTool tool, Messages messages) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Stream.concat(tool.required().stream(), tool.optional().stream())
        .forEach(name -> properties.put(name, property(tool, name, messages)));
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        tool.required(),
        "additionalProperties",
        false);
  }

  private static Map<String, Object> property(ReadingTool tool, String name, Messages messages) {
    Map<String, Object> property = new LinkedHashMap<>();
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("type", NUMBERS.contains(name) ? "integer" : "string");
    List<String> choices = choices(name);
    if (!choices.isEmpty()) {
      value.put("enum", choices);
    }
    if (Question.FILTERS.contains(name)) {
      property.put("type", "array");
      property.put("items", value);
    } else {
      property.putAll(value);
    }
    property.put(
        "description",
        messages
            .find("mcp." + tool.key() + "." + name)
            .or(() -> messages.find("mcp.parameter." + name))
            .orElseGet(() -> messages.get("api.parameter." + name)));
    return property;
  }

  private static List<String> choices(String name) {
    return switch (name) {
      case "scope" -> Stream.of(Scope.values()).map(Scope::key).toList();
      case "sort" -> Stream.of(ListSort.values()).map(ListSort::key).toList();
      case "order" ->
          Stream.of(HitsRequest.Order.values())
              .map(order -> order.name().toLowerCase(Locale.ROOT))
              .toList();
      case "facet" -> Stream.of(Facet.values()).map(Facet::key).toList();
      default -> Keyed.find(Facet.values(), name).map(Facet::closedList).orElse(List.of());
    };
  }
}
