package it.lente.extract.workers;

import java.time.Duration;
import java.util.Optional;

/**
 * Checks that steps do not take too long, one after another. One thread starts and stops it,
 * another checks it repeatedly.
 */
final class Stopwatch {

  /** The limit that was exceeded. */
  enum Overrun {
    /** The step exceeded its computing time. */
    COMPUTING,
    /** The step exceeded only its time by the clock: it waited, or the machine was busy. */
    CLOCK
  }

  private static final long STOPPED = 0;

  private final Duration limit;
  private volatile long began = STOPPED;

  // Start of the step that the checking thread saw last.
  private long seen = STOPPED;
  private Duration computedBefore = Duration.ZERO;

  /** Takes the limit of computing time. */
  Stopwatch(Duration limit) {
    this.limit = limit;
  }

  void start() {
    began = System.nanoTime() | 1;
  }

  void stop() {
    began = STOPPED;
  }

  /**
   * Returns whether the current step has taken too long. The first check of a step begins the count
   * of its computing time.
   *
   * @param computed by the process so far, nothing if the system does not report it
   */
  Optional<Overrun> check(Optional<Duration> computed) {
    long since = began;
    if (since == STOPPED) {
      return Optional.empty();
    }
    if (since != seen) {
      seen = since;
      computedBefore = computed.orElse(Duration.ZERO);
    }
    if (computed.filter(so -> so.minus(computedBefore).compareTo(limit) > 0).isPresent()) {
      return Optional.of(Overrun.COMPUTING);
    }
    Duration passed = Duration.ofNanos(System.nanoTime() - since);
    boolean late = passed.compareTo(limit.multipliedBy(WorkerLimits.BY_THE_CLOCK)) > 0;
    return late ? Optional.of(Overrun.CLOCK) : Optional.empty();
  }
}
