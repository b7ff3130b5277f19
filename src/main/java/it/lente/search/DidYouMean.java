package it.lente.search;

import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
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
   * @throws it.lente.engine.OutOfTimeException if the time is over before this is known
   */
  static Optional<DidYouMean> of(SearchEngine engine, SearchRequest asked, int found) {
    return found > FEW || goesOn(asked.window())
        ? Optional.empty()
        : engine
            .corrected(asked.query(), asked.deadline())
            .map(query -> new DidYouMean(WrittenQuery.of(query), total(engine, asked, query)))
            .filter(meant -> meant.total() > found);
  }

  /** Whoever turns the page has begun to read. */
  private static boolean goesOn(Window window) {
    return window.offset() > 0 || window.behind().isPresent();
  }

  private static int total(SearchEngine engine, SearchRequest asked, TextQuery query) {
    int total = engine.search(asked.asking(query).showing(new Window(0, 0))).total();
    asked.deadline().check();
    return total;
  }
}
