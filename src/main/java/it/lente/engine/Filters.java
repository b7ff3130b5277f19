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
 * What narrows a list beside the words: different facets and measures all apply.
 *
 * @param values by facet, taken exactly, alternatives of each other; never an empty set
 * @param ranges by measure, alternatives of each other; never an empty list
 */
public record Filters(Map<Facet, Set<String>> values, Map<Measure, List<Range>> ranges) {

  /** Everything passes. */
  public static final Filters NONE = new Filters(Map.of(), Map.of());

  /**
   * Numbers in the unit of their measure.
   *
   * @param from included, {@link Long#MIN_VALUE} if the range is open there
   * @param to included, {@link Long#MAX_VALUE} if the range is open there
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

  /** Whether everything passes. */
  public boolean isEmpty() {
    return values.isEmpty() && ranges.isEmpty();
  }

  /** The values chosen in a facet, none if it does not narrow. */
  public Set<String> selected(Facet facet) {
    return values.getOrDefault(facet, Set.of());
  }

  /** With these as the only values of a facet, without the facet if there are none. */
  public Filters with(Facet facet, Set<String> chosen) {
    Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
    changed.putAll(values);
    changed.put(facet, chosen);
    return new Filters(changed, ranges);
  }

  /** With these as the only ranges of a measure, without the measure if there are none. */
  public Filters with(Measure measure, List<Range> some) {
    Map<Measure, List<Range>> changed = new EnumMap<>(Measure.class);
    changed.putAll(ranges);
    changed.put(measure, some);
    return new Filters(values, changed);
  }

  /** Whether each measure that narrows is known of the record and within one of its ranges. */
  public boolean measured(ProcessRecord record) {
    return ranges.entrySet().stream()
        .allMatch(entry -> {
          OptionalLong number = entry.getKey().of(record);
          return number.isPresent() && anyContains(entry.getValue(), number.getAsLong());
        });
  }

  /** Whether a number is within one of the ranges. */
  public static boolean anyContains(List<Range> ranges, long number) {
    for (Range range : ranges) {
      if (range.contains(number)) {
        return true;
      }
    }
    return false;
  }
}
