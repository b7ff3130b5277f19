package it.lente.engine.lucene;

import it.lente.engine.FacetCounts;
import it.lente.record.Facet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.LongHeap;

/** How many processes have each value, while they are being counted. */
final class FacetTally {

  private final FacetVocabulary vocabulary;
  private final int[] counts;

  FacetTally(FacetVocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.counts = new int[vocabulary.size()];
  }

  /**
   * Adds what was counted in a segment.
   *
   * @param counted by the segment's own number of a value
   * @param numbers the vocabulary's, likewise
   */
  void add(int[] counted, int[] numbers) {
    for (int value = 0; value < counted.length; value++) {
      counts[numbers[value]] += counted[value];
    }
  }

  /** The values of a facet that are listed. */
  FacetCounts listed(Facet facet, Set<String> selected) {
    Map<String, Integer> counted = new HashMap<>();
    for (String value : selected) {
      int number = vocabulary.number(facet, value);
      counted.put(value, number < 0 ? 0 : counts[number]);
    }
    int size = facet.listsAll() ? addAll(facet, counted) : addMostFrequent(facet, counted);
    return new FacetCounts(FacetCounts.of(facet, counted, selected).values(), size);
  }

  /** Every value of a facet. */
  FacetCounts all(Facet facet, Set<String> selected) {
    Map<String, Integer> counted = new HashMap<>();
    addAll(facet, counted);
    return FacetCounts.all(facet, counted, selected);
  }

  private int addAll(Facet facet, Map<String, Integer> counted) {
    int size = 0;
    for (int number = vocabulary.from(facet); number < vocabulary.to(facet); number++) {
      if (counts[number] > 0) {
        counted.put(vocabulary.name(number), counts[number]);
        size++;
      }
    }
    return size;
  }

  /** Names are looked at for the twenty best only: a vocabulary may have many thousands. */
  private int addMostFrequent(Facet facet, Map<String, Integer> counted) {
    LongHeap best = new LongHeap(FacetCounts.LISTED);
    int size = 0;
    for (int number = vocabulary.from(facet); number < vocabulary.to(facet); number++) {
      if (counts[number] > 0) {
        // The count decides; below it the number, turned round for the lower is the better.
        best.insertWithOverflow(((long) counts[number] << Integer.SIZE) | (~number & 0xFFFF_FFFFL));
        size++;
      }
    }
    while (best.size() > 0) {
      int number = ~(int) best.pop();
      counted.put(vocabulary.name(number), counts[number]);
    }
    return size;
  }
}
