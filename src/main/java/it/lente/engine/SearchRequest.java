package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Match;
import java.util.Map;
import java.util.Set;

/**
 * A question.
 *
 * @param filters values taken exactly; values of one facet are alternatives, different facets all
 *     apply. A range of years is the set of its years
 * @param deadline what is not looked at by then is left out, and the result says so
 */
public record SearchRequest(
    TextQuery query, Scope scope, Filters filters, Sort sort, Window window, Deadline deadline) {

  /** A question that may take as long as it takes. */
  public SearchRequest(TextQuery query, Scope scope, Filters filters, Sort sort, Window window) {
    this(query, scope, filters, sort, window, Deadline.NEVER);
  }

  /** A question that is narrowed by facets only. */
  public SearchRequest(
      TextQuery query, Scope scope, Map<Facet, Set<String>> values, Sort sort, Window window) {
    this(query, scope, new Filters(values, Map.of()), sort, window);
  }

  /** Other words under the same filters. */
  public SearchRequest asking(TextQuery other) {
    return new SearchRequest(other, scope, filters, sort, window, deadline);
  }

  /** The same question, narrowed otherwise. */
  public SearchRequest narrowedBy(Filters others) {
    return new SearchRequest(query, scope, others, sort, window, deadline);
  }

  /** The same question, read more or less strictly. */
  public SearchRequest matching(Match match) {
    return new SearchRequest(query.matching(match), scope, filters, sort, window, deadline);
  }

  /** The same question, another part of its list. */
  public SearchRequest showing(Window other) {
    return new SearchRequest(query, scope, filters, sort, other, deadline);
  }

  /** The same question, to be answered by a moment. */
  public SearchRequest by(Deadline other) {
    return new SearchRequest(query, scope, filters, sort, window, other);
  }

  /** The values chosen in a facet, none if it does not narrow. */
  public Set<String> selected(Facet facet) {
    return filters.selected(facet);
  }
}
