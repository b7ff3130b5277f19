package it.lente.engine.lucene;

import it.lente.analysis.FormPositions;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.Synonyms;
import it.lente.engine.Deadline;
import it.lente.engine.FacetCounts;
import it.lente.engine.Filters;
import it.lente.engine.ListSort;
import it.lente.engine.OutOfTimeException;
import it.lente.engine.ProcessHit;
import it.lente.engine.ResultWindow;
import it.lente.engine.Scope;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.hits.ListedProcess;
import it.lente.engine.hits.PassageReranker;
import it.lente.engine.stored.BlockReader;
import it.lente.record.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;

/**
 * Answers a question about processes: one pass finds, counts and sorts them; excerpts and hits are
 * computed for those of the window only.
 */
final class ListSearch {

  private final Snapshot snapshot;
  private final SearchRequest request;
  private final QueryMatcher matcher;

  /** Whether the first results are reordered by passages. */
  private final boolean rerank;

  private ListSearch(Snapshot snapshot, SearchRequest request, Synonyms synonyms)
      throws IOException {
    this.snapshot = snapshot;
    this.request = request;
    this.matcher =
        QueryMatcher.of(
            request.query(), snapshot.dictionary(request.query(), request.deadline()), synonyms);
    this.rerank = PassageReranker.applies(request, matcher);
  }

  static SearchResult of(Snapshot snapshot, SearchRequest request, Synonyms synonyms)
      throws IOException {
    try {
      return new ListSearch(snapshot, request, synonyms).result();
    } catch (OutOfTimeException late) {
      return SearchResult.outOfTime(request.filters());
    }
  }

  /** Returns every value of a facet. */
  static FacetCounts facet(Snapshot snapshot, SearchRequest request, Synonyms synonyms, Facet facet)
      throws IOException {
    ListSearch search = new ListSearch(snapshot, request.showing(new ResultWindow(0, 0)), synonyms);
    return search.counted().all(facet);
  }

  /** Counts the processes that match a question without filters. */
  static int count(Snapshot snapshot, Snapshot.Asked asked, Deadline deadline) throws IOException {
    SearchRequest all =
        new SearchRequest(
            asked.query(), Scope.ALL, Filters.NONE, ListSort.TITLE, new ResultWindow(0, 0));
    ListSearch search = new ListSearch(snapshot, all.by(deadline), asked.synonyms());
    return search.counted().total();
  }

  private SearchResult result() throws IOException {
    // One result more than shown reveals whether the list continues.
    int wanted = 1 + (rerank ? Math.max(PassageReranker.DEPTH, end()) : end());
    Sort order = ListOrder.of(request.sort(), matcher.asks());
    FieldDoc after =
        request.window().after().map(place -> ListOrder.after(place, order)).orElse(null);
    BestResults best = new BestResults(order, wanted, after);
    ScoringPass pass = pass(order);
    Map<Facet, FacetCounts> known =
        matcher.isEmpty() ? snapshot.facets().known(request.filters()) : null;
    FilteringFacetCollector counted = counted(pass, best, known);
    Map<Facet, FacetCounts> facets = counted.facets();
    if (matcher.isEmpty() && !request.deadline().passed()) {
      snapshot.facets().put(request.filters(), facets);
    }
    ScoreDoc[] results = best.inOrder();
    List<ProcessHit> shown = shown(pass.forms(), results);
    return new SearchResult(
        counted.total(),
        shown,
        facets,
        counted.withoutFilter(),
        matcher.interpretation(),
        next(results, shown),
        !request.deadline().passed());
  }

  private int end() {
    return request.window().offset() + request.window().size();
  }

  private ScoringPass pass(Sort order) throws IOException {
    return new ScoringPass(
        snapshot, matcher, request.scope(), order.needsScores(), request.deadline());
  }

  /** Counts without sorting. */
  private FilteringFacetCollector counted() throws IOException {
    return counted(pass(Sort.INDEXORDER), new BestResults(Sort.INDEXORDER, 1, null), null);
  }

