package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.Facet;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The JSON contract, over a real port. */
class ApiTest {

  private static final String REPORT =
      "/api/v1/processes/" + FixedCollection.LIBRARY + "/attachments/" + FixedCollection.REPORT;

  @AutoClose private static final Site site = new Site();

  @Test
  void a_list_has_the_shape_of_the_contract() {
    JsonNode list = site.json("/api/v1/processes?q=biblioteca");
    assertThat(Site.names(list))
        .containsExactly(
            "total",
            "query",
            "processes",
            "facets",
            "facetSizes",
            "next",
            "complete",
            "tookMillis");
    assertThat(list.at("/total").asInt()).isEqualTo(1);
    assertThat(Site.names(list.get("query")))
        .containsExactly(
            "text", "understoodAs", "relaxed", "warnings", "withoutFilter", "didYouMean");
    assertThat(list.at("/query/relaxed").isNull()).isTrue();
    assertThat(list.at("/query/warnings").isArray()).isTrue();
    assertThat(list.get("next").isNull()).isTrue();
    assertThat(Site.names(list.at("/processes/0")))
        .containsExactly(
            "id",
            "title",
            "status",
            "years",
            "places",
            "themes",
            "score",
            "excerpts",
            "attachments");
    assertThat(list.at("/processes/0/years").toString())
        .isEqualTo(
            """
            {"from":2017,"to":2019,"fromOrigin":"Anno di avvio","toOrigin":"Data fine del processo"}\
            """);
    assertThat(list.at("/processes/0/places/0").asString())
        .isEqualTo("Lombardia > Lecco > Vallechiara");
    assertThat(Site.names(list.at("/processes/0/excerpts/0")))
        .containsExactly("field", "text", "marks");
  }

  @Test
  void an_attachment_in_a_list_tells_where_the_words_are() {
    JsonNode attachment =
        site.json("/api/v1/processes?q=biblioteca").at("/processes/0/attachments/0");
    assertThat(Site.names(attachment))
        .containsExactly(
            "id", "title", "file", "unit", "pages", "state", "language", "hits", "excerpts");
    assertThat(attachment.get("language").asString()).isEqualTo("it");
    assertThat(attachment.get("hits").toString())
        .isEqualTo("{\"occurrences\":6,\"pages\":4,\"pageNumbers\":[7,9,21,40]}");
    JsonNode excerpt = attachment.at("/excerpts/0");
    assertThat(Site.names(excerpt)).containsExactly("page", "hit", "text", "marks");
    int start = excerpt.at("/marks/0/0").asInt();
    int end = excerpt.at("/marks/0/1").asInt();
    assertThat(excerpt.get("text").asString().substring(start, end)).isEqualTo("biblioteca");
  }

  @Test
  void hits_are_there_exactly_when_words_are_asked_for() {
    assertThat(
            site.json("/api/v1/processes?q=biblioteca")
                .at("/processes/0/attachments/1/hits")
                .toString())
        .isEqualTo("{\"occurrences\":0,\"pages\":0,\"pageNumbers\":[]}");
    assertThat(site.json("/api/v1/processes").at("/processes/0/attachments/0").has("hits"))
        .isFalse();
  }

  @Test
  void facets_come_with_labels_parents_and_sizes() {
    JsonNode list = site.json("/api/v1/processes?status=Progetto&lang=en");
    assertThat(list.at("/facets/status/0").toString())
        .isEqualTo(
            """
            {"value":"Progetto","label":"Planned","count":10,"selected":true}\
            """);
    assertThat(list.at("/facets/place/1").toString())
        .isEqualTo(
            """
            {"value":"Emilia-Romagna > Modena","label":"Modena","parent":"Emilia-Romagna","count":10,"selected":false}\
            """);
    assertThat(Site.names(list.get("facets")))
        .containsExactly(Stream.of(Facet.values()).map(Facet::key).toArray(String[]::new));
    assertThat(list.at("/facetSizes/status").asInt()).isEqualTo(3);
  }

