package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.OtherField;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRecordsTest {

  @TempDir Path folder;
  private GivenFolder given;

  @BeforeEach
  void folders() {
    given = new GivenFolder(folder);
  }

  /**
   * If this fails, the same bytes give another record than before: raise EDITION in RecordAssembly,
   * so that schede which have not changed are read again, and put the new number here.
   */
  @Test
  void the_same_bytes_give_the_same_record_as_long_as_the_edition_is_the_same() throws IOException {
    StringBuilder all = new StringBuilder();
    new RecordFolder(Path.of("docs/examples/records"), given.attachments, GivenFolder.IN_2025)
        .read((record, stamp) -> all.append(record));

    assertThat(all.toString().hashCode()).isEqualTo(1961560631);
  }

  @Test
  void the_examples_of_the_documentation_are_read_without_a_problem() throws IOException {
    List<ProcessRecord> read = new ArrayList<>();
    SourceReport report =
        new RecordFolder(Path.of("docs/examples/records"), given.attachments, GivenFolder.IN_2025)
            .read((record, stamp) -> read.add(record));

    assertThat(report.problems()).isEmpty();
    assertThat(report.unknownLabels()).containsOnlyKeys("numeroIncontri", "Numero incontri");
    assertThat(read)
        .extracting(ProcessRecord::id)
        .containsExactly(
            "mercato", "orto-di-borgo-finto", "ponte-di-borgo-finto", "piazza", "scuola");
    ProcessRecord market = read.removeFirst();
    assertThat(market.derived().places())
        .containsExactly(TreePath.of("Emilia-Romagna", "Modena", "Modena"));
    assertThat(market.origin()).hasToString("mercato.csv, line 2");
    ProcessRecord garden = read.getFirst();
    assertThat(garden.values(RecordField.FUNDED_AMOUNT)).containsExactly("12750.50");
    assertThat(garden.values(RecordField.TOTAL_COST)).containsExactly("15000.00");
    assertThat(garden.values(RecordField.CO_FUNDING)).containsExactly("yes");
    assertThat(garden.fields().get(RecordField.EXTENSION).declaredAbsent()).isTrue();
    assertThat(garden.values(RecordField.END_DATE)).containsExactly("2022-11-30");
    assertThat(garden.derived().themes())
        .containsExactly(
            TreePath.of("Ambiente", "Verde urbano"),
            TreePath.of("Ambiente", "Orti, giardini e parchi"));
    assertThat(garden.derived().places().getFirst().label()).isEqualTo("Borgo Finto");
    assertThat(garden.other()).containsExactly(new OtherField("numeroIncontri", "7"));
    assertThat(garden.attachments().getFirst().title()).isEqualTo("Relazione finale");
    ProcessRecord bridge = read.get(1);
    assertThat(bridge.derived().years()).hasToString("2018-2019");
    assertThat(bridge.first(RecordField.URL)).contains("https://example.org/processi/ponte");
    assertThat(bridge.attachments().getFirst().date()).isPresent();
    assertThat(read.get(2).derived().years()).hasToString("2024-2025");
    assertThat(read.get(2).origin()).hasToString("quartieri.jsonl");
    assertThat(read.get(3).origin()).hasToString("quartieri.jsonl, line 2");
  }

  @Test
  void a_list_holds_many_records_and_each_knows_its_line() {
    given.record("a.json", "[{\"id\":\"x\",\"title\":\"X\"},", "{\"id\":\"y\",\"title\":\"Y\"}]");

    assertThat(given.read()).extracting(r -> r.origin().line()).containsExactly(1, 2);
  }

  @Test
  void broken_json_is_reported_with_its_line_and_what_came_before_is_used() {
    given.record("a.json", "[{\"id\":\"x\",\"title\":\"X\"},", "{\"id\":}]");

    assertThat(given.read()).hasSize(1);
    assertThat(given.problems())
        .singleElement()
        .asString()
        .startsWith("a.json, line 2, position 7: «}]» is not expected");
  }

  @Test
  void a_bad_line_of_json_lines_stops_no_other() {
    given.record(
        "a.jsonl", "{\"id\":\"x\",\"title\":\"X\"}", "{oops", "", "[1]", "{\"title\":\"Y\"} {}");

    assertThat(given.read()).extracting(ProcessRecord::id).containsExactly("x", "a");
    assertThat(given.report.problems()).extracting(SourceProblem::line).containsExactly(2, 4, 5);
  }

  @Test
  void unknown_keys_and_nested_values_are_kept_as_json() {
    given.record(
        "a.json", "{\"title\":\"X\",\"extra\":{\"a\":[1, 2]},\"objectives\":{\"it\":\"sì\"}}");
    ProcessRecord record = given.readOne();

    assertThat(record.other())
        .containsExactly(
            new OtherField("extra", "{\"a\":[1,2]}"),
            new OtherField("objectives", "{\"it\":\"sì\"}"));
    assertThat(given.report.unknownLabels()).containsOnlyKeys("extra");
    assertThat(given.problems()).hasSize(1);
  }

  @Test
  void a_key_that_is_given_twice_costs_its_record_alone() {
    given.record(
        "a.json",
        "[{\"id\":\"x\",\"title\":\"X\",\"title\":\"Y\"},",
        "{\"id\":\"y\",\"title\":\"Y\"}]");

    assertThat(given.read()).extracting(ProcessRecord::id).containsExactly("y");
    assertThat(given.problems())
        .containsExactly(
            "a.json, line 1, position 24, record «x»: the key «title» is given twice; the record is"
                + " left out, keep one of them");
  }

  @Test
  void what_is_wrong_in_json_is_said_in_plain_words_at_its_position() {
    Map<String, String> causes = new LinkedHashMap<>();
    causes.put("{\"id\":\"x\",\"title\":\"X\"", "22, record «x»: the JSON ends too early");
    causes.put("{\"id\":\"x\",\"title\":\"X}", "22, record «x»: the JSON ends too early");
    causes.put(
        "{\"id\":\"x\",\"title\":\"X\tY\"}", "21, record «x»: a text is not closed on its line");
    causes.put("{\"id\":\"x\",\"title\":Piazza}", "19, record «x»: «Piazza}» is not expected here");
    causes.put(
        "{\"id\":\"x\" \"title\":\"X\"}",
        "11, record «x»: «\"title\":\"X\"}» is not expected here");
    causes.put("{'id':'x'}", "2: «'id':'x'}» is not expected here");
    causes.put("{\"id\":\"x\",,}", "11, record «x»: «,}» is not expected here");
    causes.put(
        "{\"id\":\"x\",\"title\":\"a\\qb\"}", "22, record «x»: a backslash stands before «q»");
    causes.put("{\"id\":\"x\",\"a\":{\"b\":1,\"b\":2}}", "26, record «x»: a key is given twice");
    causes.put(
        "{\"id\":\"x\",\"startYear\":1.2.3}", "24, record «x»: «.2.3}» is not expected here");
    causes.put(
        "{\"id\":\"x\",\"title\":\"X\"} {}", "24, record «x»: there is more after the record");
    causes.put("[1]", "1: this is no record");
    causes.put("{\"id\":\"x\"}", "1, record «x»: the record has no title");
    causes.put("[".repeat(2000), "1: it is nested too deeply");
    for (Map.Entry<String, String> cause : causes.entrySet()) {
      given.record("a.jsonl", "", cause.getKey());
      given.read();
      assertThat(given.problems())
          .singleElement()
          .asString()
          .startsWith("a.jsonl, line 2, position " + cause.getValue())
          .doesNotContainPattern("(?i)jackson|feature|token|exception|source|ctrl|code \\d");
    }
  }

  @Test
  void each_bad_line_among_many_is_a_refusal_of_its_own() {
    given.record(
        "a.jsonl",
        "{\"id\":\"1\",\"title\":\"A\"}",
        "{\"id\":\"2\",\"title\":\"A\"",
        "{\"id\":\"3\",\"title\":\"A\"}",
        "{\"id\":\"4\",\"title\":A}",
        "{\"id\":\"1\",\"title\":\"B\"}",
        "{\"id\":\"6\",\"title\":\"A\"}");

    assertThat(given.read()).extracting(ProcessRecord::id).containsExactly("1", "3", "6");
    assertThat(given.report.refused()).isEqualTo(3);
    assertThat(given.problems())
        .satisfiesExactly(
            p -> assertThat(p).startsWith("a.jsonl, line 2, position 22, record «2»: "),
            p -> assertThat(p).startsWith("a.jsonl, line 4, position 19, record «4»: "),
            p ->
                assertThat(p)
                    .startsWith(
                        "a.jsonl, line 5, position 1, record «1»: the id «1» belongs to the record"
                            + " in line 1;"));
  }

  @Test
  void records_of_one_line_are_refused_one_by_one() {
    given.record("a.json", "[{\"id\":\"x\"},{\"id\":\"y\"},{\"id\":\"y\"},7]");

    assertThat(given.read()).isEmpty();
    assertThat(given.problems()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void a_value_of_the_wrong_type_is_named_where_it_stands() {
    given.record(
        "a.json",
        "{\"id\":\"x\", \"title\":\"X\",",
        "  \"startYear\": {\"a\":1},",
        "  \"endYear\": 2019, \"startDate\": \"31/02/2020\"}");

    ProcessRecord record = given.readOne();

    assertThat(given.problems())
        .satisfiesExactly(
            p ->
                assertThat(p)
                    .startsWith("a.json, line 2, position 3, record «x»: «startYear» is an object"),
            p ->
                assertThat(p)
                    .startsWith(
                        "a.json, line 3, position 20, record «x»: «31/02/2020» is not a day"));
    assertThat(record.other()).hasSize(2);
  }

  @Test
  void nothing_of_a_refused_record_is_said_to_be_kept() {
    given.record("a.json", "{\"id\":\"x\",\"extra\":\"1\",\"endYear\":\"n.d.\"}");
    given.record("b.txt", "Processo", "Anno di avvio", "n.d.");

    assertThat(given.read()).isEmpty();
    assertThat(given.report.unknownLabels()).isEmpty();
    assertThat(given.problems()).hasSize(2).allMatch(p -> p.contains("the record has no title"));
  }

  @Test
  void a_line_that_is_no_json_is_not_blamed_on_the_record_before_it() {
    given.record("a.jsonl", "{\"id\":\"prima\",\"title\":\"Prima\"}", "not json").read();

    assertThat(given.report.problems()).hasSize(1);
    assertThat(given.report.problems().getFirst().toString()).doesNotContain("prima");
  }
}
