package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.lente.engine.LastRun;
import it.lente.engine.LastRun.Finding;
import it.lente.messages.Messages;
import it.lente.record.AttachmentState;
import it.lente.record.ReasonCode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What became of the files: as JSON, as CSV and for people, over a real port. */
class CoverageTest {

  private static final String API = "/api/v1/coverage";

  @AutoClose private static final Site site = new Site();

  @Test
  void every_state_is_counted_and_every_file_is_listed() {
    JsonNode coverage = site.json(API + "?lang=en");
    assertThat(Site.names(coverage))
        .containsExactly("files", "pages", "states", "total", "entries", "next");
    assertThat(coverage.get("files").asInt()).isEqualTo(6);
    assertThat(coverage.get("pages").asInt()).isEqualTo(50);
    assertThat(coverage.get("states").size()).isEqualTo(AttachmentState.values().length);
    assertThat(coverage.at("/states/0").toString())
        .isEqualTo("{\"state\":\"indexed\",\"label\":\"Read in full\",\"files\":2,\"pages\":49}");
    assertThat(coverage.get("entries").size()).isEqualTo(6);
    JsonNode entry = coverage.at("/entries/0");
    assertThat(entry.get("process").toString())
        .isEqualTo("{\"id\":\"biblioteca-vallechiara\",\"title\":\"La biblioteca che vorrei\"}");
    assertThat(Site.names(entry.get("attachment")))
        .containsExactly(
            "id",
            "title",
            "file",
            "unit",
            "pages",
            "state",
            "reason",
            "reasons",
            "mediaType",
            "address");
    assertThat(coverage.get("next").isNull()).isTrue();
  }

  @Test
  void the_chart_says_how_much_of_the_files_is_in_which_state() {
    Document page = site.page("/coverage");
    assertThat(page.selectFirst(".coverage-share").text()).isEqualTo("33%");
    assertThat(page.select(".coverage-chart rect"))
        .hasSameSizeAs(page.select(".coverage-states tbody tr"));
    double end = 0;
    for (Element rect : page.select(".coverage-chart rect")) {
      assertThat(Double.parseDouble(rect.attr("x"))).isEqualTo(end, within(.01));
      end += Double.parseDouble(rect.attr("width"));
    }
    assertThat(end).isEqualTo(100, within(.01));
    assertThat(page.select(".coverage-part").eachText())
        .containsExactly("33%", "17%", "17%", "17%", "17%");
    assertThat(Messages.ITALIAN.percent(1, 1000)).isEqualTo("1%");
    assertThat(Messages.ITALIAN.percent(999, 1000)).isEqualTo("99%");
    assertThat(Messages.ITALIAN.percent(1000, 1000)).isEqualTo("100%");
  }

  @Test
  void a_list_is_narrowed_by_states_and_leads_on_by_pages() {
    JsonNode missing = site.json(API + "?state=missing&state=failed");
    assertThat(missing.get("total").asInt()).isEqualTo(2);
    assertThat(missing.get("files").asInt()).isEqualTo(6);
    int seen = 0;
    String address = API + "?size=4";
    while (address != null) {
      JsonNode list = site.json(address);
      seen += list.get("entries").size();
      address = list.get("next").isNull() ? null : list.get("next").asString();
    }
    assertThat(seen).isEqualTo(6);
  }

  @Test
  void files_inside_a_file_are_told_with_it() {
    JsonNode process =
        site.json(Address.of("api", "v1", "processes", FixedCollection.ODD) + "?lang=en");
    assertThat(process.at("/attachments/0/parts/0").toString())
        .isEqualTo(
            """
            {"name":"=1+1, \\"x\\".pdf","state":"partial","reason":"page 2: it is damaged: no object",\
            "reasons":[{"code":"page","arguments":[1,"2",0],"causes":[{"code":"damaged",\
            "causes":[{"code":"quoted","arguments":["no object"]}]}]}],"mediaType":"application/pdf","unit":"page","first":1,"count":1}\
            """);
    assertThat(process.at("/attachments/0/pageStates").toString()).isEqualTo("{\"text\":1}");
  }