  @Test
  void where_nothing_answers_the_filters_in_the_way_are_told() {
    String address = "/api/v1/processes?q=biblioteca&status=Progetto&year=2018&funded=1..";
    JsonNode list = site.json(address);
    assertThat(list.get("total").asInt()).isZero();
    assertThat(list.at("/query/withoutFilter").toString()).isEqualTo("[]");
    list = site.json("/api/v1/processes?q=biblioteca&status=Progetto&year=2018");
    assertThat(list.at("/query/withoutFilter").toString())
        .isEqualTo("[{\"parameter\":\"status\",\"total\":1}]");
    assertThat(site.json("/api/v1/processes?q=biblioteca&year=2018").get("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void all_values_of_a_facet_are_listed_and_looked_through() {
    JsonNode places = site.json("/api/v1/facets/place?size=3");
    assertThat(Site.names(places))
        .containsExactly("facet", "total", "values", "next", "tookMillis");
    assertThat(places.get("facet").asString()).isEqualTo("place");
    assertThat(places.get("total").asInt()).isEqualTo(10);
    assertThat(places.at("/values/0").toString())
        .isEqualTo(
            """
            {"value":"Emilia-Romagna","label":"Emilia-Romagna","count":30,"selected":false}\
            """);
    assertThat(places.get("next").asString()).isEqualTo("/api/v1/facets/place?size=3&page=2");
    JsonNode found =
        site.json(
            "/api/v1/facets/place?contains=VÀLLECH&q=biblioteca&status=Concluso&place=Atlantide");
    assertThat(found.at("/values").toString())
        .isEqualTo(
            """
            [{"value":"Lombardia > Lecco > Vallechiara","label":"Vallechiara","parent":"Lombardia > Lecco","count":1,"selected":false}]\
            """);
    assertThat(found.get("next").isNull()).isTrue();
    assertThat(site.json("/api/v1/facets/place?place=Atlantide").at("/values/10").toString())
        .isEqualTo(
            """
            {"value":"Atlantide","label":"Atlantide","count":0,"selected":true}\
            """);
  }

  @Test
  void labels_of_closed_lists_are_looked_through_in_the_language_asked_for() {
    assertThat(site.json("/api/v1/facets/state?contains=char&lang=en").at("/values")).isEmpty();
    assertThat(
            site.json("/api/v1/facets/state?contains=WAIT&lang=en")
                .at("/values/0/value")
                .asString())
        .isEqualTo("needs-ocr");
    assertThat(site.json("/api/v1/facets/state?contains=attesa").at("/total").asInt()).isOne();
  }

  @Test
  void a_facet_that_there_is_not_is_told_with_those_that_are() {
    HttpResponse<String> answer = site.get("/api/v1/facets/places");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("no facet “places”", "Did you mean “place”?");
    assertThat(site.get("/api/v1/facets/place?containing=x").statusCode()).isEqualTo(400);
  }

  @Test
  void amounts_days_and_answers_narrow_the_list() {
    assertThat(total("/api/v1/processes?cost=15000")).isEqualTo(1);
    assertThat(total("/api/v1/processes?cost=15000.01..")).isZero();
    assertThat(total("/api/v1/processes?cost=..5000&cost=14000..16000")).isEqualTo(1);
    assertThat(total("/api/v1/processes?extension=yes")).isEqualTo(1);
    assertThat(total("/api/v1/processes?women=no")).isZero();
    assertThat(total("/api/v1/processes?women=unknown")).isEqualTo(33);
    assertThat(site.get("/api/v1/processes?cost=cheap").body())
        .contains("\"status\":400", "“cost” takes euro", "\"parameter\":\"cost\"");
    assertThat(site.get("/api/v1/processes?extension=si").statusCode()).isEqualTo(400);
  }

  private static int total(String address) {
    return site.json(address).get("total").asInt();
  }

  @Test
  void a_facets_count_is_the_total_after_choosing_it() {
    JsonNode list = site.json("/api/v1/processes?status=Concluso");
    for (JsonNode value : list.at("/facets/status")) {
      String address =
          Address.of("api", "v1", "processes")
              .with("status", value.get("value").asString())
              .toString();
      assertThat(site.json(address).get("total").asInt()).isEqualTo(value.get("count").asInt());
    }
  }

  @Test
  void next_leads_through_the_whole_list_once() {
    String address = "/api/v1/processes?size=10&sort=title&q=piazza&lang=en";
    JsonNode list = site.json(address);
    int seen = list.get("processes").size();
    while (!list.get("next").isNull()) {
      list = site.json(address + "&cursor=" + list.get("next").asString());
      seen += list.get("processes").size();
    }
    assertThat(seen).isEqualTo(30);
  }

  @Test
  void a_process_is_given_whole() {
    JsonNode process = site.json("/api/v1/processes/" + FixedCollection.LIBRARY);
    assertThat(Site.names(process))
        .containsExactly(
            "id",
            "title",
            "status",
            "years",
            "places",
            "themes",
            "fields",
            "other",
            "attachments",
            "origin");
    assertThat(process.at("/fields/totalCost").toString())
        .isEqualTo(
            """
            {"label":"Costo complessivo del processo","values":["15000.00"],"text":"15000.00"}\
            """);
    assertThat(process.at("/fields/womenPresence/values").isEmpty()).isTrue();
    assertThat(process.at("/other/0").toString())
        .isEqualTo("{\"label\":\"Colore della sala\",\"value\":\"verde\"}");
    assertThat(process.at("/attachments/0/date").asString()).isEqualTo("2019-07-04");
    assertThat(process.at("/attachments/0/address").asString())
        .isEqualTo("/attachments/biblioteca-vallechiara/verbali/relazione%20finale.pdf");
    assertThat(process.at("/attachments/3/reason").asString()).isEqualTo("Broken.");
    assertThat(process.at("/attachments/4").has("reason")).isFalse();
  }

  @Test
  void hits_list_each_page_and_each_occurrence() {
    JsonNode hits = site.json(REPORT + "/hits?q=biblioteca");
    assertThat(Site.names(hits)).containsExactly("occurrences", "together", "pages");
    assertThat(Site.names(hits.at("/pages/0")))
        .containsExactly(
            "page",
            "label",
            "width",
            "height",
            "rotation",
            "occurrences",
            "excerpts",
            "boxes",
            "hits");
    assertThat(hits.at("/pages/0/label").asString()).isEqualTo("VII");
    assertThat(hits.at("/pages/1/hits").toString())
        .isEqualTo("[{\"n\":4,\"start\":68,\"end\":78,\"boxes\":[]}]");
    JsonNode part = site.json(REPORT + "/hits?q=biblioteca&pages=9-20&order=page");
    assertThat(part.get("occurrences").asInt()).isEqualTo(6);
    assertThat(part.at("/pages/0/hits").isEmpty()).isTrue();
    assertThat(part.at("/pages/1/hits").size()).isEqualTo(1);
  }

  @Test
  void a_pages_text_is_given_as_it_was_read() {
    JsonNode page = site.json(REPORT + "/pages/7");
    assertThat(Site.names(page))
        .containsExactly("page", "label", "text", "width", "height", "rotation");
    assertThat(page.get("text").asString()).contains("una biblioteca <aperta> a tutti.\nSi");
    String odd =
        Address.of(
                "api",
                "v1",
                "processes",
                FixedCollection.ODD,
                "attachments",
                "odd-eeeeee",
                "pages",
                "1")
            .toString();
    assertThat(Site.names(site.json(odd))).containsExactly("page", "label", "text");
  }

  @Test
  void health_tells_whether_questions_can_be_asked() {
    assertThat(site.get("/health").statusCode()).isEqualTo(200);
    site.engine().becomes(false);
    try {
      HttpResponse<String> answer = site.get("/health");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("\"ready\":false");
    } finally {
      site.engine().becomes(true);
    }
  }

  @Test
  void large_answers_are_compressed() {
    assertThat(
            site.get("/api/v1/processes", "Accept-Encoding", "gzip")
                .headers()
                .firstValue("Content-Encoding"))
        .contains("gzip");
  }
}
