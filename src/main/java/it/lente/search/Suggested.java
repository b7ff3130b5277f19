package it.lente.search;

import it.lente.engine.Suggestion;
import it.lente.engine.Suggestion.Kind;
import it.lente.record.Facet;
import it.lente.record.TextQuery;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A suggestion and the search that it starts.
 *
 * @param parameter of the list: a filter's, or {@code q}; the empty string if it leads to a process
 * @param value of that parameter
 * @param count number of processes that the search finds
 */
public record Suggested(Suggestion suggestion, String parameter, String value, int count) {

  /** Quotation marks would end the phrase. */
  private static final Pattern QUOTES = Pattern.compile("[\"“”„«»]");

  /**
   * Returns a suggestion with its search.
   *
   * @param counts of the questions of {@link #asked}
   */
  static Suggested of(Suggestion suggestion, Map<TextQuery, Integer> counts) {
    Optional<Facet> facet = suggestion.kind().facet();
    if (facet.isPresent()) {
      return new Suggested(
          suggestion, facet.get().key(), suggestion.value(), suggestion.processes());
    }
    return asked(suggestion)
        .map(query -> new Suggested(suggestion, "q", phrase(suggestion), counts.get(query)))
        .orElseGet(() -> new Suggested(suggestion, "", "", 1));
  }

  /** Returns the question that a suggestion asks; empty for values and single titles. */
  static Optional<TextQuery> asked(Suggestion suggestion) {
    return suggestion.kind().facet().isPresent() || leadsToProcess(suggestion)
        ? Optional.empty()
        : Optional.of(QueryLanguage.parse(phrase(suggestion)).query());
  }

  /** Returns whether only one process has the title: then nothing is searched or counted. */
  private static boolean leadsToProcess(Suggestion suggestion) {
    return suggestion.kind() == Kind.TITLE && suggestion.processes() == 1;
  }

  private static String phrase(Suggestion suggestion) {
    return '"' + QUOTES.matcher(suggestion.text()).replaceAll(" ").strip() + '"';
  }

  /** Returns the id of the only process with this title; the empty string for anything else. */
  public String process() {
    return leadsToProcess(suggestion) ? suggestion.value() : "";
  }
}
