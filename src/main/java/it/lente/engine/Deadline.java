package it.lente.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment by which a question is to be answered.
 *
 * @param nanoClock as {@link System#nanoTime}
 * @param end by the same clock
 */
public record Deadline(LongSupplier nanoClock, long end) {

  /** As much time as it takes. */
  public static final Deadline NEVER = new Deadline(() -> 0, Long.MAX_VALUE);

  /** So much time from now on. */
  public static Deadline in(Duration time) {
    return new Deadline(System::nanoTime, System.nanoTime() + time.toNanos());
  }

  /** Once true, always true. */
  public boolean passed() {
    return nanoClock.getAsLong() - end >= 0;
  }
}
