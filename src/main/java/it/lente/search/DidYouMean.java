package it.lente.search;

import static java.util.stream.Collectors.joining;

import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.Window;
import it.lente.record.TextQuery;
import java.util.List;
import java.util.Optional;

/**
 * What a question that finds nothing, or hardly anything, may have been meant to be.
 *
 * @param q the question in words of the collection, with the accents and capitals they have there
 * @param total number of processes that have all of it, more than the answer has
 */
public record DidYouMean(String q, int total) {

  /** A question that finds more than this is not corrected. */
  private static final int FEW = 2;

  /** Number of processes in whose passages the spelling of a word is looked up. */
  private static final int READ = 10;

  /**
   * Asks the corrected question under the same filters.
   *
   * @param found number of processes that have all of what was typed
   * @param shown number of processes that the answer has, also by some of the words
   * @throws it.lente.engine.OutOfTimeException if the time is over before this is known
   */
  static Optional<DidYouMean> of(SearchEngine engine, SearchRequest asked, int found, int shown) {
    return found > FEW || isLaterPage(asked.window())
        ? Optional.empty()
        : engine
            .corrected(asked.query(), asked.deadline())
            .map(query ->
                new DidYouMean(WrittenQuery.of(query), search(engine, asked, query, 0).total()))
            .filter(meant -> meant.total() > shown)
            .map(meant -> meant.spelled(engine, asked));
  }

  private static boolean isLaterPage(Window window) {
    return window.offset() > 0 || window.behind().isPresent();
  }

  private static SearchResult search(
      SearchEngine engine, SearchRequest asked, TextQuery query, int shown) {
    SearchResult result = engine.search(asked.asking(query).showing(new Window(0, shown)));
    asked.deadline().check();
    return result;
  }

  /** Looks the words that were not typed up in passages: accents and capitals are not indexed. */
  private DidYouMean spelled(SearchEngine engine, SearchRequest asked) {
    List<String> words = MarkedSpellings.changed(q, asked.query().text());
    String quoted = words.stream().map(word -> '"' + word + '"').collect(joining(" OR "));
    SearchResult found = search(engine, asked, QueryLanguage.parse(quoted).query(), READ);
    return new DidYouMean(new MarkedSpellings(found).in(q, words), total);
  }
}
