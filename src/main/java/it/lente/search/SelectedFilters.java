package it.lente.search;

import it.lente.engine.Filters;
import it.lente.engine.Filters.Range;
import it.lente.record.Facet;
import it.lente.record.Measure;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The filters as they were given.
 *
 * @param values by facet; a range of years is one value
 * @param ranges by measure, each range by the text that gave it, in their order
 */
public record SelectedFilters(
    Map<Facet, List<String>> values, Map<Measure, Map<String, Range>> ranges) {

  public SelectedFilters {
    values = Map.copyOf(values);
    ranges = Map.copyOf(ranges);
  }

  /**
   * Reads and checks the parameters that filter.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  static SelectedFilters of(RequestParameters parameters) {
    Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<String> given = parameters.all(facet.key());
      List<String> closed = facet.closedList();
      if (!closed.isEmpty()) {
        parameters.choices(facet.key(), closed.toArray(String[]::new), value -> value);
      }
      if (!given.isEmpty()) {
        values.put(facet, given);
      }
    }
    Map<Measure, Map<String, Range>> ranges = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      Map<String, Range> given = new LinkedHashMap<>();
      parameters
          .all(measure.key())
          .forEach(value -> given.put(value, MeasureFilter.parse(measure, value)));
      if (!given.isEmpty()) {
        ranges.put(measure, Collections.unmodifiableMap(given));
      }
    }
    return new SelectedFilters(values, ranges);
  }

  public boolean isEmpty() {
    return values.isEmpty() && ranges.isEmpty();
  }

  /** Returns the number of values of all facets and measures together. */
  public int count() {
    return values.values().stream().mapToInt(List::size).sum()
        + ranges.values().stream().mapToInt(Map::size).sum();
  }

  /** Returns the given values of a facet, none if it does not narrow the list. */
  public List<String> of(Facet facet) {
    return values.getOrDefault(facet, List.of());
  }

  /** Returns the given ranges of a measure by their texts, none if it does not narrow the list. */
  public Map<String, Range> of(Measure measure) {
    return ranges.getOrDefault(measure, Map.of());
  }

  Filters filters() {
    Map<Facet, Set<String>> exact = new EnumMap<>(Facet.class);
    values.forEach((facet, given) -> exact.put(facet, exactValues(facet, given)));
    Map<Measure, List<Range>> bounds = new EnumMap<>(Measure.class);
    ranges.forEach((measure, given) -> bounds.put(measure, new ArrayList<>(given.values())));
    return new Filters(exact, bounds);
  }

  private static Set<String> exactValues(Facet facet, List<String> values) {
    return facet == Facet.YEAR
        ? YearFilter.expand(values, Year.now(ZoneId.systemDefault()).getValue())
        : new TreeSet<>(values);
  }
}
