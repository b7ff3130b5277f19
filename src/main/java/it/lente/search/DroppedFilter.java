package it.lente.search;

import it.lente.engine.Filters;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.Window;
import it.lente.record.Facet;
import it.lente.record.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A filter whose removal gives results to a question that has none.
 *
 * @param parameter the filter's
 * @param total number of processes that match without it, with all other filters
 */
public record DroppedFilter(String parameter, int total) {

  /** Searches without each filter in turn, and returns those whose removal gives results. */
  static List<DroppedFilter> each(SearchEngine engine, SearchRequest asked) {
    Filters filters = asked.filters();
    List<DroppedFilter> dropped = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      if (!filters.selected(facet).isEmpty()) {
        add(dropped, facet.key(), engine, asked.narrowedBy(filters.with(facet, Set.of())));
      }
    }
    for (Measure measure : Measure.values()) {
      if (filters.ranges().containsKey(measure)) {
        add(dropped, measure.key(), engine, asked.narrowedBy(filters.with(measure, List.of())));
      }
    }
    return List.copyOf(dropped);
  }

  private static void add(
      List<DroppedFilter> dropped, String parameter, SearchEngine engine, SearchRequest without) {
    int total = engine.search(without.showing(new Window(0, 0))).total();
    without.deadline().check();
    if (total > 0) {
      dropped.add(new DroppedFilter(parameter, total));
    }
  }
}
