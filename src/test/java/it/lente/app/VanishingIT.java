package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import it.lente.app.IndexedFolder.Ended;
import it.lente.engine.Deadline;
import it.lente.engine.LastRun;
import it.lente.engine.SearchEngine;
import it.lente.engine.StoredProcess;
import it.lente.messages.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is there and cannot be read, and what has gone all at once, stays in the index. */
class VanishingIT {

  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private static final boolean ROOT = System.getProperty("user.name").equals("root");

  @TempDir Path folder;

  private IndexedFolder collection;

  @BeforeEach
  void givenAnIndex() throws IOException {
    collection = new IndexedFolder(folder);
    assertThat(collection.call("index").code()).isZero();
  }

  private Ended thenAllIsKept(Ended run, int kept, int withheld) {
    assertThat(run.code()).as(run.said()).isEqualTo(1);
    collection.thenAllAnswers();
    try (SearchEngine engine = new LuceneEngines(collection.index).reader()) {
      LastRun last = engine.status().lastRun().orElseThrow();
      assertThat(last.result()).isEqualTo(LastRun.Result.INCOMPLETE);
      assertThat(last.counts().kept()).as(run.said()).isEqualTo(kept);
      assertThat(last.counts().withheld()).as(run.said()).isEqualTo(withheld);
    }
    return run;
  }

  private StoredProcess process(String id) {
    try (SearchEngine engine = new LuceneEngines(collection.index).reader()) {
      return engine.process(id, Deadline.NEVER).orElseThrow();
    }
  }

  @Test
  void an_unmounted_records_folder_removes_nothing_until_that_is_allowed() throws IOException {
    Path away = Files.move(collection.records, folder.resolve("away"));
    Files.createDirectory(collection.records);

    Ended run = thenAllIsKept(collection.call("index"), 0, IndexedFolder.PROCESSES);
    assertThat(run.said()).contains("12 of 12 have gone at once", "--allow-removals");
    assertThat(Said.of(process("orto-3").outdated()))
        .matches("as of .*, because 12 of 12 processes would have gone at once");
    thenAllIsKept(collection.call("index", "--rebuild"), 0, IndexedFolder.PROCESSES);

    Files.delete(collection.records);
    Files.move(away, collection.records);
    assertThat(collection.call("index").code()).isZero();
    assertThat(Said.of(process("orto-3").outdated())).isEmpty();
  }

  @Test
  void an_unmounted_attachments_folder_removes_nothing_until_that_is_allowed() throws IOException {
    Files.move(collection.attachments, folder.resolve("away"));
    Files.createDirectory(collection.attachments);
    Files.writeString(collection.records.resolve("lago.txt"), "Il lago finto\nProcesso\n");

    Ended run = thenAllIsKept(collection.call("index"), 0, 2 * IndexedFolder.PROCESSES);
    assertThat(run.said()).contains("24 of 24 have gone at once");
    assertThat(collection.found("lago")).as("the rest of the run goes on").isOne();

    assertThat(collection.call("index", "--allow-removals").code()).isZero();
    assertThat(collection.found("zappe")).isZero();
    assertThat(collection.found("orto")).isEqualTo(IndexedFolder.PROCESSES);
  }

  @Test
  void an_attachments_folder_that_a_file_has_replaced_keeps_all_texts() throws Exception {
    Files.move(collection.attachments, folder.resolve("away"));
    Files.writeString(collection.attachments, "no folder");

    thenAllIsKept(collection.run("index"), 2 * IndexedFolder.PROCESSES, 0);
  }

  @Test
  void a_records_folder_that_leads_nowhere_keeps_all() throws Exception {
    Files.move(collection.records, folder.resolve("away"));
    Files.createSymbolicLink(collection.records, Path.of("records"));

    thenAllIsKept(collection.run("index"), IndexedFolder.PROCESSES, 0);
  }

  @Test
  void an_attachments_folder_that_is_not_there_at_the_start_keeps_all_texts() throws Exception {
    Files.move(collection.attachments, folder.resolve("away"));

    thenAllIsKept(collection.run("index"), 2 * IndexedFolder.PROCESSES, 0);

    assertThat(Said.of(process("orto-3").attachments().getFirst().summary()))
        .matches("as of .*, because the file is there and cannot be read.*");
  }

  @Test
  void a_records_folder_that_is_not_there_at_the_start_keeps_all_and_is_served() throws Exception {
    Files.move(collection.records, folder.resolve("away"));

    thenAllIsKept(collection.run("index"), IndexedFolder.PROCESSES, 0);

    Process served = collection.start("serve", "--port", "0");
    try (BufferedReader said = served.inputReader(StandardCharsets.UTF_8)) {
      String first = said.lines().filter(line -> line.contains("http://")).findFirst().orElse("");
      assertThat(first).startsWith("Lente serves");
    } finally {
      served.destroy();
      served.waitFor();
    }
  }

  @Test
  void one_records_folder_that_leads_nowhere_keeps_its_texts_and_says_so() throws Exception {
    Files.move(collection.attachments.resolve("orto-3"), folder.resolve("away"));
    Files.createSymbolicLink(collection.attachments.resolve("orto-3"), Path.of("orto-3"));

    Ended run = thenAllIsKept(collection.run("index"), 2, 0);

    assertThat(run.said())
        .contains("orto-3/relazione.txt, orto-3/verbale.txt: kept as of ", "check its disk");
    assertThat(Said.of(process("orto-3").attachments().getFirst().summary()))
        .matches("as of .*, because the file is there and cannot be read.*");
  }

