package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Said;
import it.lente.record.Attachment;
import it.lente.record.ProcessRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFolderTest {

  @TempDir Path folder;
  private GivenFolder given;

  @BeforeEach
  void folders() {
    given = new GivenFolder(folder);
  }

  @Test
  void records_come_in_the_order_of_their_paths_and_hidden_files_not_at_all() {
    given.record("b.txt", "B", "Processo").record("a/z.txt", "Z", "Processo");
    given.record(".hidden.txt", "H", "Processo").record(".git/x.txt", "G", "Processo");

    assertThat(given.read()).extracting(ProcessRecord::id).containsExactly("z", "b");
    assertThat(given.problems()).isEmpty();
  }

  @Test
  void what_is_no_record_is_named_with_its_reason_and_the_rest_goes_on() {
    given.record("ok.txt", "Va bene", "Processo").record("empty.txt").record("note.md", "x");
    given
        .record("prose.txt", "Solo prosa.", "Altra prosa.")
        .record("untitled.txt", "Processo", "x");
    given.record("lines.jsonl").record("untitled.json", "{}");
    given.bytes(given.records.resolve("binary.txt"), new byte[] {'%', 'P', 'D', 'F', 0, 1});

    assertThat(given.read()).extracting(ProcessRecord::id).containsExactly("ok");
    assertThat(given.problems())
        .satisfiesExactly(
            p -> assertThat(p).startsWith("binary.txt: holds binary data"),
            p -> assertThat(p).startsWith("empty.txt: is empty"),
            p -> assertThat(p).startsWith("lines.jsonl: is empty"),
            p -> assertThat(p).startsWith("note.md: is no record"),
            p -> assertThat(p).startsWith("prose.txt: has no line that is a label"),
            p ->
                assertThat(p)
                    .startsWith("untitled.json, line 1, position 1: the record has no title"),
            p -> assertThat(p).contains("untitled.txt, line 1: the record has no title"));
    assertThat(given.report.refused()).as("all but note.md").isEqualTo(6);
  }

  @Test
  void what_costs_no_record_is_reported_and_not_counted_as_refused() {
    given.record("x.txt", "X", "Processo", "Anno di avvio", "n.d.").record("README.md", "Leggimi");
    given.record("x.attachments.json", "[{\"file\":\"../y.pdf\"}]").record("nobody.url", "x");
    given.attachment("zzz/a.pdf").bytes(given.records.resolve("x.pdf"), new byte[] {1});

    given.readOne();

    assertThat(given.report.refused()).as("%s", given.problems()).isZero();
  }

  @Test
  void each_part_of_a_file_that_is_no_record_is_counted_as_refused() {
    given.record("a.jsonl", "{\"title\":\"A\"}", "{broken", "3", "{}");
    String b = "{\"title\":\"B\", \"id\":\"b\"}";
    given.record("b.json", "[" + b + ", 3, " + b + ", {");

    assertThat(given.read()).hasSize(2);

    assertThat(given.report.refused()).as("%s", given.problems()).isEqualTo(6);
  }

  @Test
  void a_file_that_stands_for_a_folder_of_attachments_is_reported() {
    given.record("x.txt", "X", "Processo").attachment("x");

    assertThat(given.readOne().attachments()).isEmpty();
    assertThat(given.problems()).singleElement().asString().startsWith("attachments/x: is a file");
  }

  @Test
  void a_duplicate_id_is_refused_and_both_files_are_named() {
    given.record("a/x.txt", "Primo", "Processo").record("b/x.txt", "Secondo", "Processo");

    assertThat(given.readOne().title()).isEqualTo("Primo");
    assertThat(given.problems()).singleElement().asString().contains("b/x.txt").contains("a/x.txt");
    assertThat(given.report.refused()).isEqualTo(1);
  }

  @Test
  void an_id_can_stand_in_an_address_and_names_no_folder_above() {
    assertThat(RecordId.of("Piano_1.b-c")).isEqualTo("Piano_1.b-c");
    assertThat(RecordId.of("Città nuova")).isEqualTo("Citt%C3%A0%20nuova");
    assertThat(RecordId.of("Citta\u0300")).isEqualTo("Citt%C3%A0");
    assertThat(RecordId.of("..")).isEqualTo("%2E.");
    assertThat(RecordId.of("a/../b")).isEqualTo("a%2F..%2Fb");
  }

  @Test
  void attachments_are_the_files_of_the_folder_and_the_entries_of_the_manifest() {
    given.record("x.txt", "X", "Processo");
    given.attachment("x/b.pdf").attachment("x/sub/Relazione Città.PDF").attachment("x/.DS_Store");
    given.record(
        "x.attachments.json",
        "[{\"file\":\"gone.pdf\",\"title\":\"Perduto\"},",
        "{\"file\":\"b.pdf\",\"title\":\"Il primo\",\"date\":\"04/07/2021\"}]");

    List<Attachment> attachments = given.readOne().attachments();

    assertThat(given.problems()).isEmpty();
    assertThat(attachments)
        .extracting(Attachment::file)
        .containsExactly("gone.pdf", "b.pdf", "sub/Relazione Città.PDF");
    assertThat(attachments)
        .extracting(Attachment::title)
        .containsExactly("Perduto", "Il primo", "Relazione Città.PDF");
    assertThat(attachments.get(1).date().orElseThrow()).hasToString("2021-07-04");
    assertThat(attachments.get(2).id()).matches("relazione-citta-pdf-[0-9a-f]{6}");
  }

  @Test
  void a_long_name_makes_a_short_id() {
    assertThat(AttachmentFolders.attachmentId("a".repeat(100) + ".pdf"))
        .matches("a{40}-[0-9a-f]{6}");
    assertThat(AttachmentFolders.attachmentId("dir/x.pdf"))
        .isNotEqualTo(AttachmentFolders.attachmentId("x.pdf"));
  }

  @Test
  void a_manifest_cannot_name_a_file_outside_the_folder() {
    given.record("x.txt", "X", "Processo");
    given.record(
        "x.attachments.json",
        "[{\"file\":\"../y/secret.pdf\"},{\"file\":\"/etc/passwd\"},{\"file\":\"a/./b\"},"
            + "{\"file\":\".x\"},{\"title\":\"no file\"},"
            + "{\"file\":\"ok.pdf\",\"url\":\"javascript:alert(1)\",\"date\":\"ieri\"}]");

    assertThat(given.readOne().attachments())
        .singleElement()
        .satisfies(a -> assertThat(a.url()).isEmpty());
    assertThat(given.problems()).hasSize(7).allMatch(p -> p.startsWith("x.attachments.json"));
  }

  @Test
  void links_that_lead_out_are_not_followed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "Segreto\nProcesso");
    given.record("x.txt", "X", "Processo").attachment("x/a.pdf").attachment("elsewhere/b.pdf");
    Files.createSymbolicLink(given.records.resolve("link.txt"), secret);
    Files.createSymbolicLink(given.attachments.resolve("x/link.txt"), secret);
    given.record("x.attachments.json", "[{\"file\":\"link.txt\"}]");

    assertThat(given.readOne().attachments()).extracting(Attachment::file).containsExactly("a.pdf");
    assertThat(given.problems())
        .anyMatch(p -> p.startsWith("link.txt: is a link"))
        .anyMatch(p -> p.startsWith("attachments/x/link.txt: is a link"))
        .anyMatch(p -> p.startsWith("attachments/x/link.txt: is no plain file"));
  }

  @Test
  void what_belongs_to_no_record_is_reported() {
    given.record("x y.txt", "X", "Processo");
    given.attachment("x y/a.pdf").attachment("zzz/a.pdf").attachment("loose.pdf");
    given.record("nobody.attachments.json", "[]").record("nobody.url", "https://example.org/");

    given.readOne();

    assertThat(given.problems())
        .satisfiesExactlyInAnyOrder(
            p -> assertThat(p).startsWith("nobody.attachments.json: stands beside no record"),
            p -> assertThat(p).startsWith("nobody.url: stands beside no record"),
            p -> assertThat(p).startsWith("attachments/loose.pdf: lies in no record’s folder"),
            p -> assertThat(p).contains("attachments/x y").contains("rename the folder to «x%20y»"),
            p -> assertThat(p).startsWith("attachments/zzz: there is no record with this id"));
  }

  @Test
  void a_folder_without_a_record_names_the_one_that_its_name_nearly_matches() {
    given.record("percorso-cubi-vignola.txt", "Percorso CUBI", "Processo");
    given.record("orti-di-tutti.txt", "Gli orti", "Processo");
    given.attachment("percorso-cubi/a.pdf").attachment("orti-di-tuti/a.pdf");
    given.attachment("lungomare/a.pdf");

    given.read();

    assertThat(given.problems())
        .satisfiesExactlyInAnyOrder(
            p -> assertThat(p).contains("/percorso-cubi:", "the id «percorso-cubi-vignola»"),
            p -> assertThat(p).contains("/orti-di-tuti:", "the id «orti-di-tutti»"),
            p -> assertThat(p).startsWith("attachments/lungomare: there is no record"));
  }

  @Test
  void a_scheda_that_is_known_is_not_read_again() {
    given.record("x.txt", "X", "Processo").record("a/y.txt", "Y", "Processo");
    given.record("x.url", "https://example.org/").attachment("x/a.pdf");
    given.read();

    assertThat(given.readAgain()).isEmpty();
    assertThat(given.report.records()).isEqualTo(2);
    assertThat(given.problems()).isEmpty();
  }

  @Test
  void a_scheda_is_read_again_if_its_file_or_one_beside_it_has_changed() {
    for (String id : List.of("a", "b", "c", "d", "e")) {
      given.record(id + ".txt", id, "Processo").attachment(id + "/1.pdf");
    }
    given.record("c.url", "https://example.org/");
    given.read();

    given.record("a.txt", "Altro", "Processo").record("c.url", "https://example.org/2");
    given.record("b.attachments.json", "[]");
    given.record("e/e.txt", "e", "Processo");
    delete("e.txt");

    assertThat(given.readAgain()).containsExactly("a", "b", "c", "e");
  }

  @Test
  void a_scheda_is_read_again_if_its_attachments_have_changed() {
    given.record("x.txt", "X", "Processo").attachment("x/a.pdf");
    given.record("y.txt", "Y", "Processo");
    given.read();
    given.sameFiles = false;

    assertThat(given.readAgain()).containsExactly("x");
  }

  @Test
  void what_the_report_tells_of_is_read_every_time() {
    given.record("x.txt", "X", "Processo", "Anno di avvio", "2019", "Mai vista", "y");
    given.record("y.txt", "Y", "Processo", "Anno di avvio", "n.d.");
    given.record("z.txt", "Z", "Processo").record("z.attachments.json", "{");
    given.record("j.json", "{\"title\":\"J\",\"mai\":1}").record("zz/x.txt", "X2", "Processo");
    given.read();
    SourceReport first = given.report;

    assertThat(given.readAgain()).containsExactlyInAnyOrder("j", "x", "y", "z");
    assertThat(given.report).isEqualTo(first);
  }

  @Test
  void json_that_is_known_is_not_read_again() {
    given
        .record("j.json", "{\"id\":\"own\",\"title\":\"J\"}")
        .record("own.url", "https://example.org/");
    given.record("list.json", "[" + json("1") + ",", json("2") + "]");
    given.record("l.jsonl", json("3"), "", json("4")).attachment("4/a.pdf");
    given.read();

    assertThat(given.readAgain()).isEmpty();
    assertThat(given.report.records()).isEqualTo(5);
    assertThat(given.problems()).isEmpty();
  }

  @Test
  void of_many_records_in_a_file_those_that_changed_are_read_again() {
    given.record("list.json", "[" + json("1") + ",", json("2") + "]");
    given.record("l.jsonl", json("3"), json("4"), json("5"), json("6")).attachment("5/a.pdf");
    given.record("j.json", json("7"));
    given.read();

    given.record("list.json", "[" + json("1") + ",", json("2").replace("T", "U") + "]");
    given.record("l.jsonl", json("3"), json("4").replace("T", "U"), json("5"), json("6"));
    given.record("6.attachments.json", "[]").record("j.json", json("7").replace("T", "UU"));
    assertThat(given.readAgain()).containsExactly("7", "4", "6", "2");
    given.sameFiles = false;
    assertThat(given.readAgain()).containsExactly("7", "4", "5", "6", "2");
  }

  @Test
  void a_problem_in_json_that_has_not_changed_is_told_every_time() {
    given.record("a.json", json("1") + " {}").record("b.json", "[" + json("2") + ",", "{}]");
    given.record("c.jsonl", json("3"), json("3"), json("4") + " 1", "{oops", json("5"));
    given.bytes(
        given.records.resolve("d.jsonl"),
        "{\"id\":\"6\",\"title\":\"perch\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    given.record("e.json", "{\"id\":\"7\",\"title\":\"T\",\"startYear\":\"x\"}");
    given.read();
    SourceReport first = given.report;
    assertThat(first.problems()).hasSize(7);

    assertThat(given.readAgain()).containsExactly("1", "4", "6", "7");
    assertThat(given.report).isEqualTo(first);
  }

  private static String json(String id) {
    return "{\"id\":\"%s\",\"title\":\"T\"}".formatted(id);
  }

  @Test
  void a_scheda_that_gives_way_to_another_of_its_id_is_refused_though_it_was_known() {
    given.record("b.txt", "B", "Processo");
    given.read();
    given.record("a.json", "{\"id\":\"b\",\"title\":\"A\"}");

    assertThat(given.readAgain()).containsExactly("b");
    assertThat(given.report.refused()).isEqualTo(1);
  }

  private void delete(String file) {
    assertThat(given.records.resolve(file).toFile().delete()).isTrue();
  }

  @Test
  void a_records_folder_that_is_not_there_is_no_empty_one() {
    RecordFolder nowhere = new RecordFolder(folder.resolve("nowhere"), given.attachments);

    SourceReport report = nowhere.read((record, stamp) -> {});

    assertThat(report.refused()).isEqualTo(1);
    assertThat(Said.of(report.problems().getFirst())).contains("nowhere: cannot be listed");
    assertThat(report.isUnread("any.txt")).isTrue();
  }

  @Test
  void a_folder_without_a_record_is_reported_with_its_cure() {
    given.read();

    assertThat(given.report.refused()).isEqualTo(1);
    assertThat(given.problems().getFirst()).contains("--records DIR");
    assertThat(given.report.isUnread("any.txt")).isFalse();
  }
}
