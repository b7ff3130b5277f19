package it.lente.web;

import io.javalin.http.Context;
import it.lente.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API, as OpenAPI for programs and as a page for people. */
final class OpenApi {

  private final JsonNode whole;
  private final byte[] file;
  private final Templates templates;

  OpenApi(Templates templates, Brand brand) {
    ObjectNode written = ApiDescription.complete();
    String server = brand.address().isEmpty() ? "/" : brand.address();
    written.putArray("servers").addObject().put("url", server);
    if (!brand.contact().isEmpty()) {
      String kind = brand.contact().startsWith("mailto:") ? "email" : "url";
      ((ObjectNode) written.at("/info/contact")).put(kind, brand.contactName());
    }
    this.whole = written;
    this.file = JsonMapper.shared().writeValueAsBytes(written);
    this.templates = templates;
  }

  record Page(PageLayout frame, List<Route> routes) {}

  /**
   * A route of the API.
   *
   * @param anchor its anchor on the page
   */
  record Route(
      String anchor,
      String path,
      String summary,
      String description,
      List<Parameter> parameters,
      List<Answer> answers,
      Example example) {}

  /**
   * An address to request, as the sample answers it.
   *
   * @param open true if it works in every collection
   * @param answer the shortened response; the empty string if it is no JSON
   */
  record Example(String address, boolean open, String answer) {}

  /**
   * A parameter.
   *
   * @param kind the type of its values, from the schema
   * @param note «obbligatorio», «si può ripetere», or the empty string
   */
  record Parameter(String name, String kind, String note, String description) {}

  record Answer(String status, String description, String types) {}

  void serve(Context context) {
    RequestContext.of(context).strict(Set.of());
    context.contentType("application/json").result(file);
  }

  void page(Context context) {
    RequestContext visit = RequestContext.of(context);
    PageLayout frame =
        PageLayout.of(visit, visit.messages().get("api.title"))
            .describedAs(visit.messages().get("api.description"));
    List<Route> routes =
        whole
            .get("paths")
            .propertyStream()
            .map(path -> route(path.getKey(), path.getValue().get("get"), visit.messages()))
            .toList();
    templates.write(context, "api", new Page(frame, routes));
  }

  private Route route(String path, JsonNode route, Messages messages) {
    String example = route.path("x-example").asString("");
    JsonNode answer = route.at("/responses/200/content/application~1json/example");
    String operation = route.get("operationId").asString();
    return new Route(
        operation,
        path,
        messages.find("api." + operation).orElse(""),
        messages.find("api." + operation + ".description").orElse(""),
        each(route.get("parameters")).stream()
            .map(each -> parameter(operation, each, messages))
            .toList(),
        route
            .get("responses")
            .propertyStream()
            .map(each -> answer(each.getKey(), followed(each.getValue())))
            .toList(),
        new Example(
            example,
            !path.contains("{id}"),
            answer.isMissingNode() ? "" : answer.toPrettyString()));
  }

  private Parameter parameter(String operation, JsonNode written, Messages messages) {
    JsonNode parameter = followed(written);
    JsonNode schema = parameter.get("schema");
    boolean many = schema.path("type").asString("").equals("array");
    List<String> notes = new ArrayList<>();
    if (parameter.path("required").asBoolean(false)) {
      notes.add(messages.get("api.required"));
    }
    if (many) {
      notes.add(messages.get("api.repeated"));
    }
    return new Parameter(
        parameter.get("name").asString(),
        kind(many ? schema.get("items") : schema, messages),
        String.join(", ", notes),
        ApiDescription.parameter(operation, parameter.get("name").asString(), messages));
  }

  private static String kind(JsonNode schema, Messages messages) {
    String kind =
        schema.has("enum")
            ? each(schema.get("enum")).stream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "))
            : schema.has("minimum")
                ? schema.get("minimum").asString()
                    + Optional.ofNullable(schema.get("maximum"))
                        .map(most -> "–" + most.asString())
                        .orElse("…")
                : "";
    return schema.has("default")
        ? kind + " (" + messages.get("api.default", schema.get("default").asString()) + ")"
        : kind;
  }

  private static Answer answer(String status, JsonNode answer) {
    String types =
        answer
            .path("content")
            .propertyStream()
            .map(each -> each.getKey())
            .filter(type -> !type.equals("*/*"))
            .collect(Collectors.joining(", "));
    return new Answer(status, answer.get("description").asString(), types);
  }

  /** Returns the target of a reference, or the node itself if it is none. */
  private JsonNode followed(JsonNode node) {
    return node.has("$ref") ? whole.at(node.get("$ref").asString().substring(1)) : node;
  }

  private static List<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
