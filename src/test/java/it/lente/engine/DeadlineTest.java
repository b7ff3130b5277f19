package it.lente.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void the_time_left_falls_to_zero_and_no_further() {
    assertThat(Deadline.in(Duration.ofHours(1)).timeLeft())
        .isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
    assertThat(Deadline.in(Duration.ofSeconds(-1)).timeLeft()).isZero();
    assertThat(Deadline.NEVER.timeLeft()).isGreaterThan(Duration.ofDays(10_000));
    assertThat(Deadline.NEVER.or(() -> true).timeLeft()).isZero();
  }
}
