package it.lente.extract;

import java.time.Duration;
import java.util.Optional;

/**
 * Watches that one thing after another does not take too long. Started and stopped by one thread,
 * asked by another one again and again.
 */
final class Stopwatch {

  /** How something took too long. */
  enum Overrun {
    /** It computed for longer than it may. */
    COMPUTING,
    /** By the clock only: it waited, or the machine was busy with other things. */
    CLOCK
  }

  private static final long STOPPED = 0;

  private final Duration limit;
  private volatile long began = STOPPED;

  // What the thread that asks saw last.
  private long seen = STOPPED;
  private Duration computedBefore = Duration.ZERO;

  /**
   * @param limit of computing time
   */
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
   * Whether what goes on has taken too long. The first question about it begins the count of its
   * computing time.
   *
   * @param computed by the process so far, nothing if the system does not tell
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
