package it.lente.search;

import it.lente.engine.SearchResult;
import java.util.List;

/**
 * A filter whose removal gives results to a question that has none.
 *
 * @param parameter the filter's
 * @param total number of processes that match without it, with all other filters
 */
public record DroppedFilter(String parameter, int total) {

  /** Returns each filter that leaves processes when it alone is dropped. */
  static List<DroppedFilter> of(SearchResult result) {
    return result.withoutFilter().entrySet().stream()
        .filter(filter -> filter.getValue() > 0)
        .map(filter -> new DroppedFilter(filter.getKey(), filter.getValue()))
        .toList();
  }
}
