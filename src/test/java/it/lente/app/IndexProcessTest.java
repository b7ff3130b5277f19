package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IndexProcessTest {

  @Test
  void a_process_that_keeps_dying_is_started_again_after_pauses_that_double_up_to_a_minute() {
    assertThat(
            Stream.iterate(Duration.ofSeconds(1), IndexProcess::doubled)
                .map(Duration::toSeconds)
                .limit(8))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }
}
