package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Counts what answers without each filter the slow way: once for each. */
public final class DroppedFilters {

  private DroppedFilters() {}

  public static Map<String, Integer> of(SearchRequest request, ToIntFunction<SearchRequest> count) {
    Filters filters = request.filters();
    Map<String, Integer> totals = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      if (!filters.selected(facet).isEmpty()) {
        Filters others = filters.with(facet, Set.of());
        totals.put(facet.key(), count.applyAsInt(request.narrowedBy(others)));
      }
    }
    for (Measure measure : Measure.values()) {
      if (filters.ranges().containsKey(measure)) {
        Filters others = filters.with(measure, List.of());
        totals.put(measure.key(), count.applyAsInt(request.narrowedBy(others)));
      }
    }
    return totals;
  }
}
