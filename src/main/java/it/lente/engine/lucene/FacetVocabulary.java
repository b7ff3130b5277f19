package it.lente.engine.lucene;

import it.lente.engine.hits.FacetSpellings;
import it.lente.record.Facet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers every facet value of a snapshot across segments. The values of a facet are numbered in
 * its order, so of two equally frequent values the lower number comes first.
 */
final class FacetVocabulary {

  private static final Facet[] FACETS = Facet.values();

  private final List<String> names = new ArrayList<>();
  private final Map<Facet, Part> parts = new EnumMap<>(Facet.class);
  private final int[][] bySegment;

  /** The values of one facet, numbered from {@code from} to before {@code to}. */
  private record Part(int from, int to, Map<String, Integer> numbers, FacetSpellings spellings) {

    int number(String name) {
      return numbers.getOrDefault(shown(name), -1);
    }

    /** Most names are shown spellings already: to compare one with all others costs far more. */
    String shown(String name) {
      return numbers.containsKey(name) ? name : spellings.shown(name);
    }
  }

  /**
   * Numbers the values of some segments.
   *
   * @param tables in the order of the segments
   */
  FacetVocabulary(List<FacetTable> tables) {
    for (Facet facet : FACETS) {
      add(facet, tables);
    }
    bySegment = tables.stream().map(this::numbers).toArray(int[][]::new);
  }

  private void add(Facet facet, List<FacetTable> tables) {
    record Keyed(String name, String key) {}
    int from = names.size();
    Map<String, Integer> processes = new HashMap<>();
    tables.forEach(table -> table.addFrequencies(facet, processes));
    FacetSpellings spelling = FacetSpellings.of(facet, processes);
    names.addAll(
        processes.keySet().stream()
            .map(spelling::shown)
            .distinct()
            .map(name -> new Keyed(name, facet.sortKey(name)))
            .sorted(Comparator.comparing(Keyed::key))
            .map(Keyed::name)
            .toList());
    Map<String, Integer> known = new HashMap<>();
    for (int number = from; number < names.size(); number++) {
      known.put(names.get(number), number);
    }
    parts.put(facet, new Part(from, names.size(), known, spelling));
  }

  private int[] numbers(FacetTable table) {
    return Arrays.stream(FACETS)
        .flatMapToInt(
            facet -> Arrays.stream(table.names(facet)).mapToInt(name -> number(facet, name)))
        .toArray();
  }

  /** Returns the number of values of all facets together. */
  int size() {
    return names.size();
  }

  /** Returns the number of a facet's first value. */
  int from(Facet facet) {
    return parts.get(facet).from();
  }

  /** Returns one more than the number of a facet's last value. */
  int to(Facet facet) {
    return parts.get(facet).to();
  }

  String name(int number) {
    return names.get(number);
  }

  /** Returns the number of a value in any spelling, -1 if no process has it. */
  int number(Facet facet, String name) {
    return parts.get(facet).number(name);
  }

  /** Returns the shown spelling of a value. */
  String shown(Facet facet, String name) {
    return parts.get(facet).shown(name);
  }

  /** Returns the vocabulary's numbers by the segment's own number of a value. */
  int[] ofSegment(int segment) {
    return bySegment[segment];
  }
}
