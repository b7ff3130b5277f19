package it.lente.search;

import it.lente.engine.FacetCounts;
import it.lente.engine.SearchResult;
import it.lente.record.Facet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a question, with notes on how the question was read.
 *
 * @param complete false if the deadline passed before the search ended: there may be more, and
 *     nothing is relaxed, dropped or proposed
 * @param understoodAs the question as searched: ignored words are omitted, phrases are quoted
 * @param relaxed present if only some of the words were required; also among the warnings
 * @param didYouMean a question that finds more, if this one finds nothing or hardly anything
 * @param warnings in the order in which they arose
 * @param withoutFilter if nothing is found, each filter whose removal alone would find something
 * @param next the cursor that continues the list, empty at its end
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

  /** Returns the answer with other counts. */
  Answer counting(Map<Facet, FacetCounts> facets) {
    return new Answer(
        question,
        result.counting(facets),
        complete,
        understoodAs,
        relaxed,
        warnings,
        withoutFilter,
        didYouMean,
        next);
  }

  /** Returns whether the deadline passed before anything was found, so that no count is known. */
  public boolean isOutOfTime() {
    return !complete && result.total() == 0;
  }
}
