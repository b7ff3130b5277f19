package it.lente.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The moment at which work for an answer ends, finished or not.
 *
 * @param over true from that moment on; asked often, so it must cost little
 */
public record Deadline(BooleanSupplier over) {

  /** Never ends the work. */
  public static final Deadline NEVER = new Deadline(() -> false);

  /** Returns a deadline that passes after the given time, counted from now. */
  public static Deadline in(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return new Deadline(() -> System.nanoTime() - end >= 0);
  }

  /**
   * Returns a deadline that also passes on cancellation.
   *
   * @param cancelled such as that the reader has closed the connection; true for good once it is
   */
  public Deadline or(BooleanSupplier cancelled) {
    return new Deadline(() -> over.getAsBoolean() || cancelled.getAsBoolean());
  }

  public boolean passed() {
    return over.getAsBoolean();
  }

  /** Throws if the deadline has passed; for work whose partial result is no answer. */
  public void check() {
    if (passed()) {
      throw new OutOfTimeException();
    }
  }
}
