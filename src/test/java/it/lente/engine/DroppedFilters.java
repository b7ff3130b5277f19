package it.lente.engine;

import it.lente.engine.Filters.Range;
import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.record.ProcessRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Filters the slow way, and counts what answers without each filter: once for each. */
public final class DroppedFilters {

  private DroppedFilters() {}

  public static Map<String, Integer> of(SearchRequest request, ToIntFunction<SearchRequest> count) {
    Filters filters = request.filters();
    Map<String, Integer> totals = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      if (!filters.selected(facet).isEmpty()) {
        Filters others = with(filters, facet, Set.of());
        totals.put(facet.key(), count.applyAsInt(narrowed(request, others)));
      }
    }
    for (Measure measure : Measure.values()) {
      if (filters.ranges().containsKey(measure)) {
        Filters others = with(filters, measure, List.of());
        totals.put(measure.key(), count.applyAsInt(narrowed(request, others)));
      }
    }
    return totals;
  }

  /** The request with other filters. */
  public static SearchRequest narrowed(SearchRequest request, Filters filters) {
    return new SearchRequest(
        request.query(),
        request.scope(),
        filters,
        request.sort(),
        request.window(),
        request.deadline());
  }

  /** Filters with only these values of the facet. */
  public static Filters with(Filters filters, Facet facet, Set<String> chosen) {
    Map<Facet, Set<String>> changed = new HashMap<>(filters.values());
    changed.put(facet, chosen);
    return new Filters(changed, filters.ranges());
  }

  /** Filters with only these ranges of the measure. */
  static Filters with(Filters filters, Measure measure, List<Range> some) {
    Map<Measure, List<Range>> changed = new HashMap<>(filters.ranges());
    changed.put(measure, some);
    return new Filters(filters.values(), changed);
  }

  /** Whether the record has a value in the ranges of each measure that narrows. */
  public static boolean measured(Filters filters, ProcessRecord record) {
    return filters.ranges().entrySet().stream()
        .allMatch(entry -> {
          OptionalLong number = entry.getKey().of(record);
          return number.isPresent() && Filters.anyContains(entry.getValue(), number.getAsLong());
        });
  }
}
