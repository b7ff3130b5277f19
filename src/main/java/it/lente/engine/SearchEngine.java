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
 * Answers questions about the last commit. Safe for use by many threads. Every count, mark and page
 * number of one method agrees with those of the others, as long as no new commit comes between two
 * calls.
 *
 * <p>A method throws {@link EngineUnavailableException} while there is no index that it can read,
 * and all but {@link #search} throw {@link OutOfTimeException} once their deadline has passed: part
 * of their answer would be a wrong one.
 */
public interface SearchEngine extends AutoCloseable {

  /**
   * The processes that answer, facets counted over all of them, page hits for those shown.
   *
   * <p>Where the request's deadline has passed before the answer comes, processes may be missing
   * from it and from its counts, and hits and excerpts from those shown; {@link
   * SearchResult#complete} is false then. What is there is true, but for open words of which not
   * all forms were found.
   *
   * <p>Who goes on with {@link SearchResult#next} until there is none is given every process once.
   * If commits come between two calls, that still holds of each process that they do not change;
   * but where answers are ordered by relevance only as long as its score stays the same, and scores
   * depend on all the others.
   */
  SearchResult search(SearchRequest request);

  /** Every value of a facet that {@link #search} counts, however many, the most frequent first. */
  FacetCounts facet(SearchRequest request, Facet facet);

  /** A process with all that is known of it, or nothing if the id is unknown. */
  Optional<StoredProcess> process(String id, Deadline deadline);

  /** Every occurrence in one attachment, or nothing if there is no such attachment. */
  Optional<AttachmentHits> hits(HitsRequest request, Deadline deadline);

  /**
   * One page as it was read.
   *
   * @param number from 1
   * @return nothing if there is no such attachment or page
   */
  Optional<PageText> page(String processId, String attachmentId, int number, Deadline deadline);

  /**
   * The first page that is called so.
   *
   * @param label as the document has it, capitals aside
   * @return its number, from 1; nothing if there is no such page
   */
  OptionalInt pageLabelled(String processId, String attachmentId, String label, Deadline deadline);

  /**
   * What the collection holds of which a word begins like each of those typed, the best first as
   * {@link Suggestions} tells; none for no words.
   */
  List<Suggestion> suggest(String typed, int size, Deadline deadline);

  /**
   * The question with words of the collection in the place of those that it has hardly or not at
   * all: near in their letters, and much more frequent. Nothing if there are none.
   */
  Optional<TextQuery> corrected(TextQuery query, Deadline deadline);

  /**
   * Other processes that are about the same, the most similar first, {@link SimilarProcess#MOST} at
   * most; nothing if the id is unknown. What most records of the collection say makes none similar.
   */
  Optional<List<SimilarProcess>> similar(String id, Deadline deadline);

  /** How many processes answer a question that nothing else narrows. */
  int count(TextQuery query, Deadline deadline);

  /** How much of the files can be searched, counted by state, and some of them. */
  Coverage coverage(CoverageRequest request, Deadline deadline);

  /**
   * Every file of one commit, in the order of {@link Coverage#files()}, one after the other: the
   * whole list need not fit into memory, and the sink ends it by throwing.
   *
   * @param states those wanted, none for all
   */
  void eachFile(Set<AttachmentState> states, Consumer<CoverageFile> sink);

  EngineStatus status();

  /**
   * Returns a name of all that answers are made from, which changes with every commit and every
   * list of synonyms. Nothing is searched for it. The empty string while there is no index.
   */
  String version();

  @Override
  void close();
}
