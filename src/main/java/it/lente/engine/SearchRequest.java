package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.TextQuery;
import java.util.Map;
import java.util.Set;

/**
 * A question.
 *
 * @param filters values taken exactly; values of one facet are alternatives, different facets all
 *     apply. A range of years is the set of its years
 */
public record SearchRequest(
    TextQuery query, Scope scope, Map<Facet, Set<String>> filters, Sort sort, Window window) {

  public SearchRequest {
    filters = Map.copyOf(filters);
  }

  /** The values chosen in a facet, none if it does not narrow. */
  public Set<String> selected(Facet facet) {
    return filters.getOrDefault(facet, Set.of());
  }
}
