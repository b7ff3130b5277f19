package it.lente.engine.lucene;

import it.lente.engine.FacetCount;
import it.lente.engine.FacetCounts;
import it.lente.record.Facet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.LongHeap;

/** Counts the processes that have each facet value. */
final class FacetCounter {

  private final FacetVocabulary vocabulary;
  private final int[] counts;

  FacetCounter(FacetVocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.counts = new int[vocabulary.size()];
  }

  /**
   * Adds the counts of a segment.
   *
   * @param counted by the segment's own number of a value
   * @param numbers the vocabulary's number, by the segment's
   */
  void add(int[] counted, int[] numbers) {
    for (int value = 0; value < counted.length; value++) {
      counts[numbers[value]] += counted[value];
    }
  }

  /** Returns the listed values of a facet. */
  FacetCounts listed(Facet facet, Set<String> chosen) {
    Set<String> selected = shown(facet, chosen);
    List<FacetCount> values = new ArrayList<>();
    int size = facet.listsAll() ? addAll(facet, values) : addMostFrequent(facet, values);
    if (selected.isEmpty()) {
      return new FacetCounts(values, size);
    }
    return new FacetCounts(
        FacetCounts.of(facet, counts(facet, values, selected), selected).values(), size);
  }

  /** Returns every value of a facet. */
  FacetCounts all(Facet facet, Set<String> chosen) {
    Set<String> selected = shown(facet, chosen);
    List<FacetCount> values = new ArrayList<>();
    addAll(facet, values);
    return FacetCounts.all(facet, counts(facet, values, selected), selected);
  }

  /** Returns the shown spellings of selected values, which may have any spelling. */
  private Set<String> shown(Facet facet, Set<String> chosen) {
    if (chosen.isEmpty()) {
      return chosen;
    }
    return chosen.stream()
        .map(value -> vocabulary.shown(facet, value))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Map<String, Integer> counts(Facet facet, List<FacetCount> values, Set<String> selected) {
    Map<String, Integer> counted = new HashMap<>();
    for (FacetCount value : values) {
      counted.put(value.value(), value.count());
    }
    for (String value : selected) {
      int number = vocabulary.number(facet, value);
      counted.put(value, number < 0 ? 0 : counts[number]);
    }
    return counted;
  }

  /** Adds all values in the facet's order, which is that of the numbers. */
  private int addAll(Facet facet, List<FacetCount> values) {
    int end = vocabulary.to(facet);
    for (int number = vocabulary.from(facet); number < end; number++) {
      if (counts[number] > 0) {
        values.add(count(number));
      }
    }
    return values.size();
  }

  /** Reads the names of the twenty best only, as a vocabulary may have many thousands. */
  private int addMostFrequent(Facet facet, List<FacetCount> values) {
    LongHeap best = new LongHeap(FacetCounts.LISTED);
    int size = 0;
    int end = vocabulary.to(facet);
    for (int number = vocabulary.from(facet); number < end; number++) {
      if (counts[number] > 0) {
        // Sorts by count, then by the complement of the number, as the lower number is better.
        best.insertWithOverflow(((long) counts[number] << Integer.SIZE) | (~number & 0xFFFF_FFFFL));
        size++;
      }
    }
    while (best.size() > 0) {
      values.addFirst(count(~(int) best.pop()));
    }
    return size;
  }

  private FacetCount count(int number) {
    return new FacetCount(vocabulary.name(number), counts[number], false);
  }
}
