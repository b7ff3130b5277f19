package it.lente.engine.opensearch;

import it.lente.analysis.FieldsAt;
import it.lente.analysis.FormPositions;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.Synonyms;
import it.lente.engine.FacetCounts;
import it.lente.engine.ListPosition;
import it.lente.engine.ListSort;
import it.lente.engine.OutOfTimeException;
import it.lente.engine.ProcessHit;
import it.lente.engine.ResultWindow;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.hits.AttachmentOccurrences;
import it.lente.engine.hits.PassageReranker;
import it.lente.engine.hits.PositionLayout;
import it.lente.engine.hits.SearchedFields;
import it.lente.engine.hits.TitleOrder;
import it.lente.engine.opensearch.FacetQueries.ListCounts;
import it.lente.engine.stored.BlockReader;
import it.lente.record.Facet;
import it.lente.record.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Answers a question about processes in two requests: one finds, counts and sorts, and returns the
 * positions of the words in the processes shown; one fetches the texts of their excerpts.
 */
final class ClusterListSearch {

  private final ClusterSnapshot snapshot;
  private final SearchRequest request;
  private final QueryMatcher matcher;
  private final FacetQueries facets;

  /** Whether the first results are reordered by passages. */
  private final boolean rerank;

  /** The number of the first result that is fetched. */
  private final int base;

  private ClusterListSearch(ClusterSnapshot snapshot, SearchRequest request, Synonyms synonyms) {
    this.snapshot = snapshot;
    this.request = request;
    this.matcher = snapshot.matcher(request.query(), synonyms, request.deadline());
    this.facets = new FacetQueries(snapshot, request.filters());
    this.rerank = PassageReranker.applies(request, matcher);
    boolean skips =
        request.window().after().isEmpty()
            && !(rerank && request.window().offset() < PassageReranker.DEPTH);
    this.base = skips ? request.window().offset() : 0;
  }

  /** A process with what its excerpts and its order need. */
  private record Candidate(
      FoundProcess process,
      float score,
      PositionLayout layout,
      Map<String, FormPositions> found,
      Occurrences inPages) {

    Candidate plus(float bonus) {
      return new Candidate(process, score + bonus, layout, found, inPages);
    }

    ProcessHit bare() {
      return process.listed().bare(score);
    }
  }

  static SearchResult of(ClusterSnapshot snapshot, SearchRequest request, Synonyms synonyms) {
    try {
      request.deadline().check();
      return new ClusterListSearch(snapshot, request, synonyms).result();
    } catch (OutOfTimeException late) {
      return SearchResult.outOfTime(request.filters());
    } catch (IOException e) {
      throw new UncheckedIOException("the answer of the cluster cannot be read", e);
    }
  }

  /** Returns every value of a facet. */
  static FacetCounts facet(
      ClusterSnapshot snapshot, SearchRequest request, Synonyms synonyms, Facet facet) {
    ClusterListSearch search = new ClusterListSearch(snapshot, request, synonyms);
    Map<String, Object> body = search.counted();
    body.put("track_total_hits", false);
    body.put("aggs", search.facets.counts(facet));
    return search.facets.every(snapshot.index().search(body), facet);
  }

  /** Counts the processes that match and pass all filters. */
  static int count(ClusterSnapshot snapshot, SearchRequest request, Synonyms synonyms) {
    ClusterListSearch search = new ClusterListSearch(snapshot, request, synonyms);
    Map<String, Object> body = search.counted();
    search.filter(body);
    return CommitSearch.total(snapshot.index().search(body));
  }

