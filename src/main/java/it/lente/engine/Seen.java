package it.lente.engine;

import java.time.Instant;

/**
 * When Lente saw a process, in whole seconds; unlike the dates in records, it says what is new to
 * those who follow a collection.
 *
 * @param first when it was indexed for the first time
 * @param changed when its record or one of its files last differed from before
 */
public record Seen(Instant first, Instant changed) {

  /** Used for a process that was indexed before this was kept. */
  public static final Seen UNKNOWN = new Seen(Instant.EPOCH, Instant.EPOCH);

  /** Returns the times of a process that is new, or of which nothing is known, at a moment. */
  public static Seen at(Instant now) {
    return new Seen(now, now);
  }

  /** Returns the times of a process that a run found again. */
  public Seen again(Instant now, boolean asBefore) {
    return equals(UNKNOWN) ? at(now) : asBefore ? this : new Seen(first, now);
  }
}
