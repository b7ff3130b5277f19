package it.lente.search;

import it.lente.engine.Suggestion;
import it.lente.engine.Suggestion.Kind;
import it.lente.record.Facet;
import it.lente.record.TextQuery;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * A suggestion and what choosing it asks for.
 *
 * @param parameter of the list of processes: a filter's, or {@code q}; the empty string if it leads
 *     to a process
 * @param value of that parameter
 * @param count the processes that are found then
 */
public record Suggested(Suggestion suggestion, String parameter, String value, int count) {

  /** They would end the phrase. */
  private static final Pattern QUOTES = Pattern.compile("[\"“”„«»]");

  static Suggested of(Suggestion suggestion, ToIntFunction<TextQuery> counting) {
    Optional<Facet> facet = suggestion.kind().facet();
    if (facet.isPresent()) {
      return new Suggested(
          suggestion, facet.get().key(), suggestion.value(), suggestion.processes());
    }
    return leadsToProcess(suggestion)
        ? new Suggested(suggestion, "", "", 1)
        : asPhrase(suggestion, counting);
  }

  /** Whether only one process is called so: nothing has to be asked for, nor counted. */
  private static boolean leadsToProcess(Suggestion suggestion) {
    return suggestion.kind() == Kind.TITLE && suggestion.processes() == 1;
  }

  private static Suggested asPhrase(Suggestion suggestion, ToIntFunction<TextQuery> counting) {
    String phrase = '"' + QUOTES.matcher(suggestion.text()).replaceAll(" ").strip() + '"';
    return new Suggested(
        suggestion, "q", phrase, counting.applyAsInt(QueryLanguage.parse(phrase).query()));
  }

  /** The id of the only process of this title; the empty string for anything else. */
  public String process() {
    return leadsToProcess(suggestion) ? suggestion.value() : "";
  }
}
