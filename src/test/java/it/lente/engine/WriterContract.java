package it.lente.engine;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import it.lente.record.ReasonCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every engine must do for who writes. */
public interface WriterContract extends EngineContract {

  @Test
  default void nothing_is_seen_before_the_commit_and_closing_without_one_forgets() {
    givenProcesses(process("p1").titled("Parco"));
    try (RecordWriter writer = writer()) {
      writer.put(process("p2").titled("Parco").build());
      writer.delete("p1");
      assertThat(found("parco")).containsExactly("p1");
    }
    assertThat(found("parco")).containsExactly("p1");
  }

  @Test
  default void a_process_put_again_is_replaced_and_a_deleted_one_is_gone() {
    givenProcesses(process("p1").with("a.pdf", "vecchio"), process("p2").titled("Parco"));
    try (RecordWriter writer = writer()) {
      writer.put(process("p1").with("a.pdf", "nuovo").build());
      writer.delete("p2");
      writer.commit();
    }
    assertThat(found("vecchio")).isEmpty();
    assertThat(found("nuovo")).containsExactly("p1");
    assertThat(engine().process("p2", Deadline.NEVER)).isEmpty();
    assertThat(engine().status().processes()).isOne();
    assertThat(engine().status().pages()).isOne();
  }

  @Test
  default void what_the_last_run_came_to_is_kept_without_a_commit() {
    givenProcesses(process("p1"));
    LastRun run =
        new LastRun(
            LastRun.Result.INCOMPLETE,
            Instant.parse("2026-11-27T08:00:00Z"),
            Instant.parse("2026-11-26T08:00:00Z"),
            new LastRun.Counts(1, 2, 3, 4, 5, 6),
            List.of(
                new LastRun.Finding(
                    "attachments/Orto", 0, "", ReasonCode.NEAR_RECORD.with("orto-comune")),
                new LastRun.Finding("a.csv", 7, "id", ReasonCode.WITHHELD.with(3, 4))));

    try (RecordWriter writer = writer()) {
      writer.keep(run);
      assertThat(writer.lastRun()).contains(run);
    }

    assertThat(engine().status().lastRun()).contains(run);
  }

  @Test
  default void every_commit_gives_answers_another_version() {
    givenProcesses(process("p1"));
    String first = engine().version();
    assertThat(first).isNotEmpty().isEqualTo(engine().version());
    givenProcesses(process("p2"));
    assertThat(engine().version()).isNotEmpty().isNotEqualTo(first);
  }

  @Test
  default void an_engine_of_one_commit_answers_from_it_until_it_is_closed() {
    givenProcesses(process("p1").titled("Parco"), process("p2").titled("Orto"));
    SearchEngine live = engine();
    String version = live.version();
    try (SearchEngine kept = live.ofThisCommit().orElseThrow()) {
      try (RecordWriter writer = writer()) {
        writer.put(process("p1").titled("Piazza").build());
        writer.put(process("p3").titled("Parco").build());
        writer.delete("p2");
        writer.commit();
      }
      assertThat(kept.version()).isEqualTo(version);
      assertThat(ids(kept.search(asking("parco")))).containsExactly("p1");
      assertThat(ids(kept.search(asking("orto")))).containsExactly("p2");
      assertThat(kept.process("p2", Deadline.NEVER)).isPresent();
      assertThat(kept.process("p3", Deadline.NEVER)).isEmpty();
    }
    // The engine that it is of goes on.
    assertThat(live.status().processes()).isEqualTo(2);
    assertThat(found("parco")).containsExactly("p3");
  }

  @Test
  default void the_fingerprints_of_the_last_commit_are_told() {
    givenProcesses(process("p1"), process("p2"));
    try (RecordWriter writer = writer()) {
      assertThat(writer.fingerprints())
          .containsOnly(entry("p1", "fingerprint of p1"), entry("p2", "fingerprint of p2"));
    }
  }
}
