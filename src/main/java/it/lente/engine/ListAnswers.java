package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.TextQuery;
import java.util.Collection;
import java.util.Map;

/** Answers for those who search: lists of processes, and what narrows them. */
public interface ListAnswers {

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

  /** Counts the processes that match each of some questions without filters. */
  Map<TextQuery, Integer> counts(Collection<TextQuery> queries, Deadline deadline);
}
