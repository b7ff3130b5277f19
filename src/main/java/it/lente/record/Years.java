package it.lente.record;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The years in which a process was active, from bound to bound, both included. Each bound carries
 * the label of the source field it was read from («Anno di chiusura»). Either there are two bounds
 * or there is none: who derives them gives a missing bound the value and the origin of the other.
 */
public record Years(Optional<Bound> from, Optional<Bound> to) {

  /** No year is known. */
  public static final Years UNKNOWN = new Years(Optional.empty(), Optional.empty());

  /** The first year that is believed; an earlier one is reported and not used. */
  public static final int EARLIEST = 1900;

  /** One end of the range. */
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

  /** Every year of the range, none if nothing is known. */
  public IntStream all() {
    return known() ? IntStream.rangeClosed(from.get().year(), to.get().year()) : IntStream.empty();
  }

  /** «2013-2015», «2019», or the empty string if nothing is known. */
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
