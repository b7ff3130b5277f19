package it.lente.engine.lucene;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.engine.Deadline;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.IndexLockedException;
import it.lente.engine.RecordWriter;
import it.lente.engine.Samples;
import it.lente.engine.SearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void an_index_of_another_schema_is_refused_to_readers_and_written_anew_by_the_next_run()
      throws IOException {
    commit(false, process("p1"));
    try (FSDirectory directory = FSDirectory.open(folder.resolve("generations/1"));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of(Schema.FINGERPRINT_KEY, "another").entrySet());
      writer.commit();
    }
    try (SearchEngine engine = LuceneEngine.reader(folder)) {
      assertThat(engine.status().detail()).contains("another version", "lente index");
    }
    try (RecordWriter writer = LuceneEngine.writer(folder, false)) {
      assertThat(writer.fingerprints()).isEmpty();
      writer.put(process("p1").build());
      writer.commit();
    }
    try (SearchEngine engine = LuceneEngine.reader(folder)) {
      assertThat(engine.process("p1", Deadline.NEVER)).isPresent();
    }
  }

  @Test
  void what_a_dead_run_left_half_made_is_not_used() throws IOException {
    commit(false, process("p1"));
    Files.createDirectories(folder.resolve("generations/2"));
    Files.writeString(folder.resolve("generations/2/segments_1"), "half");
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

  private List<String> generations() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("generations"))) {
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
