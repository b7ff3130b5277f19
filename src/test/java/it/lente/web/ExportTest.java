package it.lente.web;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import it.lente.engine.lucene.LuceneEngine;
import it.lente.record.RecordField;
import it.lente.search.ExportQuestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole results over a real port, from an index in a folder. */
class ExportTest {

  private static final String API = "/api/v1/processes";
  private static final String PAGES = "/api/v1/hits";

  /** More than are read at once. */
  private static final int PARKS = 450;

  @TempDir private Path folder;
  @AutoClose private SearchEngine engine;
  @AutoClose private Site site;

  @BeforeEach
  void start() {
    try (RecordWriter writer = LuceneEngine.writer(folder.resolve("index"), false)) {
      IntStream.range(0, PARKS)
          .forEach(i -> writer.put(process("parco-" + i).titled("Parco " + i % 7).build()));
      writer.put(
          process("piazza")
              .titled("=SOMMA(1), \"piazza\"")
              .in(2019)
              .at("Emilia-Romagna", "Modena")
              .saying(RecordField.OBJECTIVES, "Aprire la piazza.\nE {chiuderla} al 50% & oltre")
              .naming(RecordField.TECHNIQUES, "World café", "Passeggiata")
              .with("rapporto.pdf", "La piazza vuota", "niente", "in piazza, la piazza")
              .build());
      writer.commit();
    }
    engine = LuceneEngine.reader(folder.resolve("index"));
    site = new Site(folder, engine);
  }

  private List<NamedCsvRecord> csv(String address) {
    return CsvReader.builder().ofNamedCsvRecord(site.get(address).body()).stream().toList();
  }