  @Test
  void one_folder_that_a_file_has_replaced_keeps_its_texts() throws IOException {
    Files.move(collection.attachments.resolve("orto-3"), folder.resolve("away"));
    Files.writeString(collection.attachments.resolve("orto-3"), "no folder");

    thenAllIsKept(collection.call("index"), 2, 0);
  }

  @Test
  void one_file_that_leads_nowhere_keeps_its_text() throws IOException {
    Path file = collection.attachments.resolve("orto-3/verbale.txt");
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("verbale.txt"));

    thenAllIsKept(collection.call("index"), 1, 0);
    thenAllIsKept(collection.call("index", "--rebuild"), 1, 0);
  }

  @Test
  void one_file_that_has_become_a_pipe_keeps_its_text_and_is_not_opened() throws Exception {
    Path file = collection.attachments.resolve("orto-3/verbale.txt");
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();

    thenAllIsKept(collection.call("index"), 1, 0);
  }

  @Test
  void a_record_that_is_half_written_stays_as_it_was() throws IOException {
    Path record = collection.records.resolve("lago.json");
    Files.writeString(record, "{\"title\":\"Il lago finto\"}");
    assertThat(collection.call("index").code()).isZero();
    Files.writeString(record, "{\"title\":\"Il la");

    Ended run = thenAllIsKept(collection.call("index"), 1, 0);

    assertThat(run.said())
        .contains("lago.json, line 1, position 16: the JSON ends too early", "lago: kept as of ");
    assertThat(collection.found("lago")).isOne();
    assertThat(Said.of(process("lago").outdated())).contains("its file lago.json cannot be used");
  }

  @Test
  void a_line_that_is_cut_off_keeps_its_record_and_the_others_go_on() throws IOException {
    Path lines = collection.records.resolve("laghi.jsonl");
    Files.writeString(
        lines,
        """
        {"id":"lago-1","title":"Il lago uno"}
        {"id":"lago-2","title":"Il lago due"}
        """);
    assertThat(collection.call("index").code()).isZero();
    Files.writeString(
        lines,
        """
        {"id":"lago-1","title":"Il lago primo"}
        {"id":"lago-2","ti\
        """);

    thenAllIsKept(collection.call("index"), 1, 0);

    assertThat(collection.found("lago primo")).isOne();
    assertThat(collection.found("lago due")).isOne();
  }

  @Test
  void a_record_without_title_or_of_garbage_stays_as_it_was() throws IOException {
    Files.writeString(collection.records.resolve("orto-3.txt"), "\n\n");
    Files.write(collection.records.resolve("orto-4.txt"), new byte[] {0, 1, 2, 3});
    Files.delete(collection.records.resolve("orto-5.txt"));
    Files.createSymbolicLink(collection.records.resolve("orto-5.txt"), Path.of("orto-5.txt"));

    thenAllIsKept(collection.call("index"), 3, 0);
  }

  @Test
  void a_broken_manifest_keeps_the_record_that_it_belongs_to() throws IOException {
    Path manifest = collection.records.resolve("orto-3.attachments.json");
    Files.writeString(manifest, "[{\"file\":\"verbale.txt\",\"title\":\"Il verbale finto\"}]");
    assertThat(collection.call("index").code()).isZero();
    Files.writeString(manifest, "[{\"file\":\"verb");

    thenAllIsKept(collection.call("index"), 1, 0);

    assertThat(process("orto-3").attachments().getFirst().attachment().title())
        .isEqualTo("Il verbale finto");
  }

  @Test
  void what_may_not_be_read_keeps_its_last_state() throws Exception {
    assumeTrue(!ROOT || runsAsNobody(), "this user may read all, and setpriv cannot change it");
    Path[] closed = {
      collection.records,
      collection.attachments,
      collection.attachments.resolve("orto-3"),
      collection.records.resolve("orto-4.txt")
    };
    int[] kept = {IndexedFolder.PROCESSES, 2 * IndexedFolder.PROCESSES, 2, 1};
    for (int i = 0; i < closed.length; i++) {
      Set<PosixFilePermission> before = Files.getPosixFilePermissions(closed[i]);
      Files.setPosixFilePermissions(closed[i], PosixFilePermissions.fromString("---------"));
      if (Files.isRegularFile(closed[i])) {
        Files.setLastModifiedTime(closed[i], FileTime.fromMillis(1));
      }
      try {
        thenAllIsKept(IndexedFolder.await(startAsNobody("index")), kept[i], 0);
      } finally {
        Files.setPosixFilePermissions(closed[i], before);
      }
    }
    assertThat(IndexedFolder.await(startAsNobody("index")).code()).isZero();
  }

  private Process startAsNobody(String... arguments) throws IOException {
    return collection.start(ROOT ? AS_NOBODY : List.of(), arguments);
  }

  private boolean runsAsNobody() throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        Files.setAttribute(each, "unix:uid", 65534);
      }
    }
    return IndexedFolder.await(startAsNobody("--version")).code() == 0;
  }
}
