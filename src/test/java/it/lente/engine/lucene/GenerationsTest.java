package it.lente.engine.lucene;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.engine.Deadline;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import it.lente.engine.IndexLockedException;
import it.lente.engine.RecordWriter;
import it.lente.engine.Samples;
import it.lente.engine.SearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an index is written while it is read. */
class GenerationsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void before_the_first_commit_the_engine_says_what_to_do() {
    try (SearchEngine engine = LuceneEngine.reader(folder)) {
      assertThat(engine.status().ready()).isFalse();
      assertThat(engine.version()).isEmpty();
      assertThatThrownBy(() -> engine.process("p1", Deadline.NEVER))
          .isInstanceOf(EngineUnavailableException.class)
          .hasMessageContaining("lente index");
    }
  }

  @Test
  void an_open_engine_follows_commits_and_rebuilds_by_itself() {
    try (SearchEngine engine = LuceneEngine.reader(folder)) {
      commit(false, process("p1"));
      waitUntil(() -> engine.status().processes() == 1);
      commit(false, process("p2"));
      waitUntil(() -> engine.status().processes() == 2);
      commit(true, process("p3"));
      waitUntil(() -> engine.status().processes() == 1);
      assertThat(engine.process("p3", Deadline.NEVER)).isPresent();
      assertThat(engine.process("p1", Deadline.NEVER)).isEmpty();
    }
  }

  @Test
  void a_rebuild_answers_from_its_commit_on_and_the_old_generation_goes_with_the_next_run()
      throws IOException {
    commit(false, process("p1"));
    try (RecordWriter writer = LuceneEngine.writer(folder, true)) {
      assertThat(writer.fingerprints()).isEmpty();
      writer.put(process("p2").build());
      try (SearchEngine engine = LuceneEngine.reader(folder)) {
        assertThat(engine.process("p1", Deadline.NEVER)).isPresent();
      }
      writer.commit();
    }
    assertThat(generations()).containsExactly("1", "2");
    commit(false, process("p3"));
    assertThat(generations()).containsExactly("2");
    try (SearchEngine engine = LuceneEngine.reader(folder)) {
      assertThat(engine.status().processes()).isEqualTo(2);
    }
  }

  @Test
  void a_rebuild_that_fails_leaves_nothing_of_its_generation() throws IOException {
    commit(false, process("p1"));
    try (RecordWriter writer = LuceneEngine.writer(folder, true)) {
      writer.put(process("p2").build());
      assertThat(generations()).containsExactly("1", "2");
    }
    assertThat(generations()).containsExactly("1");
    try (SearchEngine engine = LuceneEngine.reader(folder)) {
      assertThat(engine.process("p1", Deadline.NEVER)).isPresent();
    }
  }

  @Test
  void a_second_writer_is_refused_with_the_holders_name() {
    try (RecordWriter first = LuceneEngine.writer(folder, false)) {
      assertThatThrownBy(() -> LuceneEngine.writer(folder, false))
          .isInstanceOf(IndexLockedException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      first.commit();
    }
    commit(false, process("p1"));
  }

  /** A version that had the only schema wrote it into the folder itself. */
  @ParameterizedTest
  @ValueSource(strings = {"lente-1-abc", "."})
  void another_schema_is_filled_beside_the_old_one_which_stays_as_it_is(String older)
      throws IOException {
    commit(false, process("p1"), process("p2"));
    Path before = age(older);
    Map<Path, FileTime> files = files(before);
    try (SearchEngine engine = LuceneEngine.reader(folder)) {
      assertThat(engine.status().unready()).contains(NotReady.OTHER_VERSION);
      assertThat(engine.status().detail()).contains("another version", "lente index");
      assertThatThrownBy(() -> LuceneEngine.check(folder)).hasMessageContaining("another version");
      try (RecordWriter writer = LuceneEngine.writer(folder, false)) {
        assertThat(writer.fingerprints()).isEmpty();
        assertThat(writer.lastCommit().fingerprints()).containsOnlyKeys("p1", "p2");
        assertThat(writer.lastCommit().process("p2")).isPresent();
        writer.put(process("p1").build());
        writer.commit();
      }
      waitUntil(() -> engine.status().processes() == 1);
    }
    commit(false, process("p3"));
    assertThat(files(before)).containsAllEntriesOf(files);
  }

  @Test
  void of_several_other_schemas_the_one_with_the_latest_commit_is_gone_on_from()
      throws IOException {
    for (String name : List.of("lente-1-abc", "lente-2-abc", "lente-0-abc")) {
      commit(false, process("of-" + name));
      age(name);
    }
    leaveAlone("lente-1-abc", Duration.ofDays(3));
    leaveAlone("lente-2-abc", Duration.ofDays(1));
    leaveAlone("lente-0-abc", Duration.ofDays(2));
    try (RecordWriter writer = LuceneEngine.writer(folder, false)) {
      assertThat(writer.lastCommit().fingerprints()).containsOnlyKeys("of-lente-2-abc");
    }
  }

  @Test
  void another_schema_goes_when_this_one_has_answered_for_a_week_in_which_it_had_no_commit()
      throws IOException {
    List<String> older = List.of("lente-1-abc", "lente-2-abc", ".");
    for (String name : older) {
      commit(false, process("p1"));
      age(name);
    }
    leaveAlone("lente-1-abc", Duration.ofDays(90));
    leaveAlone(".", Duration.ofDays(90));
    commit(false, process("p1"));
    commit(false, process("p2"));
    assertThat(older).allMatch(name -> Files.exists(folder.resolve(name + "/CURRENT")));

    leaveAlone(Schema.FINGERPRINT, Duration.ofDays(8));
    Files.createDirectories(folder.resolve("texts/ab"));
    commit(false, process("p3"));

    assertThat(folder.resolve("lente-1-abc")).doesNotExist();
    assertThat(folder.resolve("CURRENT")).doesNotExist();
    assertThat(folder.resolve("generations")).doesNotExist();
    assertThat(folder.resolve("lente-2-abc/CURRENT")).exists();
    assertThat(folder.resolve("texts/ab")).exists();
    try (SearchEngine engine = LuceneEngine.reader(folder)) {
      assertThat(engine.status().processes()).isEqualTo(3);
    }
  }

  /** Makes what this version has written an index of another. */
  private Path age(String name) throws IOException {
    Path own = own();
    Path other = Files.createDirectories(folder.resolve(name));
    Files.move(own.resolve("CURRENT"), other.resolve("CURRENT"));
    Files.move(own.resolve("generations"), other.resolve("generations"));
    Files.delete(own);
    return other;
  }

  private static Map<Path, FileTime> files(Path schema) throws IOException {
    try (Stream<Path> files = Files.walk(schema.resolve("generations"))) {
      Map<Path, FileTime> times = new HashMap<>();
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
      return times;
    }
  }

  private void leaveAlone(String name, Duration time) throws IOException {
    FileTime then = FileTime.from(Instant.now().minus(time));
    Files.setLastModifiedTime(folder.resolve(name + "/CURRENT"), then);
    for (Path file : files(folder.resolve(name)).keySet()) {
      Files.setLastModifiedTime(file, then);
    }
  }

  @Test
  void what_a_dead_run_left_half_made_is_not_used() throws IOException {
    commit(false, process("p1"));
    Files.createDirectories(own().resolve("generations/2"));
    Files.writeString(own().resolve("generations/2/segments_1"), "half");
    commit(true, process("p2"));
    try (SearchEngine engine = LuceneEngine.reader(folder)) {
      assertThat(engine.process("p2", Deadline.NEVER)).isPresent();
    }
  }

  private void commit(boolean rebuild, Samples... processes) {
    try (RecordWriter writer = LuceneEngine.writer(folder, rebuild)) {
      for (Samples process : processes) {
        writer.put(process.build());
      }
      writer.commit();
    }
  }

  private Path own() {
    return folder.resolve(Schema.FINGERPRINT);
  }

  private List<String> generations() throws IOException {
    try (Stream<Path> folders = Files.list(own().resolve("generations"))) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static void waitUntil(BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the engine did not follow").isBefore(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
