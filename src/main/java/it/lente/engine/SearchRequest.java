package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Match;
import java.util.Map;
import java.util.Set;

/**
 * A question.
 *
 * @param filters values compared exactly; values of one facet are alternatives, different facets
 *     all apply. A range of years is the set of its years
 * @param deadline after it the search ends and the result is marked as incomplete
 */
public record SearchRequest(
    TextQuery query,
    Scope scope,
    Filters filters,
    ListSort sort,
    ResultWindow window,
    Deadline deadline) {

  /** Creates a question without a deadline. */
  public SearchRequest(
      TextQuery query, Scope scope, Filters filters, ListSort sort, ResultWindow window) {
    this(query, scope, filters, sort, window, Deadline.NEVER);
  }

  /** Creates a question that is narrowed by facets only. */
  public SearchRequest(
      TextQuery query,
      Scope scope,
      Map<Facet, Set<String>> values,
      ListSort sort,
      ResultWindow window) {
    this(query, scope, new Filters(values, Map.of()), sort, window);
  }

  /** Returns a request for other words with the same filters. */
  public SearchRequest asking(TextQuery other) {
    return new SearchRequest(other, scope, filters, sort, window, deadline);
  }

  /** Returns a request for the same words with other filters. */
  public SearchRequest filtered(Filters other) {
    return new SearchRequest(query, scope, other, sort, window, deadline);
  }

  /** Returns the request with a stricter or looser match mode. */
  public SearchRequest matching(Match match) {
    return new SearchRequest(query.matching(match), scope, filters, sort, window, deadline);
  }

  /** Returns the request for another part of its list. */
  public SearchRequest showing(ResultWindow other) {
    return new SearchRequest(query, scope, filters, sort, other, deadline);
  }

  /** Returns the request in another order. */
  public SearchRequest sorted(ListSort other) {
    return new SearchRequest(query, scope, filters, other, window, deadline);
  }

  /** Returns the request with another deadline. */
  public SearchRequest by(Deadline other) {
    return new SearchRequest(query, scope, filters, sort, window, other);
  }
}
