package it.lente.engine;

import it.lente.record.Facet;
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
 * @param reading which words counted
 * @param next the part of the list that follows, nothing at its end
 */
public record SearchResult(
    int total,
    List<ProcessHit> processes,
    Map<Facet, FacetCounts> facets,
    Reading reading,
    Optional<Window> next) {

  public SearchResult {
    processes = List.copyOf(processes);
    facets = Map.copyOf(facets);
  }
}
