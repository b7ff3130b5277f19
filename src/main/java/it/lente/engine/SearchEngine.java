package it.lente.engine;

import java.util.Optional;

/**
 * Answers questions about the last commit. Safe for use by many threads. Counts, marks and page
 * numbers of all methods agree, as long as no new commit comes between two calls.
 *
 * <p>A method throws {@link EngineUnavailableException} while there is no readable index. All but
 * {@link #search} throw {@link OutOfTimeException} once their deadline has passed, because a
 * partial answer would be wrong.
 */
public interface SearchEngine
    extends ListAnswers, DocumentAnswers, DiscoveryAnswers, CoverageAnswers, AutoCloseable {

  EngineStatus status();

  /**
   * Returns a name of all data that answers depend on; every commit and every change of the
   * synonyms changes the name. Costs no search. The empty string if there is no index.
   */
  String version();

  /**
   * Returns an engine that answers from the current commit until it is closed, whatever is
   * committed meanwhile; empty if this engine cannot keep a commit.
   */
  default Optional<SearchEngine> ofThisCommit() {
    return Optional.empty();
  }

  @Override
  void close();
}
