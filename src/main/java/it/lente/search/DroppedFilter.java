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
 * A filter without which a question that nothing answers would be answered.
 *
 * @param parameter the filter's
 * @param total the processes that answer without it, all other filters kept
 */
public record DroppedFilter(String parameter, int total) {

  /** Each filter that leaves processes when it alone is dropped, one question a filter. */
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
