package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The values of a facet that are listed.
 *
 * @param size how many values have a count above 0, listed or not
 */
public record FacetCounts(List<FacetCount> values, int size) {

  /** How many values a facet lists that does not list them all; those selected come on top. */
  public static final int LISTED = 20;

  public FacetCounts {
    values = List.copyOf(values);
  }

  /**
   * The house's rule of what is listed and in which order; a selected value is listed even at 0.
   */
  public static FacetCounts of(Facet facet, Map<String, Integer> counts, Set<String> selected) {
    List<FacetCount> values = counted(counts, selected);
    int size = (int) values.stream().filter(value -> value.count() > 0).count();
    if (facet.listsAll()) {
      values.sort(Comparator.comparing(FacetCount::value, facet.order()));
      return new FacetCounts(values, size);
    }
    return new FacetCounts(mostFrequent(values, mostFrequentFirst(facet)), size);
  }

  /** Every value that is counted or selected, the most frequent first. */
  public static FacetCounts all(Facet facet, Map<String, Integer> counts, Set<String> selected) {
    List<FacetCount> values = byCount(counted(counts, selected), facet::sortKey);
    return new FacetCounts(values, (int) values.stream().filter(v -> v.count() > 0).count());
  }

  /**
   * The first of those listed, and all that are selected; of a tree the wider ones come before
   * those that are as frequent, so that hardly any stands without its parents.
   */
  public FacetCounts first(Facet facet, int number) {
    List<FacetCount> first = new ArrayList<>();
    for (FacetCount value : facet.tree() ? widerFirst() : values) {
      if (first.size() < number || value.selected()) {
        first.add(value);
      }
    }
    return new FacetCounts(first, size);
  }

  private List<FacetCount> widerFirst() {
    return byCount(values, value -> TreePath.parse(value).names().size());
  }

  /**
   * The most frequent first, then in the order of a key.
   *
   * @param key of a value: made once for each, and not for every comparison of thousands
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

  private static Comparator<FacetCount> mostFrequentFirst(Facet facet) {
    return Comparator.comparingInt(FacetCount::count)
        .reversed()
        .thenComparing(FacetCount::value, facet.order());
  }

  /** There may be thousands of values: a queue of the twenty best costs less than sorting all. */
  private static List<FacetCount> mostFrequent(
      List<FacetCount> values, Comparator<FacetCount> order) {
    PriorityQueue<FacetCount> best = new PriorityQueue<>(order.reversed());
    for (FacetCount value : values) {
      if (best.size() < LISTED) {
        best.add(value);
      } else if (order.compare(value, best.peek()) < 0) {
        best.poll();
        best.add(value);
      }
    }
    Set<FacetCount> listed = new TreeSet<>(order);
    listed.addAll(best);
    values.stream().filter(FacetCount::selected).forEach(listed::add);
    return List.copyOf(listed);
  }
}
