package it.lente.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import it.lente.engine.AsOf;
import it.lente.engine.IndexedProcess;
import it.lente.engine.LastRun;
import it.lente.engine.Seen;
import it.lente.extract.UnlockedTexts;
import it.lente.extract.texts.TextsNotKeptException;
import it.lente.index.IndexingReport.KeptCounts;
import it.lente.index.IndexingReport.RecordCounts;
import it.lente.messages.Messages;
import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.ProcessRecord;
import it.lente.record.ReasonCode;
import it.lente.record.TextSummary;
import it.lente.source.RecordFolder;
import it.lente.source.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexRunTest {

  @TempDir Path outside;

  private Path folder;
  private CollectionFixture collection;

  @BeforeEach
  void givenTwoRecordsWithReports() {
    folder = outside.resolve("attachments");
    collection = new CollectionFixture(folder);
    collection.record("orti", "Gli orti di tutti");
    collection.record("piazza", "La piazza nuova");
    collection.file("orti/relazione.txt", "prima pagina\nseconda pagina");
    collection.file("piazza/verbale.txt", "il verbale");
  }

  @Test
  void text_that_may_not_be_copied_is_left_out_where_the_setting_says_so() throws IOException {
    collection.file("orti/relazione.txt", "locked one\ntwo");
    collection.run();
    assertThat(summaryAndPages("orti")).isEqualTo("indexed, 2 of 2 pages");

    UnlockedTexts unlocked = new UnlockedTexts(collection.texts);
    collection.run(unlocked);
    assertThat(collection.texts.opened).as("texts are kept as read").isEmpty();
    assertThat(summaryAndPages("orti"))
        .isEqualTo(
            "encrypted, 0 of 2 pages: its owner forbids copying its text, and the setting"
                + " owner-locked says refuse");
    assertThat(summaryAndPages("piazza")).isEqualTo("indexed, 1 of 1 pages");

    collection.run(unlocked);
    assertThat(collection.writer.done).isEmpty();
    collection.run();
    assertThat(summaryAndPages("orti")).isEqualTo("indexed, 2 of 2 pages");
  }

  private String summaryAndPages(String id) {
    AttachmentText text = collection.writer.committed.get(id).attachments().getFirst().text();
    TextSummary summary = text.summary();
    return "%s, %d of %d pages%s"
        .formatted(
            summary.state().key(),
            text.pages().size(),
            summary.pageCount(),
            summary.reasons().isEmpty() ? "" : ": " + Said.of(summary));
  }

  @Test
  void the_first_run_takes_everything_in_and_commits_once() throws IOException {
    IndexingReport report = collection.run();

    assertThat(report.records()).isEqualTo(new RecordCounts(2, 0, 0, 0, 0, 0));
    assertThat(report.attachments().states()).isEqualTo(Map.of(AttachmentState.INDEXED, 2));
    assertThat(report.attachments().extracted()).isEqualTo(2);
    assertThat(report.attachments().pages()).isEqualTo(3);
    assertThat(collection.writer.done).containsExactly("put orti", "put piazza", "commit");
    assertThat(pagesOf("orti")).containsExactly("prima pagina", "seconda pagina");
  }

  @Test
  void when_a_process_was_first_seen_and_last_changed_outlives_a_rebuild() throws IOException {
    collection.run();
    Seen before = Seen.at(Instant.parse("2020-01-01T00:00:00Z"));
    collection.writer.committed.replaceAll((id, process) ->
        new IndexedProcess(process.record(), process.attachments(), process.fingerprint(), before));
    collection.writer.beginAnew();
    collection.file("piazza/verbale.txt", "il verbale corretto");
    collection.record("scuola", "La scuola aperta");
    collection.run();

    assertThat(seen("orti")).isEqualTo(before);
    assertThat(seen("piazza").first()).isEqualTo(before.first());
    assertThat(seen("piazza").changed()).isAfter(before.changed());
    assertThat(seen("scuola").first()).isEqualTo(seen("piazza").changed());
  }

  private Seen seen(String id) {
    return collection.writer.committed.get(id).seen();
  }

  @Test
  void an_empty_collection_is_committed_too() throws IOException {
    collection.records.clear();

    assertThat(collection.run().committed()).isTrue();
  }

  @Test
  void a_run_with_nothing_changed_opens_no_file_and_does_not_commit() throws IOException {
    collection.run();

    IndexingReport report = collection.run();

    assertThat(collection.texts.opened).isEmpty();
    assertThat(collection.writer.done).isEmpty();
    assertThat(report.committed()).isFalse();
    assertThat(report.records()).isEqualTo(new RecordCounts(0, 0, 2, 0, 0, 0));
    assertThat(report.attachments().states()).isEqualTo(Map.of(AttachmentState.INDEXED, 2));
    assertThat(collection.read).as("records that had to be read").isEmpty();
  }

  @Test
  void a_changed_line_of_json_lines_updates_its_record_alone() throws IOException {
    Path records = Files.createDirectory(outside.resolve("records"));
    Path file = records.resolve("all.jsonl");
    String lines = "{\"id\":\"orti\",\"title\":\"A\"}\n{\"id\":\"piazza\",\"title\":\"B\"}\n";
    Files.writeString(file, lines);
    IndexRun run =
        new IndexRun(
            new RecordFolder(records, folder)::read, folder, collection.texts, Progress.SILENT, 2);
    run.into(collection.writer);

    Files.writeString(file, lines.replace("\"B\"", "\"BB\""));
    assertThat(run.into(collection.writer).records()).isEqualTo(new RecordCounts(0, 1, 1, 0, 0, 0));
    collection.file("orti/nuova.txt", "altra");
    assertThat(run.into(collection.writer).records()).isEqualTo(new RecordCounts(0, 1, 1, 0, 0, 0));
    Files.writeString(
        records.resolve("piazza.attachments.json"),
        "[{\"file\":\"verbale.txt\",\"title\":\"Il verbale\"}]");
    collection.writer.done.clear();
    run.into(collection.writer);
    assertThat(collection.writer.done).containsExactly("put piazza", "commit");
  }

  @Test
  void what_was_recognized_since_is_taken_in_and_nothing_else()
      throws IOException, InterruptedException {
    collection.file("orti/foto.txt", "picture of a garden");
    IndexingReport first = collection.run();
    assertThat(first.waiting()).extracting(WaitingFile::path).containsExactly("orti/foto.txt");
    assertThat(collection.run().waiting()).isEqualTo(first.waiting());

    try (Recognition recognition = recognition()) {
      recognition.want(first.waiting());
      assertThat(recognition.awaitBatch()).isTrue();
      assertThat(recognition.awaitBatch()).as("another batch").isFalse();
    }
    IndexingReport second = collection.run();

    assertThat(collection.writer.done).containsExactly("put orti", "commit");
    assertThat(second.waiting()).isEmpty();
    assertThat(pagesOf("orti")).contains("recognized");
    assertThat(collection.run().committed()).isFalse();
  }

  @Test
  void what_cannot_be_recognized_is_tried_once_and_goes_on_waiting()
      throws IOException, InterruptedException {
    collection.file("orti/foto.txt", "picture, unrecognizable");
    collection.file("piazza/foto.txt", "picture of a square");
    try (Recognition recognition = recognition()) {
      recognition.want(collection.run().waiting());
      assertThat(recognition.awaitBatch()).isTrue();
      List<WaitingFile> left = collection.run().waiting();
      recognition.want(left);

      assertThat(left).extracting(WaitingFile::path).containsExactly("orti/foto.txt");
      assertThat(recognition.awaitBatch()).isFalse();
    }
  }

  private Recognition recognition() {
    return new Recognition(collection.texts, folder, 2, (done, all) -> {});
  }

  @Test
  void a_new_record_is_the_only_one_put() throws IOException {
    collection.run();
    collection.record("lago", "Il lago");

    IndexingReport report = collection.run();

    assertThat(report.records()).isEqualTo(new RecordCounts(1, 0, 2, 0, 0, 0));
    assertThat(collection.writer.done).containsExactly("put lago", "commit");
  }

  @Test
  void a_changed_record_keeps_its_texts_and_opens_no_file() throws IOException {
    collection.run();
    collection.record("orti", "Gli orti di tutte e tutti");

    IndexingReport report = collection.run();

    assertThat(report.records()).isEqualTo(new RecordCounts(0, 1, 1, 0, 0, 0));
    assertThat(collection.texts.opened).isEmpty();
    assertThat(report.attachments().stored()).isEqualTo(1);
    assertThat(pagesOf("orti")).containsExactly("prima pagina", "seconda pagina");
  }

  @Test
  void a_removed_record_is_deleted() throws IOException {
    collection.run();
    collection.records.remove("orti");

    IndexingReport report = collection.run();

    assertThat(report.records()).isEqualTo(new RecordCounts(0, 0, 1, 1, 0, 0));
    assertThat(collection.writer.done).containsExactly("delete orti", "commit");
  }

  @Test
  void a_record_under_another_id_is_a_new_one_with_a_known_text() throws IOException {
    collection.run();
    collection.records.remove("orti");
    collection.record("giardini", "Gli orti di tutti");
    Files.move(folder.resolve("orti"), folder.resolve("giardini"));

    IndexingReport report = collection.run();

    assertThat(report.records()).isEqualTo(new RecordCounts(1, 0, 1, 1, 0, 0));
    assertThat(report.attachments().extracted()).isZero();
    assertThat(collection.writer.committed).containsOnlyKeys("giardini", "piazza");
  }

  @Test
  void a_new_file_changes_its_record_and_is_the_only_one_opened() throws IOException {
    collection.run();
    collection.file("orti/allegato.txt", "l'allegato");

    IndexingReport report = collection.run();

    assertThat(report.records()).isEqualTo(new RecordCounts(0, 1, 1, 0, 0, 0));
    assertThat(collection.texts.opened).containsOnly("allegato.txt");
    assertThat(report.attachments().extracted()).isEqualTo(1);
    assertThat(report.attachments().stored()).isEqualTo(1);
    assertThat(pagesOf("orti")).containsExactly("l'allegato", "prima pagina", "seconda pagina");
  }

  @Test
  void a_changed_file_is_read_again() throws IOException {
    collection.run();
    collection.file("orti/relazione.txt", "tutta un'altra pagina");

    IndexingReport report = collection.run();

    assertThat(report.records().changed()).isEqualTo(1);
    assertThat(pagesOf("orti")).containsExactly("tutta un'altra pagina");
  }

  @Test
  void a_file_of_another_time_and_the_same_bytes_is_looked_at_once_and_not_extracted()
      throws IOException {
    collection.run();
    Path file = folder.resolve("orti/relazione.txt");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));

    IndexingReport second = collection.run();
    IndexingReport third = collection.run();

    assertThat(second.attachments().extracted()).isZero();
    assertThat(third.records().unchanged()).isEqualTo(2);
    assertThat(collection.texts.opened).isEmpty();
  }

  @Test
  void a_removed_file_changes_its_record() throws IOException {
    collection.run();
    Files.delete(folder.resolve("orti/relazione.txt"));

    IndexingReport report = collection.run();

    assertThat(report.records().changed()).isEqualTo(1);
    assertThat(pagesOf("orti")).isEmpty();
  }

  @Test
  void a_renamed_file_is_shown_by_its_new_name_and_not_extracted_again() throws IOException {
    collection.run();
    Files.move(folder.resolve("orti/relazione.txt"), folder.resolve("orti/finale.txt"));

    IndexingReport report = collection.run();

    assertThat(report.attachments().extracted()).isZero();
    assertThat(report.attachments().stored()).isEqualTo(1);
    assertThat(collection.writer.committed.get("orti").attachments())
        .extracting(attached -> attached.attachment().file())
        .containsExactly("finale.txt");
  }

  @Test
  void another_version_of_the_reader_reads_all_texts_again() throws IOException {
    collection.run();
    collection.texts.version = "reader-2";

    IndexingReport report = collection.run();

    assertThat(report.records().changed()).isEqualTo(2);
    assertThat(report.attachments().extracted()).isEqualTo(2);
  }

  @Test
  void a_record_that_the_index_refuses_is_reported_and_the_rest_goes_on() throws IOException {
    collection.writer.refused = "orti";

    IndexingReport report = collection.run();

    assertThat(report.records()).isEqualTo(new RecordCounts(1, 0, 0, 0, 0, 1));
    assertThat(report.problems())
        .extracting(Said::of)
        .containsExactly("orti.txt: “orti” was not indexed: the index does not take it");
    assertThat(collection.writer.committed).containsOnlyKeys("piazza");
  }

  @Test
  void a_record_that_the_source_refuses_is_counted() throws IOException {
    collection.refusedBySource = 1;

    IndexingReport report = collection.run();

    assertThat(report.records()).isEqualTo(new RecordCounts(2, 0, 0, 0, 1, 0));
    assertThat(report.records().anyLost()).isTrue();
    assertThat(report.records().present()).isEqualTo(2);
  }

  @Test
  void a_refused_record_is_tried_again_and_its_old_state_stays_until_then() throws IOException {
    collection.run();
    collection.record("orti", "Un titolo che non va");
    collection.writer.refused = "orti";
    collection.run();
    assertThat(collection.writer.committed.get("orti").record().title())
        .isEqualTo("Gli orti di tutti");

    collection.writer.refused = "";

    assertThat(collection.run().records().changed()).isEqualTo(1);
  }

  @Test
  void a_file_that_cannot_be_read_has_a_state_and_is_tried_in_the_next_run() throws IOException {
    collection.file("orti/relazione.txt", "broken");

    IndexingReport first = collection.run();
    IndexingReport second = collection.run();

    assertThat(first.attachments().states())
        .isEqualTo(Map.of(AttachmentState.INDEXED, 1, AttachmentState.FAILED, 1));
    assertThat(first.records().failed()).isZero();
    assertThat(first.problems())
        .extracting(Said::of)
        .containsExactly(
            "attachments/orti/relazione.txt: failed, the file is there and cannot be read: check"
                + " its disk and its rights");
    assertThat(second.records()).isEqualTo(new RecordCounts(0, 1, 1, 0, 0, 0));
    assertThat(collection.texts.opened).containsOnly("relazione.txt");
  }

  @Test
  void a_file_that_a_manifest_names_and_nobody_has_is_missing_until_it_comes() throws IOException {
    givenManifestNames("piazza", "mappa.txt");

    IndexingReport first = collection.run();
    IndexingReport second = collection.run();

    assertThat(first.attachments().states()).containsEntry(AttachmentState.MISSING, 1);
    assertThat(first.problems())
        .extracting(SourceProblem::file)
        .containsExactly("attachments/piazza/mappa.txt");
    assertThat(second.records().unchanged()).isEqualTo(2);
  }

  @Test
  void a_manifest_cannot_name_a_file_outside_its_folder() throws IOException {
    collection.file("segreto.txt", "non per tutti");
    givenManifestNames("piazza", "../segreto.txt");

    IndexingReport report = collection.run();

    assertThat(report.attachments().states()).containsEntry(AttachmentState.MISSING, 1);
    assertThat(pagesOf("piazza")).containsExactly("il verbale");
  }

  @Test
  void a_missing_attachments_folder_keeps_all_texts() throws IOException {
    collection.run();
    Files.move(folder, outside.resolve("away"));

    IndexingReport report = collection.run();

    thenKept("orti/relazione.txt", "piazza/verbale.txt");
    assertThat(report.kept()).isEqualTo(new KeptCounts(2, 0));
    assertThat(report.isComplete()).isFalse();
    assertThat(pagesOf("orti")).containsExactly("prima pagina", "seconda pagina");

    Files.move(outside.resolve("away"), folder);
    assertThat(collection.run().isComplete()).isTrue();
    thenKept();
  }

  private void thenKept(String... keys) {
    assertThat(collection.writer.outdated.keySet()).containsExactlyInAnyOrder(keys);
  }

  @Test
  void a_folder_that_another_thing_has_replaced_keeps_its_texts_also_if_the_record_changes()
      throws IOException {
    collection.run();
    Files.move(folder.resolve("orti"), outside.resolve("orti"));
    Files.createSymbolicLink(folder.resolve("orti"), Path.of("nowhere"));
    collection.record("orti", "Gli orti di tutti, ora");

    collection.run();

    thenKept("orti/relazione.txt");
    assertThat(pagesOf("orti")).containsExactly("prima pagina", "seconda pagina");
    assertThat(collection.writer.committed.get("orti").record().title()).endsWith("ora");
    assertThat(collection.run().committed()).as("a second run with the same").isFalse();
  }

  @Test
  void a_changed_file_that_cannot_be_opened_keeps_its_text_even_from_the_index()
      throws IOException {
    collection.run();
    collection.texts.store.clear();
    collection.file("orti/relazione.txt", "broken");

    IndexingReport report = collection.run();

    thenKept("orti/relazione.txt");
    assertThat(report.attachments().states()).isEqualTo(Map.of(AttachmentState.INDEXED, 2));
    assertThat(pagesOf("orti")).containsExactly("prima pagina", "seconda pagina");
    assertThat(collection.run().committed()).as("a second run with the same").isFalse();
  }

  @Test
  void a_record_that_is_there_and_refused_stays_as_of_the_last_good_run() throws IOException {
    collection.run();
    collection.records.remove("orti");
    collection.unread.add("orti.txt");

    IndexingReport report = collection.run();

    thenKept("orti");
    AsOf asOf = collection.writer.outdated.get("orti");
    assertThat(Said.of(asOf.reason()))
        .isEqualTo(
            "as of %s, because its file orti.txt cannot be used"
                .formatted(Messages.ENGLISH.date(LocalDate.now(ZoneId.systemDefault()))));
    assertThat(report.records().removed()).isZero();
    assertThat(report.problems().stream().map(Said::of).toList().toString())
        .contains("orti: kept as of ");
    assertThat(collection.writer.committed).containsKey("orti");
  }

  @Test
  void all_processes_at_once_are_not_removed_until_that_is_allowed() throws IOException {
    collection.run();
    collection.records.clear();

    IndexingReport report = collection.run();

    assertThat(report.kept()).isEqualTo(new KeptCounts(0, 2));
    assertThat(report.problems().stream().map(Said::of).toList().toString())
        .contains("2 of 2 have gone", "--allow-removals");
    assertThat(collection.writer.committed).containsKeys("orti", "piazza");

    assertThat(collection.runAndRemove().records().removed()).isEqualTo(2);
    assertThat(collection.writer.committed).isEmpty();
    thenKept();
  }

  @Test
  void a_tenth_of_the_processes_may_go_and_ten_as_well() throws IOException {
    for (int i = 0; i < 98; i++) {
      collection.record("r" + i, "Processo " + i);
    }
    collection.run();
    for (int i = 0; i < 10; i++) {
      collection.records.remove("r" + i);
    }
    assertThat(collection.run().records().removed()).isEqualTo(10);
    for (int i = 10; i < 21; i++) {
      collection.records.remove("r" + i);
    }
    assertThat(collection.run().kept()).isEqualTo(new KeptCounts(0, 11));
  }

  @Test
  void all_attachments_at_once_are_not_removed_and_the_rest_of_the_run_goes_on()
      throws IOException {
    collection.run();
    Files.delete(folder.resolve("orti/relazione.txt"));
    Files.delete(folder.resolve("piazza/verbale.txt"));
    collection.record("orti", "Gli orti, ora");
    collection.record("lago", "Il lago");

    IndexingReport report = collection.run();

    assertThat(report.kept()).isEqualTo(new KeptCounts(0, 2));
    assertThat(report.records()).isEqualTo(new RecordCounts(1, 1, 1, 0, 0, 0));
    assertThat(pagesOf("orti")).containsExactly("prima pagina", "seconda pagina");

    collection.runAndRemove();
    assertThat(collection.writer.committed.get("orti").attachments()).isEmpty();
  }

  @Test
  void a_rebuild_keeps_what_cannot_be_read_too() throws IOException {
    collection.run();
    collection.records.remove("orti");
    collection.unread.add("orti.txt");
    Files.delete(folder.resolve("piazza/verbale.txt"));
    Files.createSymbolicLink(folder.resolve("piazza/verbale.txt"), Path.of("verbale.txt"));
    collection.writer.beginAnew();

    collection.run();

    thenKept("orti", "piazza/verbale.txt");
    assertThat(pagesOf("orti")).containsExactly("prima pagina", "seconda pagina");
    assertThat(pagesOf("piazza")).containsExactly("il verbale");
  }

  @Test
  void many_texts_arrive_with_their_own_records_in_their_own_order() throws IOException {
    for (int record = 0; record < 40; record++) {
      String id = "r" + record;
      collection.record(id, "Processo " + record);
      for (int file = 0; file < record % 5 * 7; file++) {
        collection.file("%s/%02d.txt".formatted(id, file), id + " " + file);
      }
    }

    IndexingReport report = collection.run();

    assertThat(report.records().added()).isEqualTo(42);
    for (IndexedProcess process : collection.writer.committed.values()) {
      String id = process.record().id();
      if (id.startsWith("r")) {
        List<String> pages = pagesOf(id);
        for (int file = 0; file < pages.size(); file++) {
          assertThat(pages.get(file)).isEqualTo(id + " " + file);
        }
        assertThat(pages).hasSize(Integer.parseInt(id.substring(1)) % 5 * 7);
      }
    }
  }

  @Test
  void a_run_whose_texts_cannot_be_kept_ends_and_changes_nothing() throws IOException {
    collection.run();
    collection.file("orti/nuovo.txt", "disk full");

    assertThatThrownBy(() -> collection.run())
        .isInstanceOf(TextsNotKeptException.class)
        .hasMessageContaining("no space left")
        .hasMessageContaining("Make room on the disk");
    assertThat(collection.writer.done).doesNotContain("commit");
  }

  @Test
  void what_a_run_came_to_is_kept_whether_it_commits_or_fails() throws IOException {
    collection.run();
    LastRun first = collection.writer.lastRun;
    assertThat(first.result()).isEqualTo(LastRun.Result.OK);
    assertThat(first.counts()).isEqualTo(new LastRun.Counts(2, 0, 0, 0, 0, 0));
    assertThat(first.completed()).isEqualTo(first.at());

    collection.file("orti/relazione.txt", "disk full");
    assertThatThrownBy(collection::run).isInstanceOf(TextsNotKeptException.class);

    LastRun second = collection.writer.lastRun;
    assertThat(second.result()).isEqualTo(LastRun.Result.FAILED);
    assertThat(second.counts()).isEqualTo(LastRun.Counts.NONE);
    assertThat(second.completed()).isEqualTo(first.at());
  }

  @Test
  void what_a_run_found_is_kept_and_what_leaves_the_index_out_of_date_comes_first()
      throws IOException {
    collection.run();
    collection.problems.add(new SourceProblem("b.csv", 7, "colonna 2", ReasonCode.NO_TITLE.with()));
    collection.file("orti/relazione.txt", "broken");
    collection.records.clear();
    collection.run();

    assertThat(collection.writer.lastRun.findings())
        .extracting(LastRun.Finding::file, LastRun.Finding::line, found -> found.reason().code())
        .startsWith(tuple("processes", 0, ReasonCode.WITHHELD))
        .endsWith(tuple("b.csv", 7, ReasonCode.NO_TITLE));
  }

  private void givenManifestNames(String id, String file) {
    ProcessRecord record = collection.records.get(id);
    collection.records.put(
        id,
        new ProcessRecord(
            id,
            record.origin(),
            record.fields(),
            record.other(),
            record.derived(),
            List.of(CollectionFixture.attachment(file))));
  }

  private List<String> pagesOf(String id) {
    return collection.writer.committed.get(id).attachments().stream()
        .flatMap(attached -> attached.text().pages().stream())
        .map(page -> page.text())
        .toList();
  }
}
