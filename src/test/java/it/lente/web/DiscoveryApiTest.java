package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Suggestions and similar processes, over a real port. */
class DiscoveryApiTest {

  private static Site site;

  @BeforeAll
  static void start(@TempDir Path folder) {
    site = new Site(folder);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

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
  void a_title_is_suggested_with_its_process_and_the_phrase_to_ask_for() {
    assertThat(site.json("/api/v1/suggest?q=fiume").at("/suggestions").toString())
        .isEqualTo(
            """
            [{"kind":"title","text":"Il patto del fiume","process":"fiume",\
            "parameter":"q","value":"\\"Il patto del fiume\\"","count":1}]\
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

  private static void assertRefused(String address, String parameter) {
    assertThat(site.get(address).statusCode()).isEqualTo(400);
    assertThat(site.get(address).body()).contains("\"parameter\":\"" + parameter + "\"");
  }
}
