package it.lente.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.lente.engine.Suggestion;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import it.lente.search.SuggestQuestion;
import it.lente.search.Suggested;
import java.util.List;

/**
 * Suggestions in the API.
 *
 * @param q the typed text
 */
record SuggestJson(String q, List<SuggestionJson> suggestions) {

  /**
   * A suggestion.
   *
   * @param within the parent of a place or topic
   * @param process the process with this title, if there is only one; other suggestions have a
   *     parameter and value for the list of processes
   * @param count the number of processes in that list
   */
  record SuggestionJson(
      String kind,
      String text,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String within,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String process,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String parameter,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String value,
      int count) {

    static SuggestionJson of(Suggested suggested) {
      Suggestion suggestion = suggested.suggestion();
      boolean tree = suggestion.kind().facet().filter(Facet::tree).isPresent();
      return new SuggestionJson(
          suggestion.kind().key(),
          suggestion.text(),
          tree ? TreePath.parse(suggestion.value()).parent() : "",
          suggested.process(),
          suggested.parameter(),
          suggested.value(),
          suggested.count());
    }
  }

  static SuggestJson of(SuggestQuestion question, List<Suggested> suggested) {
    return new SuggestJson(question.typed(), suggested.stream().map(SuggestionJson::of).toList());
  }
}
