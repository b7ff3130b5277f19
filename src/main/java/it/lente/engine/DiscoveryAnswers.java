package it.lente.engine;

import it.lente.record.TextQuery;
import java.util.List;
import java.util.Optional;

/** Answers for those who do not know yet what to ask. */
public interface DiscoveryAnswers {

  /**
   * Returns entries of the collection with a word that begins like each typed one, ranked as in
   * {@code it.lente.engine.hits.Suggestions}; none if nothing is typed.
   */
  List<Suggestion> suggest(String typed, int size, Deadline deadline);

  /**
   * Replaces words that are rare or absent in the collection by similarly spelled, much more
   * frequent ones. Empty if there are none.
   */
  Optional<TextQuery> corrected(TextQuery query, Deadline deadline);

  /**
   * Returns other processes on the same subject, the most similar first, at most {@link
   * SimilarProcess#MOST}; empty if the id is unknown. Text that most records share does not count.
   */
  Optional<List<SimilarProcess>> similar(String id, Deadline deadline);
}
