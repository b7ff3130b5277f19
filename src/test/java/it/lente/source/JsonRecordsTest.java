package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.OtherField;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    assertThat(all.toString().hashCode()).isEqualTo(306865047);
  }

  @Test
  void the_examples_of_the_documentation_are_read_without_a_problem() throws IOException {
    List<ProcessRecord> read = new ArrayList<>();
    SourceReport report =
        new RecordFolder(Path.of("docs/examples/records"), given.attachments, GivenFolder.IN_2025)
            .read((record, stamp) -> read.add(record));

    assertThat(report.problems()).isEmpty();
    assertThat(report.unknownLabels()).containsOnlyKeys("numeroIncontri");
    assertThat(read)
        .extracting(ProcessRecord::id)
        .containsExactly("orto-di-borgo-finto", "ponte-di-borgo-finto", "piazza", "scuola");
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
    assertThat(given.problems()).singleElement().asString().startsWith("a.json, line 2: the JSON");
  }

  @Test
  void a_bad_line_of_json_lines_stops_no_other() {
    given.record(
        "a.jsonl", "{\"id\":\"x\",\"title\":\"X\"}", "{oops", "", "[1]", "{\"title\":\"Y\"} {}");

    assertThat(given.read()).extracting(ProcessRecord::id).containsExactly("x", "a");
    assertThat(given.report.problems()).extracting(Problem::line).containsExactly(2, 4, 5);
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
  void a_key_that_is_given_twice_is_broken_json() {
    given.record("a.json", "{\"title\":\"X\",\"title\":\"Y\"}");

    assertThat(given.read()).isEmpty();
    assertThat(given.problems()).singleElement().asString().contains("the JSON is broken");
  }
}
