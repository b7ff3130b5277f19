package it.lente.search;

import static java.util.stream.Collectors.joining;

import it.lente.engine.ResultWindow;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.record.TextQuery;
import java.util.List;
import java.util.Optional;

/**
 * A likely correction of a question that finds nothing or hardly anything.
 *
 * @param q the question in words of the collection, with the accents and capitals they have there
 * @param total number of processes that contain all of its words, more than the answer has
 */
public record DidYouMean(String q, int total) {

  /** Maximum number of results of a question that is corrected. */
  private static final int FEW = 2;

  /** Number of processes in whose excerpts the spelling of a word is looked up. */
  private static final int READ = 10;

  /**
   * Searches the corrected question with the same filters.
   *
   * @param found number of processes that contain all typed words
   * @param shown number of processes in the answer, also those with only some words
   * @throws it.lente.engine.OutOfTimeException if the deadline passes before this is known
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

  private static boolean isLaterPage(ResultWindow window) {
    return window.offset() > 0 || window.after().isPresent();
  }

  private static SearchResult search(
      SearchEngine engine, SearchRequest asked, TextQuery query, int shown) {
    SearchResult result = engine.search(asked.asking(query).showing(new ResultWindow(0, shown)));
    asked.deadline().check();
    return result;
  }

  /** Looks the corrected words up in excerpts, because accents and capitals are not indexed. */
  private DidYouMean spelled(SearchEngine engine, SearchRequest asked) {
    List<String> words = MarkedSpellings.changed(q, asked.query().text());
    String quoted = words.stream().map(word -> '"' + word + '"').collect(joining(" OR "));
    SearchResult found = search(engine, asked, QueryLanguage.parse(quoted).query(), READ);
    return new DidYouMean(new MarkedSpellings(found).in(q, words), total);
  }
}