  private List<JsonNode> lines(String address) {
    return site.get(address).body().lines().map(JsonMapper.shared()::readTree).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&sort=title",
        "&sort=newest",
        "&size=3&page=2",
        "&q=parco",
        "&q=parco&sort=oldest"
      })
  void a_csv_has_every_process_that_answers_once_and_in_the_order_of_the_list(String rest) {
    List<String> ids =
        csv(API + "?format=csv&columns=id" + rest).stream().map(row -> row.getField("id")).toList();
    String list = rest.replaceFirst("&size=3&page=2", "");
    assertThat(ids).hasSize(site.json(API + "?size=1" + list).get("total").asInt());
    assertThat(new TreeSet<>(ids)).hasSameSizeAs(ids);
    List<String> first = new ArrayList<>();
    site.json(API + "?size=100" + list)
        .get("processes")
        .forEach(each -> first.add(each.get("id").asString()));
    assertThat(ids.subList(0, first.size())).isEqualTo(first);
  }

  @Test
  void a_csv_has_all_fields_and_is_no_formula() {
    NamedCsvRecord row = csv(API + "?format=csv&q=piazza").getFirst();
    assertThat(row.getHeader()).containsExactlyElementsOf(ExportQuestion.COLUMNS);
    assertThat(row.getField("title")).isEqualTo("'=SOMMA(1), \"piazza\"");
    assertThat(row.getField("objectives"))
        .isEqualTo("Aprire la piazza.\nE {chiuderla} al 50% & oltre");
    assertThat(row.getField("techniques")).isEqualTo("World café / Passeggiata");
    assertThat(row.getField("places")).isEqualTo("Emilia-Romagna > Modena");
    assertThat(row.getField("yearFrom")).isEqualTo("2019");
    assertThat(row.getField("permalink")).isEqualTo(site.home() + "/processes/piazza");
    assertThat(row.getField("occurrences")).isEqualTo("3");
    assertThat(row.getField("pages")).isEqualTo("2");
    assertThat(csv(API + "?format=csv").getFirst().getField("pages")).isEmpty();
  }

  @Test
  void a_byte_order_mark_is_there_where_it_is_asked_for() {
    assertThat(site.get(API + "?format=csv&bom=yes").body()).startsWith("\uFEFFid,permalink,");
    assertThat(site.get(API + "?format=csv&bom=no").body()).startsWith("id,permalink,");
  }

  @Test
  void json_lines_are_whole_records() {
    List<JsonNode> lines = lines(API + "?format=jsonl");
    assertThat(lines).hasSize(PARKS + 1);
    JsonNode piazza = lines(API + "?format=jsonl&q=piazza").getFirst();
    JsonNode alone = site.json(API + "/piazza");
    assertThat(piazza.get("fields")).isEqualTo(alone.get("fields"));
    assertThat(piazza.at("/hits/occurrences").asInt()).isEqualTo(3);
    assertThat(piazza.at("/attachments/0/address").asString())
        .startsWith(site.home() + "/attachments/");
  }

  @Test
  void every_page_that_answers_is_a_line_with_the_address_of_its_first_hit() {
    List<NamedCsvRecord> rows = csv(PAGES + "?q=piazza&format=csv");
    assertThat(rows).extracting(row -> row.getField("page")).containsExactly("1", "3");
    assertThat(rows).extracting(row -> row.getField("occurrences")).containsExactly("1", "2");
    assertThat(rows.get(1).getField("address"))
        .isEqualTo(
            site.home() + "/processes/piazza/attachments/rapporto.pdf/pages/3?q=piazza#hit-2");
    assertThat(rows.get(1).getField("passage")).contains("in piazza, la piazza");
    JsonNode line = lines(PAGES + "?q=piazza").get(1);
    assertThat(line.get("page").asInt()).isEqualTo(3);
    assertThat(site.get(PAGES + "?q=assente&format=csv").body().lines()).hasSize(1);
  }

  @Test
  void a_report_longer_than_is_read_at_once_gives_every_page() {
    String[] texts = new String[230];
    IntStream.range(0, texts.length).forEach(i -> texts[i] = i % 2 == 0 ? "fontana" : "altro");
    try (RecordWriter writer = LuceneEngine.writer(folder.resolve("index"), false)) {
      writer.put(process("lungo").with("lungo.pdf", texts).build());
      writer.commit();
    }
    try (SearchEngine fresh = LuceneEngine.reader(folder.resolve("index"));
        Site own = new Site(folder, fresh)) {
      List<String> lines = own.get(PAGES + "?q=fontana").body().lines().toList();
      assertThat(lines).hasSize(115);
      JsonNode last = JsonMapper.shared().readTree(lines.getLast());
      assertThat(last.get("page").asInt()).isEqualTo(229);
      assertThat(last.get("address").asString()).endsWith("#hit-115");
    }
  }

  @Test
  void the_format_may_be_chosen_by_accept() {
    for (String[] each :
        new String[][] {
          {"csv", "text/csv"},
          {"jsonl", "application/jsonl"},
          {"ris", "application/x-research-info-systems"},
          {"bibtex", "application/x-bibtex"}
        }) {
      HttpResponse<String> chosen =
          site.get(API + "?q=piazza", "Accept", each[1] + ";q=.9, */*;q=.1");
      assertThat(chosen.body()).isEqualTo(site.get(API + "?q=piazza&format=" + each[0]).body());
      assertThat(chosen.headers().firstValue("Content-Type").orElse("")).startsWith(each[1]);
      assertThat(chosen.headers().firstValue("Vary").orElse("")).containsPattern("Accept(,|$)");
    }
    assertThat(site.json(API, "Accept", "text/html,application/xhtml+xml,*/*").has("total"))
        .isTrue();
  }

  @Test
  void the_preferred_format_is_given_and_none_that_is_refused() {
    String lines = site.get(API + "?q=piazza&format=jsonl").body();
    for (String accepted :
        List.of(
            "text/csv;q=.2, application/jsonl;q=.8",
            "text/csv;q=0,application/jsonl",
            "Application/JSONL; charset=utf-8, text/csv",
            "image/png, application/jsonl, text/csv")) {
      assertThat(site.get(API + "?q=piazza", "Accept", accepted).body())
          .as(accepted)
          .isEqualTo(lines);
    }
    for (String address : List.of(API, "/api/v1/coverage", API + "/biblioteca-vallechiara")) {
      for (String accepted :
          List.of("text/csv;q=0", "application/x-bibtex;q=0", ",;q=", "text/csv;q=x", "json")) {
        assertThat(site.get(address, "Accept", accepted).body()).as(accepted).startsWith("{");
      }
    }
  }

  @Test
  void a_reference_manager_reads_the_list() {
    String ris = site.get(API + "?format=ris&q=piazza").body();
    assertThat(ris)
        .startsWith("TY  - ELEC\r\nID  - piazza\r\nTI  - =SOMMA(1), \"piazza\"\r\n")
        .contains("\r\nPY  - 2019\r\n", "KW  - World café\r\n", "UR  - " + site.home())
        .endsWith("ER  - \r\n\r\n");
    assertThat(ris.lines()).allMatch(line -> line.isEmpty() || line.matches("[A-Z][A-Z0-9]  - .*"));
    assertThat(site.get(API + "?format=bibtex&q=piazza").body())
        .startsWith("@misc{piazza,\n  title = {{=SOMMA(1), \"piazza\"}},\n")
        .contains("E \\{chiuderla\\} al 50\\% \\& oltre");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format=xml",
        "format=csv&columns=titel",
        "format=jsonl&columns=id",
        "format=ris&bom=yes",
        "format=csv&cursor=x",
        "bom=perhaps&format=csv",
        "format=csv&colour=red"
      })
  void what_cannot_be_is_refused_with_its_name(String parameters) {
    HttpResponse<String> answer = site.get(API + "?" + parameters);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void pages_are_not_listed_without_words() {
    assertThat(site.json(PAGES + "?format=csv").get("parameter").asString()).isEqualTo("q");
    assertThat(site.get(PAGES + "?q=piazza&size=3").statusCode()).isEqualTo(400);
  }

  @Test
  void a_commit_on_the_way_changes_nothing_of_an_export() throws IOException {
    try (Socket socket = new Socket("localhost", site.port());
        InputStream in = socket.getInputStream()) {
      socket.setReceiveBufferSize(1 << 12);
      String request = "GET " + API + "?format=jsonl HTTP/1.0\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> read = new ArrayList<>(List.of(lines.readLine()));
      try (RecordWriter writer = LuceneEngine.writer(folder.resolve("index"), false)) {
        IntStream.range(0, PARKS).forEach(i -> writer.delete("parco-" + i));
        writer.commit();
      }
      lines.lines().forEach(read::add);
      assertThat(read).contains("Lente-Snapshot: one");
      assertThat(read.stream().filter(line -> line.startsWith("{"))).hasSize(PARKS + 1);
    }
  }

  @Test
  void head_says_what_there_is_without_making_it() {
    HttpResponse<String> head = site.send("HEAD", API + "?format=csv");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"lente.csv\"");
  }

  @Test
  void an_export_is_not_sent_again_while_nothing_has_changed() {
    String tag = site.get(API + "?format=csv").headers().firstValue("ETag").orElseThrow();
    assertThat(site.get(API + "?format=csv", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(site.get(API, "Accept", "application/jsonl", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void the_list_of_results_offers_itself_in_every_format() {
    List<String> addresses =
        site.page("/?q=piazza&page=1&lang=en").select(".download li a").eachAttr("href");
    assertThat(addresses).hasSize(5);
    for (String address : addresses) {
      assertThat(site.get(address).statusCode()).as(address).isEqualTo(200);
    }
    assertThat(site.page("/?sort=title").select(".download li a")).hasSize(4);
    assertThat(site.page("/?q=assente").select(".download")).isEmpty();
  }
}
