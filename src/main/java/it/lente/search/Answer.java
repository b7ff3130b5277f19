package it.lente.search;

import it.lente.engine.SearchResult;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question, with an account of how it was read.
 *
 * @param understoodAs what was searched: words that did not count are left out, phrases are quoted
 * @param relaxed said where not all that was asked for had to be there; also among the warnings
 * @param didYouMean what finds more, where the question finds nothing or hardly anything
 * @param warnings in the order in which they arose
 */
public record Answer(
    Question question,
    SearchResult result,
    String understoodAs,
    Optional<Warning> relaxed,
    List<Warning> warnings,
    Optional<DidYouMean> didYouMean) {

  public Answer {
    warnings = List.copyOf(warnings);
  }

  /** Whether there is another page after this one that can be asked for. */
  public boolean hasNext() {
    int shown = question.page() * question.size();
    return shown < result.total() && shown + question.size() <= Question.MAX_DEPTH;
  }
}
