package it.lente.engine;

import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.PageText;
import it.lente.record.TextQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers questions about the last commit. Safe for use by many threads. Counts, marks and page
 * numbers of all methods agree, as long as no new commit comes between two calls.
 *
 * <p>A method throws {@link EngineUnavailableException} while there is no readable index. All but
 * {@link #search} throw {@link OutOfTimeException} once their deadline has passed, because a
 * partial answer would be wrong.
 */
public interface SearchEngine extends AutoCloseable {

  /**
   * Returns the processes that match, facet counts over all of them, and page hits for those shown.
   *
   * <p>If the request's deadline passes first, processes may be missing from the answer and its
   * counts, and hits and excerpts from those shown; {@link SearchResult#complete} is then false.
   * Everything present is true, except for open words of which not all forms were found.
   *
   * <p>Following {@link SearchResult#next} to its end returns every process once. If commits come
   * between two calls, this still applies to each process that they do not change; in order of
   * relevance only as long as its score stays the same, and scores depend on all other processes.
   */
  SearchResult search(SearchRequest request);

  /** Returns every value of a facet that {@link #search} counts, the most frequent first. */
  FacetCounts facet(SearchRequest request, Facet facet);

  /** Returns a process with all that is known about it; empty if the id is unknown. */
  Optional<StoredProcess> process(String id, Deadline deadline);

  /** Returns every occurrence in one attachment; empty if there is no such attachment. */
  Optional<AttachmentHits> hits(HitsRequest request, Deadline deadline);

  /**
   * Returns one page as it was read.
   *
   * @param number from 1
   * @return empty if there is no such attachment or page
   */
  Optional<PageText> page(String processId, String attachmentId, int number, Deadline deadline);

  /**
   * Finds the first page with a label.
   *
   * @param label as in the document, ignoring case
   * @return the page's number, from 1; empty if there is no such page
   */
  OptionalInt pageLabelled(String processId, String attachmentId, String label, Deadline deadline);

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

  /** Counts the processes that match a question without filters. */
  int count(TextQuery query, Deadline deadline);

  /** Counts the files by state, to show how much can be searched, and lists some of them. */
  Coverage coverage(CoverageRequest request, Deadline deadline);

  /**
   * Passes every file of one commit to the sink, in the order of {@link Coverage#files()}, so that
   * the list need not fit into memory. The sink ends it by throwing.
   *
   * @param states to list; empty for all
   */
  void eachFile(Set<AttachmentState> states, Consumer<CoverageFile> sink);

  EngineStatus status();

  /**
   * Returns a name of all data that answers depend on; every commit and every change of the
   * synonyms changes the name. Costs no search. The empty string if there is no index.
   */
  String version();

  @Override
  void close();
}
