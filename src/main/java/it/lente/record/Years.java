package it.lente.record;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The years in which a process was active, both bounds inclusive. Each bound has the label of its
 * source field («Anno di chiusura»). There are two bounds or none: a missing bound gets the value
 * and the origin of the other.
 */
public record Years(Optional<Bound> from, Optional<Bound> to) {

  /** The value if no year is known. */
  public static final Years UNKNOWN = new Years(Optional.empty(), Optional.empty());

  /** The first valid year; an earlier one is reported and not used. */
  public static final int EARLIEST = 1900;

  public record Bound(int year, String origin) {}

  public Years {
    if (from.isPresent() != to.isPresent()) {
      throw new IllegalArgumentException(
          "one bound alone: give the missing one the value of the other");
    }
    if (from.isPresent() && from.get().year() > to.get().year()) {
      throw new IllegalArgumentException("years run backwards: " + from + " to " + to);
    }
  }

  public static Years between(Bound from, Bound to) {
    return new Years(Optional.of(from), Optional.of(to));
  }

  public boolean known() {
    return from.isPresent();
  }

  /** Returns every year of the range, empty if none is known. */
  public IntStream all() {
    return known() ? IntStream.rangeClosed(from.get().year(), to.get().year()) : IntStream.empty();
  }

  @Override
  public String toString() {
    if (!known()) {
      return "";
    }
    int first = from.get().year();
    int last = to.get().year();
    return first == last ? "" + first : first + "-" + last;
  }
}
