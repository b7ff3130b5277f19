package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.QueryInterpretation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param total processes that answer the question and pass every filter
 * @param processes those of the window, in order
 * @param facets every facet; a facet's own filter does not narrow its own counts, so that each
 *     count is what choosing that value alone would leave
 * @param interpretation how the words of the question were read
 * @param next the part of the list that follows, nothing at its end
 * @param complete false if the deadline passed before all was looked at: then there may be more
 */
public record SearchResult(
    int total,
    List<ProcessHit> processes,
    Map<Facet, FacetCounts> facets,
    QueryInterpretation interpretation,
    Optional<Window> next,
    boolean complete) {

  public SearchResult {
    processes = List.copyOf(processes);
    facets = Map.copyOf(facets);
  }

  /** The result of a question for which the time was over before anything was found. */
  public static SearchResult outOfTime(Filters filters) {
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(facet, FacetCounts.of(facet, Map.of(), filters.selected(facet)));
    }
    return new SearchResult(
        0, List.of(), facets, QueryInterpretation.NONE, Optional.empty(), false);
  }
}
