package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.QueryInterpretation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param total number of processes that match the question and pass every filter
 * @param processes those of the window, in order
 * @param facets every facet; a facet's own filter does not narrow its own counts, so that each
 *     count is the total if that value alone were selected
 * @param withoutFilter by the key of each filter that narrows, the processes that answer without
 *     it, all others kept; facets first, then measures
 * @param interpretation how the words of the question were read
 * @param next the following part of the list, empty at its end
 * @param complete false if the deadline passed before the search ended: there may be more
 */
public record SearchResult(
    int total,
    List<ProcessHit> processes,
    Map<Facet, FacetCounts> facets,
    Map<String, Integer> withoutFilter,
    QueryInterpretation interpretation,
    Optional<ResultWindow> next,
    boolean complete) {

  public SearchResult {
    processes = List.copyOf(processes);
    facets = Map.copyOf(facets);
    withoutFilter = Collections.unmodifiableMap(new LinkedHashMap<>(withoutFilter));
  }

  /** Returns the result with other counts. */
  public SearchResult counting(Map<Facet, FacetCounts> other) {
    return new SearchResult(total, processes, other, withoutFilter, interpretation, next, complete);
  }

  /** Returns the result of a question whose deadline passed before anything was found. */
  public static SearchResult outOfTime(Filters filters) {
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(facet, FacetCounts.of(facet, Map.of(), filters.selected(facet)));
    }
    return new SearchResult(
        0, List.of(), facets, Map.of(), QueryInterpretation.NONE, Optional.empty(), false);
  }
}
