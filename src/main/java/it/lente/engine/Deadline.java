package it.lente.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The moment at which work for an answer ends, finished or not.
 *
 * @param left nanoseconds until then, not above 0 from that moment on; asked often, so it must cost
 *     little
 */
public record Deadline(LongSupplier left) {

  /** Never ends the work. */
  public static final Deadline NEVER = new Deadline(() -> Long.MAX_VALUE);

  /** Returns a deadline that passes after the given time, counted from now. */
  public static Deadline in(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return new Deadline(() -> end - System.nanoTime());
  }

  /**
   * Returns a deadline that also passes on cancellation.
   *
   * @param cancelled such as that the reader has closed the connection; true for good once it is
   */
  public Deadline or(BooleanSupplier cancelled) {
    return new Deadline(() -> cancelled.getAsBoolean() ? 0 : left.getAsLong());
  }

  /** Returns the time left, for calls that take one; zero once it has passed. */
  public Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, left.getAsLong()));
  }

  public boolean passed() {
    return left.getAsLong() <= 0;
  }

  /** Throws if the deadline has passed; for work whose partial result is no answer. */
  public void check() {
    if (passed()) {
      throw new OutOfTimeException();
    }
  }
}
