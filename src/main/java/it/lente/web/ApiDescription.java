package it.lente.web;

import it.lente.messages.Messages;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.search.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds {@code openapi.json} from the sentences of the messages and the lists in the code:
 * filters, their values, states, languages.
 */
final class ApiDescription {

  private static final String FILE = "openapi.json";
  private static final String PARAMETERS = "#/components/parameters/";

  private ApiDescription() {}

  static ObjectNode complete() {
    ObjectNode document = read();
    ObjectNode parameters = (ObjectNode) document.at("/components/parameters");
    for (Facet facet : Facet.values()) {
      parameters.set(facet.key(), filter(facet.key(), facet.closedList()));
    }
    for (Measure measure : Measure.values()) {
      parameters.set(measure.key(), filter(measure.key(), List.of()));
    }
    parameters.propertyStream().forEach(each -> describe("", (ObjectNode) each.getValue()));
    list(parameters.at("/lang/schema"), Messages.LANGUAGES);
    list(
        document.at("/components/schemas/State"),
        Stream.of(AttachmentState.values()).map(AttachmentState::key).toList());
    document.get("paths").forEach(path -> complete((ObjectNode) path.get("get")));
    return document;
  }

  private static void complete(ObjectNode route) {
    String operation = route.get("operationId").asString();
    Messages.ENGLISH.find("api." + operation).ifPresent(said -> route.put("summary", said));
    Messages.ENGLISH
        .find("api." + operation + ".description")
        .ifPresent(said -> route.put("description", said));
    ArrayNode written = (ArrayNode) route.get("parameters");
    ArrayNode parameters = route.putArray("parameters");
    for (JsonNode each : written) {
      if (each.path("$ref").asString("").equals(PARAMETERS + "filters")) {
        Question.FILTERS.forEach(name -> parameters.addObject().put("$ref", PARAMETERS + name));
        continue;
      }
      if (each.has("name")) {
        describe(operation, (ObjectNode) each);
      }
      if (each.path("name").asString("").equals("facet")) {
        list(each.get("schema"), Stream.of(Facet.values()).map(Facet::key).toList());
      }
      parameters.add(each);
    }
  }

  private static void describe(String operation, ObjectNode parameter) {
    parameter.put(
        "description", parameter(operation, parameter.get("name").asString(), Messages.ENGLISH));
  }

  /** Returns the description of a parameter: the one for this operation, else the common one. */
  static String parameter(String operation, String name, Messages messages) {
    return messages
        .find("api." + operation + "." + name)
        .orElseGet(() -> messages.get("api.parameter." + name));
  }

  private static ObjectNode filter(String name, List<String> values) {
    ObjectNode parameter = JsonMapper.shared().createObjectNode();
    parameter.put("name", name).put("in", "query");
    ObjectNode items = parameter.putObject("schema").put("type", "array").putObject("items");
    items.put("type", "string");
    if (!values.isEmpty()) {
      list(items, values);
    }
    return parameter.put("explode", true);
  }

  private static void list(JsonNode schema, List<String> values) {
    values.forEach(((ObjectNode) schema).putArray("enum")::add);
  }

  private static ObjectNode read() {
    try (InputStream in =
        Objects.requireNonNull(ApiDescription.class.getResourceAsStream(FILE), FILE)) {
      return (ObjectNode) JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
