package it.lente.search;

import it.lente.engine.Suggestion;
import it.lente.engine.Suggestion.Kind;
import it.lente.record.Facet;
import it.lente.record.TextQuery;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * A suggestion and what choosing it asks for.
 *
 * @param parameter of the list of processes: a filter's, or {@code q}
 * @param value of that parameter
 * @param count the processes that are found then
 */
public record Suggested(Suggestion suggestion, String parameter, String value, int count) {

  /** They would end the phrase. */
  private static final Pattern QUOTES = Pattern.compile("[\"“”„«»]");

  static Suggested of(Suggestion suggestion, ToIntFunction<TextQuery> counting) {
    return suggestion
        .kind()
        .facet()
        .map(Facet::key)
        .map(
            filter -> new Suggested(suggestion, filter, suggestion.value(), suggestion.processes()))
        .orElseGet(() -> asPhrase(suggestion, counting));
  }

  private static Suggested asPhrase(Suggestion suggestion, ToIntFunction<TextQuery> counting) {
    String phrase = '"' + QUOTES.matcher(suggestion.text()).replaceAll(" ").strip() + '"';
    return new Suggested(
        suggestion, "q", phrase, counting.applyAsInt(QueryLanguage.parse(phrase).query()));
  }

  /** The id of the only process of this title; the empty string for anything else. */
  public String process() {
    boolean one = suggestion.kind() == Kind.TITLE && suggestion.processes() == 1;
    return one ? suggestion.value() : "";
  }
}
