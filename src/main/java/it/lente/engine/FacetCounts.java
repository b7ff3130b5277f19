package it.lente.engine;

import it.lente.record.Facet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

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
    List<FacetCount> values = new ArrayList<>();
    for (Map.Entry<String, Integer> value : counts.entrySet()) {
      boolean chosen = selected.contains(value.getKey());
      if (value.getValue() > 0 && !chosen) {
        values.add(new FacetCount(value.getKey(), value.getValue(), false));
      }
    }
    int size = values.size();
    for (String value : selected) {
      int count = counts.getOrDefault(value, 0);
      values.add(new FacetCount(value, count, true));
      size += count > 0 ? 1 : 0;
    }
    if (facet.listsAll()) {
      values.sort(Comparator.comparing(FacetCount::value, facet.order()));
      return new FacetCounts(values, size);
    }
    return new FacetCounts(mostFrequent(values), size);
  }

  /** There may be thousands of values: a queue of the twenty best costs less than sorting all. */
  private static List<FacetCount> mostFrequent(List<FacetCount> values) {
    PriorityQueue<FacetCount> best = new PriorityQueue<>(MOST_FREQUENT_FIRST.reversed());
    for (FacetCount value : values) {
      if (best.size() < LISTED) {
        best.add(value);
      } else if (MOST_FREQUENT_FIRST.compare(value, best.peek()) < 0) {
        best.poll();
        best.add(value);
      }
    }
    Set<FacetCount> listed = new TreeSet<>(MOST_FREQUENT_FIRST);
    listed.addAll(best);
    values.stream().filter(FacetCount::selected).forEach(listed::add);
    return List.copyOf(listed);
  }
}
