package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The listed values of a facet.
 *
 * @param size number of values with a count above 0, listed or not
 */
public record FacetCounts(List<FacetCount> values, int size) {

  /** Number of values listed of a facet that does not list them all, besides the selected ones. */
  public static final int LISTED = 20;

  public FacetCounts {
    values = List.copyOf(values);
  }

  /** Selects and orders the values to list; a selected value is listed even if its count is 0. */
  public static FacetCounts of(Facet facet, Map<String, Integer> counts, Set<String> selected) {
    List<FacetCount> values = counted(counts, selected);
    if (facet.listsAll()) {
      values.sort(Comparator.comparing(FacetCount::value, facet.order()));
      return new FacetCounts(values, positive(values));
    }
    return new FacetCounts(
        first(byCount(mostFrequent(values), facet::sortKey), LISTED), positive(values));
  }

  /** Returns every value that is counted or selected, the most frequent first. */
  public static FacetCounts all(Facet facet, Map<String, Integer> counts, Set<String> selected) {
    List<FacetCount> values = byCount(counted(counts, selected), facet::sortKey);
    return new FacetCounts(values, positive(values));
  }

  private static int positive(List<FacetCount> values) {
    return (int) values.stream().filter(value -> value.count() > 0).count();
  }

  /** Leaves out the values that are too rare to be listed, so that few are sorted. */
  private static List<FacetCount> mostFrequent(List<FacetCount> values) {
    int[] counts = values.stream().mapToInt(FacetCount::count).sorted().toArray();
    int least = counts.length > LISTED ? counts[counts.length - LISTED] : 0;
    return values.stream().filter(value -> value.selected() || value.count() >= least).toList();
  }

  /**
   * Returns the first listed values and all selected ones. In a tree, a shorter path comes before
   * equally frequent longer ones, so that few paths are listed without their parents.
   */
  public FacetCounts first(Facet facet, int number) {
    return new FacetCounts(first(facet.tree() ? widerFirst() : values, number), size);
  }

  private static List<FacetCount> first(List<FacetCount> values, int number) {
    List<FacetCount> first = new ArrayList<>();
    for (FacetCount value : values) {
      if (first.size() < number || value.selected()) {
        first.add(value);
      }
    }
    return first;
  }

  private List<FacetCount> widerFirst() {
    return byCount(values, value -> TreePath.parse(value).names().size());
  }

  /**
   * Sorts by frequency, the highest first, then by a key.
   *
   * @param key made once for each of the thousands of values, not once for each comparison
   */
  private static <K extends Comparable<K>> List<FacetCount> byCount(
      List<FacetCount> values, Function<String, K> key) {
    record Keyed<K>(FacetCount value, K key) {}
    return values.stream()
        .map(value -> new Keyed<>(value, key.apply(value.value())))
        .sorted(
            Comparator.comparingInt((Keyed<K> keyed) -> keyed.value().count())
                .reversed()
                .thenComparing(Keyed::key))
        .map(Keyed::value)
        .toList();
  }

  private static List<FacetCount> counted(Map<String, Integer> counts, Set<String> selected) {
    List<FacetCount> values = new ArrayList<>();
    for (Map.Entry<String, Integer> value : counts.entrySet()) {
      boolean chosen = selected.contains(value.getKey());
      if (value.getValue() > 0 && !chosen) {
        values.add(new FacetCount(value.getKey(), value.getValue(), false));
      }
    }
    for (String value : selected) {
      values.add(new FacetCount(value, counts.getOrDefault(value, 0), true));
    }
    return values;
  }
}