  private FilteringFacetCollector counted(
      ScoringPass pass, BestResults best, Map<Facet, FacetCounts> known) throws IOException {
    FilteringFacetCollector collector = new FilteringFacetCollector(snapshot, request, best, known);
    pass.run(collector);
    return collector;
  }

  /** Returns the results of the window, after reordering the first results. */
  private List<ProcessHit> shown(FoundForms forms, ScoreDoc[] results) throws IOException {
    int from = Math.min(request.window().offset(), results.length);
    int to = Math.min(end(), results.length);
    try {
      return shown(forms, results, from, to);
    } catch (OutOfTimeException late) {
      List<ProcessHit> bare = new ArrayList<>();
      BlockValues cards = new BlockValues(snapshot.reader(), Deadline.NEVER);
      for (ScoreDoc result : Arrays.copyOfRange(results, from, to)) {
        bare.add(snapshot.card(result.doc, cards).bare(score(result)));
      }
      return bare;
    }
  }

  private List<ProcessHit> shown(FoundForms forms, ScoreDoc[] results, int from, int to)
      throws IOException {
    request.deadline().check();
    boolean first = rerank && from < PassageReranker.DEPTH;
    int depth = Math.min(PassageReranker.DEPTH, results.length);
    ScoreDoc[] walked =
        Arrays.copyOfRange(results, first ? 0 : from, first ? Math.max(to, depth) : to);
    ProcessPositions positions = new ProcessPositions(snapshot, matcher, request, forms, walked);
    ScoreDoc[] shown = first ? Arrays.copyOfRange(reranked(walked, positions), from, to) : walked;
    ScoreDoc[] byDocument = shown.clone();
    Arrays.sort(byDocument, Comparator.comparingInt(hit -> hit.doc));
    BlockValues values = new BlockValues(snapshot.reader(), request.deadline());
    BlockValues cards = new BlockValues(snapshot.reader(), Deadline.NEVER);
    Map<Integer, ProcessHit> hits = new HashMap<>();
    for (ScoreDoc result : byDocument) {
      ListedProcess listed = snapshot.card(result.doc, cards);
      hits.put(result.doc, hit(listed, result, values.block(result.doc), positions));
    }
    return Stream.of(shown).map(result -> hits.get(result.doc)).toList();
  }

  private ProcessHit hit(
      ListedProcess listed, ScoreDoc result, BlockReader block, ProcessPositions positions)
      throws IOException {
    try {
      request.deadline().check();
      Map<String, FormPositions> found = positions.in(result.doc);
      return listed.hit(score(result), block, matcher, found, positions.inPages(result.doc));
    } catch (OutOfTimeException late) {
      return listed.bare(score(result));
    }
  }

  private static float score(ScoreDoc result) {
    return ((FieldDoc) result).fields[0] instanceof Float score ? score : 0;
  }

  /** Returns the same results, the first of them in the order of their best passages. */
  private ScoreDoc[] reranked(ScoreDoc[] results, ProcessPositions positions) {
    PassageReranker passages =
        new PassageReranker(matcher, snapshot.processes(), positions::frequency);
    ScoreDoc[] ordered = results.clone();
    int depth = Math.min(PassageReranker.DEPTH, results.length);
    for (int i = 0; i < depth; i++) {
      FieldDoc result = (FieldDoc) results[i];
      Object[] fields = result.fields.clone();
      fields[0] =
          score(result) + passages.bonus(positions.in(result.doc), positions.inPages(result.doc));
      ordered[i] = new FieldDoc(result.doc, result.score, fields, result.shardIndex);
    }
    // The sort is stable, so equals keep their order.
    Arrays.sort(ordered, 0, depth, Comparator.comparingDouble(ListSearch::score).reversed());
    return ordered;
  }

  /**
   * Continues by offset within reordered results, after them by the position of the last result.
   */
  private Optional<ResultWindow> next(ScoreDoc[] results, List<ProcessHit> shown) {
    int size = request.window().size();
    if (shown.isEmpty() || results.length <= end()) {
      return Optional.empty();
    }
    return Optional.of(
        rerank && end() < PassageReranker.DEPTH
            ? new ResultWindow(end(), size)
            : ResultWindow.after(ListOrder.after(results[end() - 1], shown.getLast()), size));
  }
}
