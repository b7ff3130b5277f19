package it.lente.search;

import it.lente.engine.Deadline;
import it.lente.engine.FacetCount;
import it.lente.engine.FacetCounts;
import it.lente.engine.SearchEngine;
import it.lente.record.Facet;
import it.lente.record.Measure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer with all values of the trees, of which a list has only the most frequent.
 *
 * @param funded numbers of processes by amount funded; none if the answer is incomplete
 */
public record Overview(Answer answer, List<RangeCount> funded) {

  /** Returns an answer whose counts come from one commit. */
  static Overview of(
      SearchEngine engine, Question question, List<String> funded, Deadline deadline) {
    Optional<SearchEngine> kept = engine.ofThisCommit();
    try {
      Search search = new Search(kept.orElse(engine), () -> deadline);
      Answer answer = search.ask(question);
      return answer.complete()
          ? new Overview(
              answer.counting(whole(search, answer)),
              search.ranges(question, Measure.FUNDED, funded))
          : new Overview(answer, List.of());
    } finally {
      kept.ifPresent(SearchEngine::close);
    }
  }

  private static Map<Facet, FacetCounts> whole(Search search, Answer answer) {
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    answer
        .result()
        .facets()
        .forEach((facet, listed) ->
            facets.put(
                facet,
                facet.tree() && isCut(listed)
                    ? search.facet(new FacetQuestion(facet, answer.question(), "", 1, 1))
                    : listed));
    return facets;
  }

  private static boolean isCut(FacetCounts listed) {
    return listed.values().stream().map(FacetCount::count).filter(count -> count > 0).count()
        < listed.size();
  }
}
