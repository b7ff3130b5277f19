package it.lente.search;

import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.Sort;
import it.lente.engine.Window;
import it.lente.record.TextQuery;
import java.util.Optional;

/**
 * What a question that finds nothing, or hardly anything, may have been meant to be.
 *
 * @param q the question in the collection's own words
 * @param total how many processes it finds, more than what was typed
 */
public record DidYouMean(String q, int total) {

  /** Whoever finds more has found what there is. */
  private static final int FEW = 2;

  /**
   * Asks the corrected question under the same filters.
   *
   * @param found how many processes hold all of what was typed
   */
  static Optional<DidYouMean> of(SearchEngine engine, SearchRequest asked, int found) {
    return found > FEW || asked.window().offset() > 0
        ? Optional.empty()
        : engine
            .corrected(asked.query())
            .map(query -> new DidYouMean(WrittenQuery.of(query), total(engine, asked, query)))
            .filter(meant -> meant.total() > found);
  }

  private static int total(SearchEngine engine, SearchRequest asked, TextQuery query) {
    SearchRequest count =
        new SearchRequest(query, asked.scope(), asked.filters(), Sort.TITLE, new Window(0, 0));
    return engine.search(count).total();
  }
}
