package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.search.CoverageQuestion;
import it.lente.search.ExportQuestion;
import it.lente.search.FacetQuestion;
import it.lente.search.HitsQuestion;
import it.lente.search.SimilarQuestion;
import it.lente.search.SuggestQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API says what the API does, no more and no less. */
class OpenApiTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

  @AutoClose private static final Site site = new Site();
  private static final JsonNode document = site.json("/api/v1/openapi.json");
  private static final Description description = new Description(document);

  /** The profile openapi-lint reads it. */
  @BeforeAll
  static void keepForLinters() throws IOException {
    Files.write(
        Files.createDirectories(Path.of("target")).resolve("openapi.json"),
        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
  }

  @Test
  void every_route_for_programs_is_described_and_nothing_else() {
    Routes.Handlers nobody =
        new Routes.Handlers(
            new Api(null, null),
            new OpenApi(null, Brand.NONE),
            new Pages(null, null),
            new Originals(null, Path.of("")),
            new Discovery(null),
            new OpenData(null, null, null),
            new Embeds(null, null),
            new Assets(Brand.NONE),
            new Health(null, null, null),
            new Metrics(null, null));
    Set<String> routes =
        Routes.table(nobody).keySet().stream()
            .map(path -> path.replace('<', '{').replace('>', '}'))
            .filter(path -> path.matches("/(api/.*|health.*|attachments/.*)"))
            .collect(Collectors.toSet());
    assertThat(Set.copyOf(Site.names(document.get("paths")))).isEqualTo(routes);
  }

  @Test
  void every_route_takes_the_parameters_that_are_described() {
    Map<String, Set<String>> taken =
        Map.of(
            "/api/v1/processes", ExportQuestion.PARAMETERS,
            "/api/v1/hits", ExportQuestion.PAGE_PARAMETERS,
            "/api/v1/processes/{id}", Api.OF_RECORD,
            "/api/v1/processes/{id}/similar", SimilarQuestion.PARAMETERS,
            "/api/v1/processes/{id}/attachments/{attachment}/hits", HitsQuestion.PARAMETERS,
            "/api/v1/processes/{id}/attachments/{attachment}/pages/{page}", Api.OF_PAGE,
            "/api/v1/oembed", Embeds.PARAMETERS,
            "/api/v1/facets/{facet}", FacetQuestion.PARAMETERS,
            "/api/v1/suggest", SuggestQuestion.PARAMETERS,
            "/api/v1/coverage", CoverageQuestion.PARAMETERS);
    document
        .get("paths")
        .propertyStream()
        .forEach(path -> {
          String name = path.getKey();
          JsonNode route = path.getValue().get("get");
          assertThat(named(route, "query")).as(name).isEqualTo(taken.getOrDefault(name, Set.of()));
          assertThat(named(route, "path"))
              .as(name)
              .isEqualTo(
                  PLACEHOLDER
                      .matcher(name)
                      .results()
                      .map(found -> found.group(1))
                      .collect(Collectors.toSet()));
        });
  }

  private static Set<String> named(JsonNode route, String place) {
    return parameters(route)
        .filter(each -> each.get("in").asString().equals(place))
        .map(each -> each.get("name").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<JsonNode> parameters(JsonNode route) {
    return route.get("parameters").valueStream().map(description::followed);
  }

  @Test
  void closed_lists_are_described_whole() {
    assertThat(values("/components/schemas/State/enum"))
        .containsExactlyElementsOf(
            Stream.of(AttachmentState.values()).map(AttachmentState::key).toList());
    for (Facet facet : Facet.values()) {
      assertThat(values("/components/parameters/" + facet.key() + "/schema/items/enum"))
          .containsExactlyElementsOf(facet.closedList());
    }
    assertThat(values("/paths/~1api~1v1~1facets~1{facet}/get/parameters/0/schema/enum"))
        .containsExactlyElementsOf(Stream.of(Facet.values()).map(Facet::key).toList());
    for (String sort : values("/components/parameters/sort/schema/enum")) {
      assertThat(site.get("/api/v1/processes?sort=" + sort).statusCode()).isEqualTo(200);
    }
  }

  private static List<String> values(String place) {
    return document.at(place).valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void every_example_is_as_it_is_described() {
    document
        .get("paths")
        .propertyStream()
        .forEach(path -> {
          JsonNode content = path.getValue().at("/get/responses/200/content/application~1json");
          if (content.has("example")) {
            assertThat(description.faults(content.get("example"), content.get("schema"), "example"))
                .as(path.getKey())
                .isEmpty();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/processes?q=biblioteca&status=In+corso",
        "/api/v1/processes/strano%20id%20%C3%A0%2520%2B",
        "/api/v1/processes/biblioteca-vallechiara/similar",
        "/api/v1/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/hits?q=biblioteca",
        "/api/v1/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/pages/7",
        "/api/v1/facets/place",
        "/api/v1/suggest?q=valle",
        "/api/v1/suggest?q=fiume",
        "/api/v1/coverage",
        "/api/v1/processes?colour=red",
        "/health",
        "/health/live"
      })
  void answers_are_as_they_are_described(String address) {
    assertThat(description.describes(address)).isTrue();
    assertThat(description.faults(address, site.get(address))).isEmpty();
  }

  @Test
  void an_answer_that_is_not_as_it_is_described_is_found_out() {
    JsonNode schema = document.at("/components/schemas/Suggestions");
    JsonNode lacking = JsonMapper.shared().readTree("{\"q\":1,\"suggestions\":[{\"x\":2}]}");
    assertThat(description.faults(lacking, schema, ""))
        .hasSize(5)
        .contains(".suggestions[].x is not described");
  }

  @Test
  void every_reference_leads_somewhere_and_all_that_is_kept_for_reference_is_used() {
    String text = document.toString();
    Set<String> used =
        Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    used.forEach(place -> assertThat(document.at(place).isMissingNode()).as(place).isFalse());
    document
        .get("components")
        .propertyStream()
        .forEach(kind ->
            kind.getValue()
                .propertyNames()
                .forEach(name ->
                    assertThat(used).contains("/components/" + kind.getKey() + "/" + name)));
  }

  @Test
  void what_the_page_says_is_italian_or_says_that_it_is_english() {
    Stream<JsonNode> routes = document.get("paths").valueStream().map(path -> path.get("get"));
    routes.forEach(route -> {
      assertThat(route.has("summary")).as(route.toString()).isTrue();
      assertThat(parameters(route)).allMatch(parameter -> parameter.has("description"));
    });
    assertThat(site.page("/api").select("dl[lang=en]"))
        .hasSameSizeAs(Site.names(document.get("paths")));
  }

  @Test
  void people_read_the_same_as_a_page() {
    Document page = site.page("/api");
    assertThat(page.select(".api-route h2").eachText())
        .containsExactlyElementsOf(Site.names(document.get("paths")));
    assertThat(page.select("#listProcesses").parents().first().select("dt code").eachText())
        .containsAll(ExportQuestion.PARAMETERS);
    assertThat(page.text()).contains("1–100 (se manca: 20)", "si può ripetere");
    assertThat(site.page("/api?lang=en").text()).contains("1–100 (if left out: 20)");
    page.select(".api-route p a, .api-routes ~ p a")
        .forEach(link -> assertThat(site.get(link.attr("href")).statusCode()).isEqualTo(200));
  }
}
