package it.lente.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.engine.IndexedProcess;
import it.lente.engine.LastRun;
import it.lente.extract.TextsNotKeptException;
import it.lente.extract.UnlockedTexts;
import it.lente.index.IndexingReport.RecordCounts;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.ProcessRecord;
import it.lente.record.TextSummary;
import it.lente.source.Problem;
import it.lente.source.SourceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
            summary.reason().isEmpty() ? "" : ": " + summary.reason());
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
        .containsExactly(
            new Problem("orti.txt", 0, "“orti” was not indexed: the index does not take it"));
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
        .containsExactly(
            new Problem(
                "attachments/orti/relazione.txt",
                0,
                "failed, the file could not be read: java.io.IOException: it is broken"));
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
        .extracting(Problem::file)
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
  void a_missing_attachments_folder_ends_the_run_and_leaves_the_index_alone() throws IOException {
    collection.run();
    collection.writer.done.clear();
    IndexRun run =
        new IndexRun(
            each -> new SourceReport(0, 0, List.of(), Map.of()),
            folder.resolve("away"),
            collection.texts,
            Progress.SILENT,
            2);

    assertThatThrownBy(() -> run.into(collection.writer))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("away");
    assertThat(collection.writer.done).isEmpty();
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
