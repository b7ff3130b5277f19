package it.lente.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code openapi.json} promises of answers. */
final class Description {

  private final JsonNode document;

  Description(JsonNode document) {
    this.document = document;
  }

  /** As it is shipped. */
  static Description shipped() {
    return new Description(ApiDescription.complete());
  }

  boolean describes(String address) {
    return route(address).isPresent();
  }

  private Optional<JsonNode> route(String address) {
    String path = address.replaceFirst("[?#].*", "");
    return document
        .get("paths")
        .propertyStream()
        .filter(route ->
            path.matches(route.getKey().replace("{file}", ".+").replaceAll("\\{[a-z]+}", "[^/]+")))
        .map(route -> route.getValue().get("get"))
        .findFirst();
  }

  /** What in an answer is not as it is described; nothing where its address is not. */
  List<String> faults(String address, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    Optional<JsonNode> responses = route(address).map(route -> route.get("responses"));
    // A person who follows a link to a file that has gone gets a page.
    boolean errorPage = answer.statusCode() >= 400 && type.equals("text/html");
    if (responses.isEmpty() || errorPage || answer.body().isEmpty()) {
      return List.of();
    }
    String status = Integer.toString(answer.statusCode());
    JsonNode response =
        followed(responses.get().path(responses.get().has(status) ? status : "default"));
    JsonNode content = response.path("content");
    if (!content.has(type) && !content.has("*/*")) {
      return List.of(status + " " + type + " is not described");
    }
    return type.endsWith("json")
        ? faults(JsonMapper.shared().readTree(answer.body()), content.path(type).path("schema"), "")
        : List.of();
  }

  /** What in a value is not as the schema says; a property that it does not name is a fault. */
  List<String> faults(JsonNode value, JsonNode reference, String at) {
    JsonNode schema = followed(reference);
    List<String> faults = new ArrayList<>();
    if (!isOfType(value, schema.path("type"))) {
      return List.of(at + " is no " + schema.path("type"));
    }
    if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
      faults.add(at + " is not in the list: " + value);
    }
    schema
        .path("required")
        .valueStream()
        .filter(name -> value.isObject() && !value.has(name.asString()))
        .forEach(name -> faults.add(at + " lacks " + name));
    if (value.isArray()) {
      value
          .valueStream()
          .forEach(each -> faults.addAll(faults(each, schema.get("items"), at + "[]")));
    }
    boolean open = !schema.has("properties") && !schema.has("additionalProperties");
    if (value.isObject() && !open) {
      value
          .propertyStream()
          .forEach(each -> {
            JsonNode described = schema.path("properties").path(each.getKey());
            JsonNode any =
                described.isMissingNode() ? schema.path("additionalProperties") : described;
            String place = at + "." + each.getKey();
            faults.addAll(
                any.isMissingNode()
                    ? List.of(place + " is not described")
                    : faults(each.getValue(), any, place));
          });
    }
    return faults;
  }

  private static boolean isOfType(JsonNode value, JsonNode type) {
    return type.isArray()
        ? type.valueStream().anyMatch(each -> isOfType(value, each))
        : switch (type.asString()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "null" -> value.isNull();
          default -> false;
        };
  }

  /** What a reference leads to. */
  JsonNode followed(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }
}