  /** Returns a search that only counts. */
  private Map<String, Object> counted() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("size", 0);
    body.put("query", words().query(snapshot.commit().filter(), false));
    return body;
  }

  /** Filters the results after they were counted, for a filter does not narrow its own facet. */
  private void filter(Map<String, Object> body) {
    if (!request.filters().isEmpty()) {
      body.put("post_filter", facets.all());
    }
  }

  private WordQueries words() {
    return new WordQueries(matcher, request.scope(), snapshot.forms());
  }

  private int end() {
    return request.window().offset() + request.window().size();
  }

  private SearchResult result() throws IOException {
    // One result more than shown reveals whether the list continues.
    int wanted = 1 + (rerank && base == 0 ? Math.max(PassageReranker.DEPTH, end()) : end());
    ListCounts known = matcher.isEmpty() ? snapshot.counts().known(request.filters()) : null;
    Map<String, Object> body = body(wanted - base, known == null);
    JsonNode answer = scores() ? snapshot.index().scored(body) : snapshot.index().search(body);
    ListCounts counts = known == null ? facets.list(answer) : known;
    if (matcher.isEmpty() && known == null) {
      snapshot.counts().put(request.filters(), counts);
    }
    List<FoundProcess> results = FoundProcess.in(answer);
    List<ProcessHit> shown = shown(results);
    return new SearchResult(
        counts.total(),
        shown,
        counts.facets(),
        counts.withoutFilter(),
        matcher.interpretation(),
        next(results, shown),
        !request.deadline().passed());
  }

  private Map<String, Object> body(int size, boolean counts) {
    List<String> fields = new ArrayList<>(List.of(ClusterSchema.CARD));
    if (matcher.asks()) {
      fields.add(BlockReader.LAYOUT);
      PositionMap.buckets(matcher.forms())
          .forEach(number -> fields.add(ClusterSchema.bucket(number)));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("from", base);
    body.put("size", size);
    body.put("query", words().query(snapshot.commit().filter(), scores()));
    filter(body);
    if (counts) {
      body.put("aggs", facets.counts(Facet.values()));
    }
    body.put("track_total_hits", counts);
    body.put("docvalue_fields", FoundProcess.fields(fields));
    body.put("sort", sort());
    request.window().after().ifPresent(place -> body.put("search_after", after(place)));
    return body;
  }

  /** Returns whether the list is sorted by scores. */
  private boolean scores() {
    return request.sort() == ListSort.RELEVANCE && matcher.asks();
  }

  private List<Object> sort() {
    Object byId = Map.of(ClusterSchema.ID, "asc");
    return switch (request.sort()) {
      case RELEVANCE -> matcher.asks() ? List.of("_score", byId) : newest();
      case NEWEST -> newest();
      case OLDEST ->
          List.of(by(ClusterSchema.FIRST_YEAR, "asc"), by(ClusterSchema.LAST_YEAR, "asc"), byId);
      case TITLE -> List.of(Map.of(ClusterSchema.TITLE_KEY, "asc"), byId);
      case UPDATED -> List.of(by(ClusterSchema.field(Measure.UPDATED), "desc"), byId);
      case SEEN -> List.of(by(ClusterSchema.SEEN, "desc"), byId);
    };
  }

  private static List<Object> newest() {
    return List.of(
        by(ClusterSchema.LAST_YEAR, "desc"),
        by(ClusterSchema.FIRST_YEAR, "desc"),
        Map.of(ClusterSchema.ID, "asc"));
  }

  private static Object by(String field, String order) {
    return Map.of(field, Map.of("order", order, "missing", "_last"));
  }

  /** Returns whether the first two keys of the order are years. */
  private boolean isByYears() {
    return switch (request.sort()) {
      case RELEVANCE -> !matcher.asks();
      case NEWEST, OLDEST -> true;
      default -> false;
    };
  }

  private List<Object> after(ListPosition place) {
    if (isByYears()) {
      return List.of((long) place.first(), place.second(), place.id());
    }
    return switch (request.sort()) {
      case RELEVANCE -> List.of((float) place.first(), place.id());
      case TITLE -> List.of(ProcessDocuments.titleKey(place.title()), place.id());
      default -> List.of((long) place.first(), place.id());
    };
  }

  private ListPosition position(FoundProcess result, ProcessHit shown) {
    JsonNode keys = result.keys();
    String id = keys.get(keys.size() - 1).asString();
    if (request.sort() == ListSort.TITLE) {
      return new ListPosition(0, 0, TitleOrder.told(shown.card().title()), id);
    }
    double first = scores() ? (float) keys.get(0).asDouble() : keys.get(0).asLong();
    return new ListPosition(first, isByYears() ? keys.get(1).asLong() : 0, "", id);
  }

  /**
   * Continues by offset within reordered results, after them by the position of the last result.
   */
  private Optional<ResultWindow> next(List<FoundProcess> results, List<ProcessHit> shown) {
    int size = request.window().size();
    if (shown.isEmpty() || results.size() <= end() - base) {
      return Optional.empty();
    }
    return Optional.of(
        rerank && end() < PassageReranker.DEPTH
            ? new ResultWindow(end(), size)
            : ResultWindow.after(position(results.get(end() - base - 1), shown.getLast()), size));
  }

  /** Returns the results of the window, after reordering the first results. */
  private List<ProcessHit> shown(List<FoundProcess> results) throws IOException {
    int from = Math.min(request.window().offset() - base, results.size());
    int to = Math.min(end() - base, results.size());
    if (request.deadline().passed()) {
      return results.subList(from, to).stream()
          .map(result -> result.listed().bare(score(result)))
          .toList();
    }
    boolean first = rerank && base == 0;
    int depth = Math.min(PassageReranker.DEPTH, results.size());
    List<Candidate> candidates = new ArrayList<>();
    for (FoundProcess result :
        first ? results.subList(0, Math.max(to, depth)) : results.subList(from, to)) {
      candidates.add(candidate(result));
    }
    List<Candidate> shown = first ? reranked(candidates, depth).subList(from, to) : candidates;
    ClusterTexts texts = snapshot.index().texts();
    if (matcher.asks() && !request.deadline().passed()) {
      texts.fetch(excerpted(shown));
    }
    List<ProcessHit> hits = new ArrayList<>();
    for (Candidate each : shown) {
      hits.add(request.deadline().passed() ? each.bare() : hit(each, texts));
    }
    return hits;
  }

  private float score(FoundProcess result) {
    return scores() ? result.score() : 0;
  }

  private Candidate candidate(FoundProcess result) {
    if (!matcher.asks()) {
      return new Candidate(result, score(result), null, Map.of(), Occurrences.NONE);
    }
    Map<String, FormPositions> found = result.positions().found(matcher.forms(), request.scope());
    FormPositions pages = found.get(SearchedFields.PAGES);
    return new Candidate(
        result,
        score(result),
        result.layout(),
        found,
        pages == null ? Occurrences.NONE : matcher.occurrences(pages, FieldsAt.PAGES));
  }

  private List<Candidate> reranked(List<Candidate> results, int depth) {
    PassageReranker passages = new PassageReranker(matcher, snapshot.processes(), this::frequency);
    List<Candidate> ordered = new ArrayList<>();
    for (Candidate each : results.subList(0, depth)) {
      ordered.add(each.plus(passages.bonus(each.found(), each.inPages())));
    }
    // The sort is stable, so equals keep their order.
    ordered.sort(Comparator.comparingDouble(Candidate::score).reversed());
    ordered.addAll(results.subList(depth, results.size()));
    return ordered;
  }

  /** Returns the number of processes that have a form, in the field where it is most frequent. */
  private long frequency(String form) {
    return SearchedFields.of(request.scope()).keySet().stream()
        .mapToInt(field -> snapshot.forms().count(form, PositionMap.FIELDS.indexOf(field)))
        .max()
        .orElse(0);
  }

  /** Returns the documents that excerpts are made of. */
  private List<String> excerpted(List<Candidate> shown) throws IOException {
    List<String> names = new ArrayList<>();
    for (Candidate each : shown) {
      String document = each.process().document();
      if (!each.found().isEmpty()) {
        names.add(ClusterTexts.name(document, BlockReader.TEXTS, 1));
      }
      if (each.inPages().size() > 0) {
        for (AttachmentOccurrences its : AttachmentOccurrences.of(each.layout(), each.inPages())) {
          IntStream pages = its.excerptPages();
          names.addAll(ClusterTexts.names(document, BlockReader.TEXTS, pages));
        }
      }
    }
    return names;
  }

  private ProcessHit hit(Candidate each, ClusterTexts texts) throws IOException {
    return each.process()
        .listed()
        .hit(
            each.score(),
            texts.of(each.process().document()),
            matcher,
            each.found(),
            each.inPages());
  }
}
