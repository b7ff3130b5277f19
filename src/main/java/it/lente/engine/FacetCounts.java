package it.lente.engine;

import it.lente.record.Facet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values of a facet that are listed.
 *
 * @param size how many values have a count above 0, listed or not
 */
public record FacetCounts(List<FacetCount> values, int size) {

  /** How many values a facet lists that does not list them all; those selected come on top. */
  public static final int LISTED = 20;

  private static final Comparator<FacetCount> MOST_FREQUENT_FIRST =
      Comparator.comparingInt(FacetCount::count).reversed().thenComparing(FacetCount::value);

  public FacetCounts {
    values = List.copyOf(values);
  }

  /**
   * The house's rule of what is listed and in which order; a selected value is listed even at 0.
   */
  public static FacetCounts of(Facet facet, Map<String, Integer> counts, Set<String> selected) {
    Map<String, Integer> present = new TreeMap<>(facet.order());
    counts.forEach((value, count) -> {
      if (count > 0) {
        present.put(value, count);
      }
    });
    int size = present.size();
    selected.forEach(value -> present.putIfAbsent(value, 0));
    List<FacetCount> values = new ArrayList<>();
    present.forEach(
        (value, count) -> values.add(new FacetCount(value, count, selected.contains(value))));
    if (facet.listsAll()) {
      return new FacetCounts(values, size);
    }
    values.sort(MOST_FREQUENT_FIRST);
    List<FacetCount> listed = new ArrayList<>();
    for (FacetCount value : values) {
      if (listed.size() < LISTED || value.selected()) {
        listed.add(value);
      }
    }
    return new FacetCounts(listed, size);
  }
}