  @Test
  void a_state_that_is_none_is_refused_with_the_nearest() {
    for (String address : List.of(API, "/api/v1/processes")) {
      HttpResponse<String> answer = site.get(address + "?state=mising");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body())
          .contains("\"parameter\":\"state\"", "Did you mean “missing”?", "/problems/invalid");
    }
    assertThat(site.get(API + "?q=piazza").statusCode()).isEqualTo(400);
    assertThat(site.get(API + "?format=xml").statusCode()).isEqualTo(400);
  }

  @Test
  void the_whole_list_is_given_as_csv_whichever_page_is_asked_for() {
    HttpResponse<String> answer = site.get(API + "?format=csv&size=1&page=2");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/csv; charset=utf-8; header=present");
    List<String> lines = answer.body().lines().toList();
    assertThat(lines).hasSize(8);
    assertThat(lines.getFirst())
        .isEqualTo(
            "process,processTitle,attachment,file,part,state,reason,mediaType,unit,pages,reasonCodes");
    assertThat(lines.get(1))
        .isEqualTo(
            "biblioteca-vallechiara,La biblioteca che vorrei,relazione-finale-1a2b3c,"
                + "verbali/relazione finale.pdf,,indexed,,application/pdf,page,48,");
    assertThat(site.get(API, "Accept", "text/csv").body()).isEqualTo(answer.body());
    assertThat(site.get(API + "?format=json", "Accept", "text/csv").body()).startsWith("{");
    assertThat(site.get(API + "?format=csv&state=missing").body().lines()).hasSize(2);
  }

  @Test
  void no_cell_is_taken_for_a_formula() {
    assertThat(site.get(API + "?format=csv&lang=en").body())
        .contains(
            ",à & b;c#d%20+e.txt,\"'=1+1, \"\"x\"\".pdf\",partial,page 2: it is damaged: no"
                + " object,");
  }

  @Test
  void without_an_index_a_csv_is_no_empty_list() {
    site.engine().becomes(false);
    try {
      assertThat(site.get(API + "?format=csv").statusCode()).isEqualTo(503);
    } finally {
      site.engine().becomes(true);
    }
  }

  @Test
  void a_page_counts_the_states_and_lists_the_files_with_their_reasons() {
    Document page = site.page("/coverage");
    assertThat(page.select("h1").text()).isEqualTo("Che cosa si può cercare");
    assertThat(page.select("main").text())
        .contains("6 file, 50 pagine; 2 si possono cercare per intero.");
    assertThat(page.select("table").size()).isEqualTo(2);
    page.select("table")
        .forEach(table -> {
          assertThat(table.selectFirst("caption").text()).isNotBlank();
          assertThat(table.select("th:not([scope])")).isEmpty();
        });
    Element failed = page.selectFirst("tr:has(.badge:contains(non riuscita))");
    assertThat(failed.select(".to-files").attr("href")).isEqualTo("/coverage?state=failed#files");
    assertThat(failed.select(".to-processes").attr("href")).isEqualTo("/?state=failed");
    assertThat(page.select(".list-links a").first().attr("href"))
        .isEqualTo("/coverage?state=failed&state=missing&state=needs-ocr&state=unsupported#files");
    Document list = site.page("/coverage?state=failed");
    assertThat(list.select("tr.selected")).hasSize(1);
    assertThat(list.select("#files").text()).isEqualTo("1 file in elenco");
    assertThat(list.select("table").last().text())
        .contains("Fuga", "La biblioteca che vorrei", "Lettura non riuscita", "Broken.");
    assertThat(list.select("a:contains(CSV)").attr("href"))
        .isEqualTo("/api/v1/coverage?state=failed&format=csv");
  }

  @Test
  void the_page_begins_with_what_the_last_run_found_in_its_language() {
    try (Site collected = new Site()) {
      assertThat(collected.page("/coverage").select(".findings")).isEmpty();
      String before = collected.get("/coverage").headers().firstValue("ETag").orElseThrow();
      Instant at = Instant.parse("2026-11-27T08:00:00Z");
      collected
          .engine()
          .ended(
              new LastRun(
                  LastRun.Result.INCOMPLETE,
                  at,
                  at,
                  LastRun.Counts.NONE,
                  List.of(
                      new Finding("processes", 0, "", ReasonCode.WITHHELD.with(3, 4)),
                      new Finding("a.csv", 7, "colonna 2", ReasonCode.NO_TITLE.with()),
                      new Finding(
                          "attachments/Orto", 0, "", ReasonCode.NEAR_RECORD.with("orto-1")))));

      Document page = collected.page("/coverage");
      assertThat(page.select("main").text()).contains("27 novembre 2026", "come era.");
      assertThat(page.select("#findings").text()).isEqualTo("3 cose da sistemare nella raccolta");
      assertThat(page.select(".findings code").eachText())
          .containsExactly("Processi", "a.csv, riga 7, colonna 2", "attachments/Orto");
      assertThat(page.select(".findings li").last().text())
          .contains("l’id «orto-1»: rinominare la cartella");
      assertThat(page.select(".findings [lang]")).isEmpty();
      assertThat(page.select(".findings, .coverage-chart").first().className())
          .isEqualTo("findings");
      assertThat(collected.page("/coverage?lang=de").select(".findings li").first().text())
          .startsWith("Prozesse 3 von 4 sind auf einmal verschwunden");
      assertThat(collected.get("/coverage").headers().firstValue("ETag"))
          .isPresent()
          .isNotEqualTo(Optional.of(before));
    }
  }

  @Test
  void no_finding_is_left_out_however_many_there_are() {
    try (Site collected = new Site()) {
      List<Finding> findings =
          IntStream.rangeClosed(1, 123)
              .mapToObj(line -> new Finding("a.csv", line, "", ReasonCode.NO_TITLE.with()))
              .toList();
      Instant at = Instant.parse("2026-11-27T08:00:00Z");
      collected
          .engine()
          .ended(new LastRun(LastRun.Result.INCOMPLETE, at, at, LastRun.Counts.NONE, findings));
      Document page = collected.page("/coverage");
      assertThat(page.select(".findings > ul > li")).hasSize(100);
      assertThat(page.select(".findings details summary").text()).isEqualTo("Altre 23");
      assertThat(page.select(".findings code").eachText())
          .hasSize(123)
          .startsWith("a.csv, riga 1")
          .endsWith("a.csv, riga 123");
    }
  }

  @Test
  void every_page_leads_to_what_can_be_searched() {
    assertThat(site.page("/?lang=en").select("footer a").eachAttr("href"))
        .contains("/coverage?lang=en");
  }

  @Test
  void a_process_shows_the_files_inside_its_files_with_reasons_in_its_language() {
    String address = Address.process(FixedCollection.ODD).toString();
    assertThat(site.page(address + "?lang=en").select(".parts .reason").html())
        .isEqualTo("page 2: it is damaged: no object");
    Document page = site.page(address);
    assertThat(page.select(".parts .reason [lang=en]").text()).isEqualTo("no object");
    assertThat(page.select(".parts summary").text()).isEqualTo("Un file all’interno");
    assertThat(page.select(".parts li").text())
        .isEqualTo("=1+1, \"x\".pdf Letto in parte, 1 pagina pagina 2: è danneggiato: no object");
    assertThat(page.select(".parts li a").attr("href")).endsWith("/odd-eeeeee/pages/1");
  }
}
