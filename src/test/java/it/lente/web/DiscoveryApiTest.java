package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Suggestions and similar processes, over a real port. */
class DiscoveryApiTest {

  @AutoClose private static final Site site = new Site();

  @Test
  void a_place_is_suggested_with_the_filter_to_choose() {
    JsonNode answer = site.json("/api/v1/suggest?q=valle");
    assertThat(Site.names(answer)).containsExactly("q", "suggestions");
    assertThat(answer.at("/suggestions").toString())
        .isEqualTo(
            """
            [{"kind":"place","text":"Vallechiara","within":"Lombardia > Lecco",\
            "parameter":"place","value":"Lombardia > Lecco > Vallechiara","count":1}]\
            """);
  }

  @Test
  void a_title_that_one_process_has_leads_to_it() {
    assertThat(site.json("/api/v1/suggest?q=fiume").at("/suggestions").toString())
        .isEqualTo(
            """
            [{"kind":"title","text":"Il patto del fiume","process":"fiume","count":1}]\
            """);
  }

  @Test
  void what_would_find_nothing_is_not_suggested() {
    assertThat(site.json("/api/v1/suggest?q=nessuno").at("/suggestions").toString())
        .isEqualTo("[]");
  }

  @Test
  void nothing_typed_is_no_error_but_an_unknown_parameter_is() {
    assertThat(site.json("/api/v1/suggest").toString())
        .isEqualTo("{\"q\":\"\",\"suggestions\":[]}");
    assertRefused("/api/v1/suggest?q=a&sise=3", "sise");
    assertRefused("/api/v1/suggest?q=a&size=21", "size");
  }

  @Test
  void similar_processes_say_what_both_have() {
    String address = "/api/v1/processes/" + FixedCollection.LIBRARY + "/similar";
    JsonNode similar = site.json(address).get("processes");
    assertThat(similar.size()).isEqualTo(1);
    assertThat(Site.names(similar.get(0)))
        .containsExactly("id", "title", "status", "years", "places", "themes", "score", "because");
    assertThat(similar.at("/0/id").asString()).isEqualTo("fiume");
    assertThat(similar.at("/0/because").toString())
        .isEqualTo(
            """
            [{"kind":"word","text":"rive"},\
            {"kind":"theme","text":"Ambiente","value":"Ambiente"}]\
            """);
    assertThat(site.json("/api/v1/processes/fiume/similar").toString())
        .isEqualTo("{\"processes\":[]}");
    assertThat(site.get("/api/v1/processes/nobody/similar").statusCode()).isEqualTo(404);
    assertRefused(address + "?size=11", "size");
    assertRefused(address + "?q=a", "q");
  }

  @Test
  void the_page_of_a_process_leads_to_similar_ones() {
    Element similar = site.page("/processes/" + FixedCollection.LIBRARY).selectFirst(".similar");
    assertThat(similar.selectFirst("h2").text()).isEqualTo("Processi simili");
    assertThat(similar.selectFirst("a").attr("href")).isEqualTo("/processes/fiume");
    assertThat(similar.text()).contains("Il patto del fiume", "In comune: rive, Ambiente");
    assertThat(site.page("/processes/fiume").selectFirst(".similar")).isNull();
  }

  private static void assertRefused(String address, String parameter) {
    assertThat(site.get(address).statusCode()).isEqualTo(400);
    assertThat(site.get(address).body()).contains("\"parameter\":\"" + parameter + "\"");
  }
}
