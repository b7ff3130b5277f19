package it.lente.search;

import it.lente.engine.SearchResult;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question, with an account of how it was read.
 *
 * @param complete false if the time was over before all was looked at: then there may be more, and
 *     nothing is loosened, dropped or proposed
 * @param understoodAs what was searched: words that did not count are left out, phrases are quoted
 * @param relaxed said where not all that was asked for had to be there; also among the warnings
 * @param didYouMean what finds more, where the question finds nothing or hardly anything
 * @param warnings in the order in which they arose
 * @param withoutFilter where nothing answers, the filters that are in the way, each by itself
 * @param next the cursor with which the list goes on, nothing at its end
 */
public record Answer(
    Question question,
    SearchResult result,
    boolean complete,
    String understoodAs,
    Optional<Warning> relaxed,
    List<Warning> warnings,
    List<DroppedFilter> withoutFilter,
    Optional<DidYouMean> didYouMean,
    Optional<String> next) {

  public Answer {
    warnings = List.copyOf(warnings);
    withoutFilter = List.copyOf(withoutFilter);
  }

  /** Whether the time was over before anything was found: no number says anything then. */
  public boolean isOutOfTime() {
    return !complete && result.total() == 0;
  }
}
