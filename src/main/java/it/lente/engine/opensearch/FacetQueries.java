package it.lente.engine.opensearch;

import it.lente.engine.FacetCounts;
import it.lente.engine.Filters;
import it.lente.engine.Filters.Range;
import it.lente.engine.hits.FacetSpellings;
import it.lente.record.Facet;
import it.lente.record.Measure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The filters of a question, and the counts of facets. A filter does not narrow the counts of its
 * own facet. All values of a facet are asked for: no shard omits one, so every count is exact.
 */
final class FacetQueries {

  private static final String COMMON = "common";
  private static final String VALUES = "values.";
  private static final String WITHOUT = "without.";

  private final ClusterSnapshot snapshot;
  private final Filters filters;

  /**
   * What is counted of a list.
   *
   * @param total processes that pass all filters
   * @param withoutFilter by the key of each filter, how many processes pass all others
   */
  record ListCounts(
      int total, Map<Facet, FacetCounts> facets, Map<String, Integer> withoutFilter) {}

  FacetQueries(ClusterSnapshot snapshot, Filters filters) {
    this.snapshot = snapshot;
    this.filters = filters;
  }

  /** Returns the condition of all filters but one. */
  Map<String, Object> without(Object ignored) {
    List<Object> conditions = new ArrayList<>();
    filters
        .values()
        .forEach((facet, values) -> {
          if (facet != ignored) {
            Set<String> spellings =
                values.stream()
                    .flatMap(value -> snapshot.spelled(facet, value).stream())
                    .collect(Collectors.toSet());
            conditions.add(Map.of("terms", Map.of(ClusterSchema.field(facet), spellings)));
          }
        });
    filters
        .ranges()
        .forEach((measure, ranges) -> {
          if (measure != ignored) {
            conditions.add(
                Map.of(
                    "bool",
                    Map.of(
                        "should",
                        ranges.stream().map(range -> range(measure, range)).toList(),
                        "minimum_should_match",
                        1)));
          }
        });
    return conditions.isEmpty() ? WordQueries.ALL : Map.of("bool", Map.of("filter", conditions));
  }

  /** Returns the condition of all filters. */
  Map<String, Object> all() {
    return without("nothing");
  }

  private static Map<String, Object> range(Measure measure, Range range) {
    return Map.of(
        "range",
        Map.of(ClusterSchema.field(measure), Map.of("gte", range.from(), "lte", range.to())));
  }

  /**
   * Returns what is counted of some facets. The processes that pass all filters are the results, so
   * that without filters nothing is counted twice.
   */
  Map<String, Object> counts(Facet... facets) {
    Map<String, Object> common = new LinkedHashMap<>();
    Map<String, Object> counted = new LinkedHashMap<>();
    for (Facet facet : facets) {
      if (filters.values().containsKey(facet)) {
        counted.put(
            WITHOUT + facet.key(),
            filtered(without(facet), Map.of(VALUES + facet.key(), terms(facet))));
      } else {
        common.put(VALUES + facet.key(), terms(facet));
      }
    }
    filters
        .ranges()
        .keySet()
        .forEach(
            measure -> counted.put(WITHOUT + measure.key(), filtered(without(measure), Map.of())));
    if (filters.isEmpty()) {
      return common;
    }
    if (!common.isEmpty()) {
      counted.put(COMMON, filtered(all(), common));
    }
    return counted;
  }

  private static Map<String, Object> filtered(Object filter, Map<String, Object> counted) {
    return counted.isEmpty() ? Map.of("filter", filter) : Map.of("filter", filter, "aggs", counted);
  }

  private Map<String, Object> terms(Facet facet) {
    return terms(facet, Math.max(1, snapshot.values(facet)));
  }

  /** Returns the count of the values of a facet, of so many at most. */
  static Map<String, Object> terms(Facet facet, int most) {
    return Map.of(
        "terms", Map.of("field", ClusterSchema.field(facet), "size", most, "shard_size", most));
  }

  /** Returns the processes by value. */
  static Map<String, Integer> counted(JsonNode terms) {
    Map<String, Integer> counts = new HashMap<>();
    terms
        .path("buckets")
        .forEach(
            bucket -> counts.put(bucket.get("key").asString(), bucket.get("doc_count").asInt()));
    return counts;
  }

  /**
   * Returns the counts of a list.
   *
   * @param answer to a search whose results were filtered after they were counted
   */
  ListCounts list(JsonNode answer) {
    JsonNode aggregations = answer.path("aggregations");
    return new ListCounts(
        CommitSearch.total(answer), facets(aggregations), withoutFilter(aggregations));
  }

  private Map<Facet, FacetCounts> facets(JsonNode aggregations) {
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(facet, FacetCounts.of(facet, merged(aggregations, facet), selected(facet)));
    }
    return facets;
  }

  FacetCounts every(JsonNode answer, Facet facet) {
    return FacetCounts.all(facet, merged(answer.path("aggregations"), facet), selected(facet));
  }

  private Set<String> selected(Facet facet) {
    return filters.selected(facet).stream()
        .map(snapshot.spellings(facet)::shown)
        .collect(Collectors.toSet());
  }

  private Map<String, Integer> merged(JsonNode aggregations, Facet facet) {
    FacetSpellings spellings = snapshot.spellings(facet);
    JsonNode group =
        filters.values().containsKey(facet)
            ? aggregations.path(WITHOUT + facet.key())
            : filters.isEmpty() ? aggregations : aggregations.path(COMMON);
    Map<String, Integer> counts = new HashMap<>();
    counted(group.path(VALUES + facet.key()))
        .forEach((value, count) -> counts.merge(spellings.shown(value), count, Integer::sum));
    return counts;
  }

  private Map<String, Integer> withoutFilter(JsonNode aggregations) {
    Map<String, Integer> totals = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      if (filters.values().containsKey(facet)) {
        totals.put(facet.key(), dropped(aggregations, facet.key()));
      }
    }
    for (Measure measure : Measure.values()) {
      if (filters.ranges().containsKey(measure)) {
        totals.put(measure.key(), dropped(aggregations, measure.key()));
      }
    }
    return totals;
  }

  private static int dropped(JsonNode aggregations, String key) {
    return aggregations.path(WITHOUT + key).path("doc_count").asInt();
  }
}
