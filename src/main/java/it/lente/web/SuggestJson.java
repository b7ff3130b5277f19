package it.lente.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.lente.engine.Suggestion;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import it.lente.search.SuggestQuestion;
import it.lente.search.Suggested;
import java.util.List;

/**
 * What could be searched for, as the API writes it.
 *
 * @param q what was typed
 */
record SuggestJson(String q, List<SuggestionJson> suggestions) {

  /**
   * A suggestion.
   *
   * @param within what a place or a topic lies in
   * @param process where a title leads, if only one process is called so; the others ask the list
   *     of processes for their parameter and value
   * @param count how many it lists then
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
