package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.lucene.LuceneEngine;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one error policy, over a real port. */
class ErrorTest {

  @AutoClose private static final Site site = new Site();

  private static JsonNode problem(HttpResponse<String> answer, int status, ProblemType type) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode body = JsonMapper.shared().readTree(answer.body());
    assertThat(body.get("type").asString()).isEqualTo(type.type());
    assertThat(body.get("status").asInt()).isEqualTo(status);
    assertThat(body.get("title").asString()).isEqualTo(type.title());
    assertThat(body.get("detail").asString()).isNotBlank();
    return body;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/api/v1/processes/nobody",
        "/api/v1/processes/biblioteca-vallechiara/attachments/nothing/hits?q=a",
        "/api/v1/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/pages/49",
        "/api/v1/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/pages/0",
        "/api/v1/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/pages/vii"
      })
  void what_is_not_there_is_a_404(String address) {
    JsonNode body = problem(site.get(address), 404, ProblemType.NOT_FOUND);
    assertThat(body.has("parameter")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/processes?utm_source=x",
        "/api/v1/processes?size=1000",
        "/api/v1/processes?sort=best",
        "/api/v1/processes?year=19",
        "/api/v1/processes?lang=xx",
        "/api/v1/processes/fiume?q=x",
        "/api/v1/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/hits"
      })
  void a_parameter_that_cannot_be_used_is_named(String address) {
    JsonNode body = problem(site.get(address), 400, ProblemType.INVALID_PARAMETER);
    String name = body.get("parameter").asString();
    assertThat(body.get("detail").asString()).contains("“" + name + "”");
  }

  @Test
  void the_longest_question_is_answered_whatever_its_letters() {
    String question = "?q=" + "%C3%A8".repeat(2_000);
    assertThat(site.get("/api/v1/processes" + question).statusCode()).isEqualTo(200);
    assertThat(site.get("/" + question).statusCode()).isEqualTo(200);
    assertThat(site.get("/" + question + "&yearFrom=2019").statusCode()).isEqualTo(303);
  }

  @Test
  void what_is_longer_than_a_request_may_be_is_told_so() {
    problem(site.get("/?q=" + "a".repeat(40_000)), 414, ProblemType.TOO_LONG);
    problem(site.get("/", "Accept", "a".repeat(40_000)), 431, ProblemType.HEADERS_TOO_LARGE);
  }

  @Test
  void another_method_is_a_405_that_says_which_are_allowed() {
    HttpResponse<String> answer = site.send("POST", "/api/v1/processes");
    problem(answer, 405, ProblemType.METHOD_NOT_ALLOWED);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void while_there_is_no_index_programs_and_people_are_told_to_come_back() {
    site.engine().becomes(false);
    try {
      HttpResponse<String> answer = site.get("/api/v1/processes");
      problem(answer, 503, ProblemType.NOT_READY);
      assertThat(answer.headers().firstValue("Retry-After")).contains("3");
      HttpResponse<String> page = site.get("/?q=biblioteca");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Refresh")).contains("3");
      assertThat(page.body()).contains("Indicizzazione in corso");
    } finally {
      site.engine().becomes(true);
    }
  }

  @Test
  void a_server_without_an_index_does_not_say_where_it_looks(@TempDir Path folder) {
    WebSettings settings = new WebSettings(0, folder);
    try (Site bare = new Site(settings, LuceneEngine.reader(folder))) {
      for (String address :
          List.of("/health", "/api/v1/processes", "/?q=a", "/processes/a", "/sitemap.xml")) {
        HttpResponse<String> answer = bare.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(503);
        assertThat(answer.body()).as(address).doesNotContain(folder.toString());
      }
    }
  }

  @Test
  void when_the_time_is_over_every_route_says_so_instead_of_a_number() {
    try (Site late = Site.withoutTime()) {
      String report = "/processes/" + FixedCollection.LIBRARY + "/attachments/x";
      for (String route :
          List.of(
              "/processes?q=biblioteca",
              "/processes/" + FixedCollection.LIBRARY,
              "/processes/" + FixedCollection.LIBRARY + "/similar",
              report + "/hits?q=biblioteca",
              report + "/pages/1",
              "/facets/status",
              "/suggest?q=val",
              "/coverage",
              "/coverage?format=csv")) {
        HttpResponse<String> answer = late.get("/api/v1" + route);
        problem(answer, 503, ProblemType.OUT_OF_TIME);
        assertThat(answer.headers().firstValue("Retry-After")).as(route).isPresent();
      }
      for (String page :
          List.of("/", "/?q=biblioteca", "/coverage", "/facets/status", report + "/pages/1")) {
        HttpResponse<String> answer = late.get(page);
        assertThat(answer.statusCode()).as(page).isEqualTo(503);
        assertThat(answer.body())
            .as(page)
            .contains("Il tempo per rispondere è finito")
            .doesNotContain("Nessun processo");
      }
    }
  }

  @Test
  void a_fault_of_ours_has_a_number_and_shows_no_trace() {
    Logger log = Logger.getLogger(ErrorPolicy.class.getName());
    log.setLevel(Level.OFF);
    site.engine().breaks(true);
    try {
      JsonNode body = problem(site.get("/api/v1/processes"), 500, ProblemType.INTERNAL_ERROR);
      assertThat(body.get("detail").asString()).matches(".*[0-9a-f]{16}.*");
      assertThat(site.get("/").body())
          .contains("Qualcosa è andato storto")
          .doesNotContain("IllegalStateException", "a fault that the test asked for");
    } finally {
      site.engine().breaks(false);
      log.setLevel(null);
    }
  }

  @Test
  void people_get_a_page_in_their_language_and_programs_get_json() {
    HttpResponse<String> italian = site.get("/processes/nobody");
    assertThat(italian.statusCode()).isEqualTo(404);
    assertThat(italian.body()).contains("<h1>Qui non c’è nulla</h1>");
    assertThat(site.page("/processes/nobody?lang=en").selectFirst("h1").text())
        .isEqualTo("There is nothing at this address");
    problem(
        site.get("/processes/nobody", "Accept", "application/json"), 404, ProblemType.NOT_FOUND);
    assertThat(site.get("/nowhere", "Accept", "text/html").body()).contains("<h1>");
    problem(
        site.get("/nowhere", "Accept", "text/html;q=.1, application/problem+json"),
        404,
        ProblemType.NOT_FOUND);
    assertThat(site.get("/nowhere", "Accept", "application/json;q=.1, text/html").body())
        .contains("<h1>");
  }

  @Test
  void the_page_of_an_error_names_no_other_address_of_what_is_not_there() {
    for (String address :
        List.of("/processes/nobody", "/processes/nobody/attachments/x/pages/1", "/nowhere")) {
      Document page = site.page(address);
      assertThat(page.select("meta[name=robots]").attr("content")).startsWith("noindex");
      assertThat(page.select("link[rel=alternate], link[rel=canonical]")).isEmpty();
    }
  }

  @Test
  void a_file_that_is_not_there_is_json_unless_a_page_is_asked_for() {
    String address = "/attachments/nobody/nothing.pdf";
    problem(site.get(address), 404, ProblemType.NOT_FOUND);
    problem(site.get(address, "Accept", "*/*"), 404, ProblemType.NOT_FOUND);
    problem(site.get(address, "Accept", "application/pdf"), 404, ProblemType.NOT_FOUND);
    HttpResponse<String> page = site.get(address, "Accept", "text/html,application/xml;q=0.9");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<h1>Qui non c’è nulla</h1>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pages/49", "/pages/0", "/pages/vii"})
  void from_a_page_that_is_not_there_a_way_leads_back(String page) {
    String record = "/processes/" + FixedCollection.LIBRARY;
    String attachment = record + "/attachments/" + FixedCollection.REPORT;
    String address = attachment + page + "?q=biblioteca&lang=en";
    assertThat(site.get(address).statusCode()).isEqualTo(404);
    assertThat(site.page(address).select("main a").eachAttr("href"))
        .containsExactly(
            record + "?q=biblioteca&lang=en",
            attachment + "/pages/1?q=biblioteca&lang=en",
            "/?sort=newest&lang=en",
            "/?lang=en");
    assertThat(site.page(record + "/attachments/nothing/pages/1").select("main a").eachAttr("href"))
        .containsExactly(record, "/?sort=newest", "/");
  }

  @Test
  void a_wrong_address_has_the_search_box_with_its_words() {
    Document page = site.page("/processi/biblioteca-nuova?lang=it");
    assertThat(page.selectFirst("form[role=search]").attr("action")).isEqualTo("/");
    assertThat(page.selectFirst("#q").attr("value")).isEqualTo("biblioteca nuova");
    assertThat(page.select("main a").eachText())
        .containsExactly("Vedi tutti i processi", "Vai alla prima pagina");
  }

  @Test
  void an_attachment_leads_to_its_first_page_or_to_its_record() {
    String record = "/processes/" + FixedCollection.LIBRARY;
    String report = record + "/attachments/" + FixedCollection.REPORT;
    assertLeads(report, report + "/pages/1");
    assertLeads(report + "?q=la+sera&lang=en", report + "/pages/1?q=la%20sera&lang=en");
    assertLeads(record + "/attachments/perso-dddddd", record);
    assertThat(site.get(record + "/attachments/nothing").statusCode()).isEqualTo(404);
    assertThat(site.get("/processes/nobody/attachments/nothing").statusCode()).isEqualTo(404);
  }

  private static void assertLeads(String address, String to) {
    HttpResponse<String> answer = site.get(address);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains(to);
  }

  @Test
  void a_page_says_which_parameter_it_cannot_use() {
    HttpResponse<String> answer = site.get("/?year=%3Cscript%3E");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("<code>year</code>").doesNotContain("<script");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void every_type_is_explained_at_its_address(ProblemType problem) {
    Document page = site.page(problem.type());
    assertThat(page.select("h1").text()).isNotBlank();
    assertThat(page.text()).contains(Integer.toString(problem.status()));
  }

  @Test
  void head_answers_as_get_does_without_a_body() {
    HttpResponse<String> there = site.send("HEAD", "/processes/fiume");
    assertThat(there.statusCode()).isEqualTo(200);
    assertThat(there.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(site.send("HEAD", "/processes/nobody").statusCode()).isEqualTo(404);
  }
}
