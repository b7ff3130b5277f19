package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.Scans;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {

  @TempDir Path home;

  private final Map<String, String> variables = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private boolean terminal;

  @BeforeEach
  void givenACollection() throws IOException {
    Files.createDirectories(home.resolve("attachments/orti"));
    Files.createDirectory(home.resolve("records"));
    Files.writeString(
        home.resolve("records/orti.txt"),
        """
        Gli orti di Borgo Finto
        Processo
        Stato di avanzamento
        Concluso
        Anno di avvio
        2018
        Anno di chiusura
        2019
        Obiettivi
        Coltivare insieme gli spazi vuoti.
        """);
    Files.writeString(home.resolve("attachments/orti/relazione.txt"), "Le zappe sono in comune.\n");
  }

  @Test
  void help_tells_the_commands() {
    assertThat(run("help")).isZero();

    assertThat(out.toString()).contains("serve", "index", "search", "help", "Exit codes");
    assertThat(out.toString()).contains("[-hV]").doesNotContain("${");
  }

  @Test
  void help_tells_the_options_of_a_command() {
    assertThat(run("help", "serve")).isZero();

    assertThat(out.toString()).contains("--port", "--records", "--no-watch", "7070");
    assertThat(out.toString()).doesNotContain("stdin");
  }

  @Test
  void help_is_given_also_where_a_setting_cannot_be() {
    variables.put("LENTE_PORT", "x");

    assertThat(run("serve", "--help")).isZero();
    assertThat(out.toString()).contains("--port=N");
    assertThat(run("help", "serve")).isZero();
  }

  @Test
  void the_version_is_told() {
    assertThat(run("--version")).isZero();

    assertThat(out.toString()).startsWith("lente ");
  }

  @Test
  void an_unknown_option_is_refused_with_the_nearest_that_is_known() {
    assertThat(run("serve", "--prot", "8080")).isEqualTo(2);

    assertThat(err.toString()).contains("--prot", "Did you mean “--port”?", "lente help serve");
  }

  @Test
  void an_unknown_command_is_refused_with_the_nearest_that_is_known() {
    assertThat(run("serch", "orti")).isEqualTo(2);

    assertThat(err.toString()).contains("serch", "Did you mean “search”?");
  }

  @Test
  void an_unknown_variable_is_wrong_use() {
    variables.put("LENTE_RECODS", "x");

    assertThat(run("index")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean “LENTE_RECORDS”?");
  }

  @Test
  void a_folder_that_is_not_there_is_wrong_use() {
    assertThat(run("index", "--records", home.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere", "--records DIR");
  }

  @Test
  void what_was_indexed_is_found_with_its_page() {
    assertThat(run("index")).isZero();
    assertThat(out.toString()).contains("Records: 1 (1 new). Attachments: 1 (1 indexed).");
    assertThat(out.toString()).contains("1 file read");

    assertThat(run("search", "zappe")).isZero();

    assertThat(out.toString())
        .contains("1 process answers")
        .contains("1. Gli orti di Borgo Finto  [orti]")
        .contains("Concluso · 2018-2019")
        .contains("relazione.txt: 1 occurrence on 1 of 1 section")
        .contains("relazione.txt, section 1: Le «zappe» sono in comune.");
  }

  @Test
  void a_terminal_shows_the_words_in_bold() {
    run("index");
    terminal = true;

    run("search", "zappe");

    assertThat(out.toString()).contains("Le \u001b[1mzappe\u001b[0m sono");
  }

  @Test
  void a_process_and_each_page_have_their_addresses_on_this_machine() {
    run("index");
    run("search", "le zappe");

    assertThat(out.toString())
        .contains("[orti]\n   http://localhost:7070/processes/orti?q=le%20zappe\n")
        .containsPattern(
            "zappe» sono.*\n +http://localhost:7070/processes/orti/attachments/relazione-txt-\\w+"
                + "/pages/1\\?q=le%20zappe#hit-1\n");

    variables.put("LENTE_PORT", "8080");
    variables.put("LENTE_HOST", "::1");
    run("search", "zappe");
    assertThat(out.toString()).contains("   http://[::1]:8080/processes/orti?q=zappe\n");

    variables.put("LENTE_PORT", "0");
    run("search", "zappe");
    assertThat(out.toString()).contains("   /processes/orti?q=zappe\n");
  }

  @Test
  void addresses_are_those_of_the_public_site_where_the_brand_file_names_it() throws IOException {
    run("index");
    Files.writeString(home.resolve("brand.properties"), "address = https://a.example/lente/");

    run("search", "zappe");
    assertThat(out.toString()).contains("   https://a.example/lente/processes/orti?q=zappe\n");
    run("search", "--format", "csv");
    assertThat(out.toString()).contains("\r\norti,https://a.example/lente/processes/orti,");
    run("search", "--hits", "zappe");
    assertThat(out.toString()).contains("\"address\":\"https://a.example/lente/processes/orti/");
    run("search", "zappe", "--address", "http://b.example:81/");
    assertThat(out.toString()).contains("   http://b.example:81/processes/orti?q=zappe\n");
  }

  @Test
  void a_terminal_gets_the_name_of_a_page_as_a_link() {
    run("index");
    terminal = true;

    run("search", "zappe");

    assertThat(out.toString())
        .contains("   http://localhost:7070/processes/orti?q=zappe\n")
        .containsPattern(
            "\u001b]8;;http://localhost:7070/processes/orti/attachments/relazione-txt-\\w+/pages/1"
                + "\\?q=zappe#hit-1\u001b\\\\relazione.txt, section 1\u001b]8;;\u001b\\\\: Le ")
        .doesNotContainPattern("\n +http://\\S+#hit");
  }

  @Test
  void open_prints_the_address_of_the_question_where_there_is_no_browser() {
    String[] question = {
      "open", "\"orti comuni\"", "-scuola", "--year", "2018-", "--status=Concluso", "--sort=newest"
    };
    assertThat(run(question)).isEqualTo(2);
    assertThat(err.toString()).contains("-scuola");

    question[2] = "zappe";
    assertThat(run(question)).isZero();
    assertThat(out.toString())
        .isEqualTo(
            "http://localhost:7070/?q=%22orti%20comuni%22%20zappe&status=Concluso&year=2018-&sort=newest\n");
    assertThat(err.toString()).contains("no browser", "Open the address in one.");

    assertThat(run("open", "--address", "https://a.example/lente")).isZero();
    assertThat(out.toString()).isEqualTo("https://a.example/lente/\n");
  }

  @Test
  void open_refuses_what_a_search_refuses_and_an_address_that_is_none() {
    assertThat(run("open", "--year", "last")).isEqualTo(2);
    assertThat(err.toString()).contains("“year”", "“last”");
    assertThat(run("open", "--address", "a.example")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "--address must be an address such as https://lente.example.org, not “a.example”");
    variables.put("LENTE_PORT", "0");
    assertThat(run("open", "orti")).isEqualTo(2);
    assertThat(err.toString()).contains("port 0", "--address URL");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_second_run_reads_no_file() {
    run("index");

    assertThat(run("index")).isZero();
    assertThat(out.toString()).contains("Records: 1 (1 unchanged)", "0 files read");
  }

  @Test
  void a_report_of_pictures_is_found_once_it_is_recognised() throws IOException {
    Scans.assumeTesseract();
    Files.write(
        home.resolve("attachments/orti/verbale.pdf"),
        Scans.report("Il verbale della giunta approva\nle nuove fontane di Borgo Finto."));

    assertThat(run("index", "--ocr=now")).isZero();
    assertThat(run("search", "fontane")).isZero();
    assertThat(out.toString())
        .contains("verbale.pdf: 1 occurrence on 1 of 1 page")
        .contains("verbale.pdf, p. 1: ", "le nuove «fontane» di Borgo Finto");

    run("check", "--state", "ocr");
    assertThat(out.toString()).contains("ocr         1 file, 1 page");
  }

  @Test
  void a_report_of_pictures_waits_where_recognition_is_switched_off() throws IOException {
    Files.write(home.resolve("attachments/orti/verbale.pdf"), Scans.report("fontane"));

    assertThat(run("index", "--ocr=off")).isZero();
    run("check");

    assertThat(out.toString())
        .contains("orti/verbale.pdf: needs-ocr, no text on any of 1 page; it is a picture; ")
        .contains("character recognition is not possible: it is switched off");
  }

  @Test
  void a_rebuild_takes_texts_from_the_store() {
    run("index");

    assertThat(run("index", "--rebuild")).isZero();
    assertThat(out.toString())
        .contains("Records: 1 (1 unchanged)", "0 files read, 1 text from the store");
  }

  @Test
  void filters_narrow_a_search() {
    run("index");

    assertThat(run("search", "--year", "2019", "--status", "Concluso")).isZero();
    assertThat(out.toString()).contains("1 process answers");

    assertThat(run("search", "orti", "--year", "2020-")).isZero();
    assertThat(out.toString()).contains("No process answers.");
  }

  @Test
  void a_filter_that_cannot_be_is_wrong_use() {
    run("index");

    assertThat(run("search", "--year", "last")).isEqualTo(2);
    assertThat(err.toString()).contains("“year”", "“last”");
    assertThat(run("search", "--size", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("“size” must be a whole number from 1 to 100");
  }

  @Test
  void each_page_that_answers_is_printed_as_the_api_gives_it() throws Exception {
    assertThat(run("index")).isZero();
    assertThat(run("search", "--hits", "zappe")).isZero();
    List<String> pages = out.toString().lines().filter(line -> line.startsWith("{")).toList();
    assertThat(pages).isNotEmpty();
    assertThat(pages.getFirst()).contains("\"page\":", "\"passage\":", "/pages/", "#hit-");
    assertThat(run("search", "--hits", "--format", "csv", "zappe")).isZero();
    assertThat(out.toString())
        .contains("process,processTitle,attachment,file,page,label,occurrences,passage,address");
    assertThat(run("search", "--hits")).isEqualTo(2);
    assertThat(err.toString()).contains("“q” is missing");
    assertThat(run("search", "--hits", "--size", "3", "zappe")).isEqualTo(2);
  }

  @Test
  void a_whole_list_is_printed_for_other_programs() {
    assertThat(run("index")).isZero();
    out.getBuffer().setLength(0);
    assertThat(run("search", "--format", "csv", "--sort", "title", "--size", "1")).isZero();
    assertThat(out.toString())
        .startsWith("id,permalink,title,")
        .contains("\r\norti,/processes/orti,");
    out.getBuffer().setLength(0);
    assertThat(run("search", "--format", "jsonl", "orti")).isZero();
    assertThat(out.toString()).startsWith("{\"id\":\"orti\"");
    assertThat(run("search", "--format", "xlsx")).isEqualTo(2);
    assertThat(err.toString()).contains("“format” must be one of json, csv, jsonl, ris, bibtex");
  }

  @Test
  void a_search_without_an_index_says_what_to_do() {
    assertThat(run("search", "orti")).isEqualTo(1);

    assertThat(err.toString()).startsWith("lente: ").contains("index");
  }

  @Test
  void a_record_that_is_refused_is_named_and_the_rest_goes_on() throws IOException {
    Files.writeString(home.resolve("records/broken.json"), "{");

    assertThat(run("index")).isEqualTo(1);
    assertThat(out.toString()).contains("broken.json").contains("Records: 1 (1 new, 1 refused)");
    assertThat(run("index")).as("as long as it is so").isEqualTo(1);
  }

  @Test
  void a_file_that_is_meant_for_no_record_is_named_and_no_failure() throws IOException {
    Files.writeString(home.resolve("records/README.md"), "What this folder holds.");

    assertThat(run("index")).isZero();
    assertThat(out.toString()).contains("README.md: is no record").contains("Records: 1 (1 new)");
  }

  @Test
  void a_port_that_is_taken_is_named() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      String port = Integer.toString(other.getLocalPort());

      assertThat(run("serve", "--no-index", "--port", port)).isEqualTo(1);

      assertThat(err.toString()).contains("Port " + port + " is taken", "--port 0");
    }
  }

  @Test
  void a_check_tells_what_cannot_be_searched_and_that_all_is_sound() throws IOException {
    Files.writeString(home.resolve("attachments/orti/foto.webp"), "RIFF....WEBPVP8 ");
    run("index");

    assertThat(run("check")).isZero();
    assertThat(out.toString())
        .contains("Attachments: 2 files, 1 page; 1 can be searched in full.")
        .contains("indexed     1 file, 1 page")
        .contains("Not searched in full:", "  orti/foto.webp: unsupported, ")
        .doesNotContain("orti/relazione.txt")
        .contains("Index: generation 1 is sound; all pages of 1 process were read.")
        .contains("Texts: 2 kept, each can be read.")
        .contains("Records: 1 can be used, 0 refused.");

    assertThat(run("check", "--state", "indexed")).isZero();
    assertThat(out.toString())
        .contains("  orti/relazione.txt: indexed")
        .doesNotContain("foto.webp");
  }

  @Test
  void a_check_gives_the_list_of_all_files_as_csv() {
    run("index");

    assertThat(run("check", "--csv")).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(out.toString())
        .startsWith(
            "process,processTitle,attachment,file,part,state,reason,mediaType,unit,pages,reasonCodes\r\n")
        .contains(
            "\norti,Gli orti di Borgo Finto,", ",relazione.txt,,indexed,,text/plain,section,1");
  }

  @Test
  void a_check_either_lists_or_repairs() {
    run("index");

    assertThat(run("check", "--csv", "--repair")).isEqualTo(2);
    assertThat(err.toString()).contains("Either --csv or --repair");
  }

  @Test
  void a_page_after_the_last_is_said_to_be_none() {
    run("index");

    assertThat(run("search", "orti", "--page", "9")).isZero();
    assertThat(out.toString())
        .contains("1 process answers: there is no page 9, the last is 1")
        .doesNotContain("shown are");
  }

  @Test
  void a_check_finds_a_damaged_index() throws IOException {
    run("index");
    damage(home.resolve("index"), ".cfs");

    assertThat(run("check")).isEqualTo(1);
    assertThat(out.toString())
        .contains("Index: generation 1 is damaged; run `lente check --repair`.")
        .contains("checksum failed");

    assertThat(run("check", "--repair")).isZero();
    assertThat(run("check")).isZero();
  }

  @Test
  void a_torn_current_file_counts_as_absent_and_the_index_is_written_anew() throws IOException {
    run("index");
    Files.write(IndexedFolder.currentOf(home.resolve("index")), new byte[4096]);

    assertThat(run("check")).isEqualTo(1);
    assertThat(run("index")).isZero();
    assertThat(out.toString()).contains("0 files read, 1 text from the store");
    assertThat(run("check")).isZero();
  }

  @Test
  void an_index_that_cannot_be_opened_is_written_anew() throws IOException {
    run("index");
    try (Stream<Path> files = Files.walk(home.resolve("index"))) {
      Files.delete(files.filter(file -> file.toString().endsWith(".si")).findFirst().orElseThrow());
    }

    assertThat(run("index")).isZero();
    assertThat(run("check")).isZero();
  }

  @Test
  void a_folder_without_records_says_so_and_names_the_cure() throws IOException {
    Files.delete(home.resolve("records/orti.txt"));

    assertThat(run("index")).isEqualTo(1);
    assertThat(out.toString()).contains("records: holds no record", "--records DIR");
  }

  @Test
  void a_check_finds_an_index_of_which_a_file_is_gone() throws IOException {
    run("index");
    try (Stream<Path> files = Files.walk(home.resolve("index"))) {
      Files.delete(files.filter(file -> file.toString().endsWith(".si")).findFirst().orElseThrow());
    }

    assertThat(run("check")).isEqualTo(1);
    assertThat(out.toString()).contains("generation 1 is damaged", "It cannot be opened: ");
  }

  @Test
  void a_check_finds_a_damaged_text_and_has_its_file_read_again() throws IOException {
    run("index");
    Path entry = damage(home.resolve("index/texts"), ".text");

    assertThat(run("check")).isEqualTo(1);
    assertThat(out.toString())
        .contains("Texts: 1 kept, 1 damaged; `lente check --repair`", entry.toString());

    assertThat(run("check", "--repair")).isZero();
    assertThat(out.toString()).contains("1 file read, 0 texts from the store");
    assertThat(run("check")).isZero();
  }

  @Test
  void a_check_finds_a_refused_record_and_needs_no_records_at_all() throws IOException {
    run("index");
    Files.writeString(home.resolve("records/broken.json"), "{");
    assertThat(run("check")).isEqualTo(1);
    assertThat(out.toString()).contains("broken.json", "Records: 1 can be used, 1 refused.");

    assertThat(run("check", "--records", home.resolve("nowhere").toString())).isZero();
    assertThat(out.toString()).contains("Records: there is no folder");
  }

  @Test
  void a_check_without_an_index_or_with_a_state_that_is_none_says_what_to_do() {
    assertThat(run("check")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no index in", "lente index");

    run("index");
    assertThat(run("check", "--state", "faild")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean “failed”?");
  }

  /** Changes a byte in the middle of the first file that ends so. */
  private static Path damage(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Path file = files.filter(each -> each.toString().endsWith(end)).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 0x55;
      Files.write(file, bytes);
      return file;
    }
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command = Main.commandLine(new Environment(variables, home, terminal, false));
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void a_name_gives_the_terminal_no_command() throws IOException {
    String name = "\u001b[31mverbale\u009b2J\u202efdp.exe";
    Files.writeString(home.resolve("records").resolve(name), "no record");

    assertThat(run("index")).isNotNegative();

    assertThat(out.toString()).contains("[31mverbale2Jfdp.exe: is no record");
    assertThat(out.toString()).doesNotContain("\u001b", "\u009b", "\u202e");
  }
}
