package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.Measure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Narrows a list by other criteria than words: different facets and measures all apply.
 *
 * @param values by facet, compared exactly, alternatives of each other; never an empty set
 * @param ranges by measure, alternatives of each other; never an empty list
 */
public record Filters(Map<Facet, Set<String>> values, Map<Measure, List<Range>> ranges) {

  /** Accepts every process. */
  public static final Filters NONE = new Filters(Map.of(), Map.of());

  /**
   * A range in the unit of its measure.
   *
   * @param from inclusive, {@link Long#MIN_VALUE} if unbounded
   * @param to inclusive, {@link Long#MAX_VALUE} if unbounded
   */
  public record Range(long from, long to) {

    public boolean contains(long number) {
      return number >= from && number <= to;
    }
  }

  public Filters {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    values.forEach((facet, some) -> chosen.put(facet, Set.copyOf(some)));
    chosen.values().removeIf(Set::isEmpty);
    values = Map.copyOf(chosen);
    Map<Measure, List<Range>> bounded = new EnumMap<>(Measure.class);
    ranges.forEach((measure, some) -> bounded.put(measure, List.copyOf(some)));
    bounded.values().removeIf(List::isEmpty);
    ranges = Map.copyOf(bounded);
  }

  /** Returns these filters with one range of a measure instead of those that it has. */
  public Filters with(Measure measure, Range range) {
    Map<Measure, List<Range>> others = new EnumMap<>(Measure.class);
    others.putAll(ranges);
    others.put(measure, List.of(range));
    return new Filters(values, others);
  }

  /** Returns whether every process is accepted. */
  public boolean isEmpty() {
    return values.isEmpty() && ranges.isEmpty();
  }

  /** Returns the selected values of a facet, none if it does not narrow the list. */
  public Set<String> selected(Facet facet) {
    return values.getOrDefault(facet, Set.of());
  }

  /** Returns whether a number is within one of the ranges. */
  public static boolean anyContains(List<Range> ranges, long number) {
    for (Range range : ranges) {
      if (range.contains(number)) {
        return true;
      }
    }
    return false;
  }
}
