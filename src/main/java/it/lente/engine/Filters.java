package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.record.ProcessRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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

  /** Returns whether every process is accepted. */
  public boolean isEmpty() {
    return values.isEmpty() && ranges.isEmpty();
  }

  /** Returns the selected values of a facet, none if it does not narrow the list. */
  public Set<String> selected(Facet facet) {
    return values.getOrDefault(facet, Set.of());
  }

  /** Returns filters with only these values of the facet, without the facet if there are none. */
  public Filters with(Facet facet, Set<String> chosen) {
    Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
    changed.putAll(values);
    changed.put(facet, chosen);
    return new Filters(changed, ranges);
  }

  /**
   * Returns filters with only these ranges of the measure; without the measure if there are none.
   */
  public Filters with(Measure measure, List<Range> some) {
    Map<Measure, List<Range>> changed = new EnumMap<>(Measure.class);
    changed.putAll(ranges);
    changed.put(measure, some);
    return new Filters(values, changed);
  }

  /** Returns whether the record has a value in the ranges of each measure that narrows. */
  public boolean measured(ProcessRecord record) {
    return ranges.entrySet().stream()
        .allMatch(entry -> {
          OptionalLong number = entry.getKey().of(record);
          return number.isPresent() && anyContains(entry.getValue(), number.getAsLong());
        });
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
