package it.lente.engine;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.Filters.Range;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.record.RecordField;
import it.lente.record.TextQuery;
import it.lente.search.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How the contracts of engines speak; a small class for each engine says how it is opened. */
public interface EngineContract {

  /** A writer on the index of this test. */
  RecordWriter writer();

  /** An engine that answers from what is committed now. */
  SearchEngine engine();

  long WALK_SEED = 20261126L;

  default void givenProcesses(Samples... processes) {
    givenProcesses(List.of(processes).stream().map(Samples::build).toArray(IndexedProcess[]::new));
  }

  default void givenProcesses(IndexedProcess... processes) {
    try (RecordWriter writer = writer()) {
      for (IndexedProcess process : processes) {
        writer.put(process);
      }
      writer.commit();
    }
  }

  default List<String> found(String question) {
    return found(question, Scope.ALL);
  }

  default List<String> found(String question, Scope scope) {
    return ids(
        engine()
            .search(
                new SearchRequest(
                    query(question),
                    scope,
                    Map.of(),
                    ListSort.RELEVANCE,
                    new ResultWindow(0, 100))));
  }

  default ProcessHit onlyHit(String question) {
    List<ProcessHit> hits = engine().search(asking(question)).processes();
    assertThat(hits).hasSize(1);
    return hits.getFirst();
  }

  default SearchResult filtered(Map<Facet, Set<String>> filters) {
    return engine()
        .search(
            new SearchRequest(
                TextQuery.NONE, Scope.ALL, filters, ListSort.RELEVANCE, new ResultWindow(0, 100)));
  }

  default SearchResult within(Measure measure, Range... ranges) {
    return narrowedBy(new Filters(Map.of(), Map.of(measure, List.of(ranges))));
  }

  default SearchResult narrowedBy(Filters filters) {
    return engine().search(DroppedFilters.narrowed(asking(""), filters));
  }

  default Coverage coverage(Set<AttachmentState> states, int offset, int size) {
    return engine()
        .coverage(new CoverageRequest(states, new ResultWindow(offset, size)), Deadline.NEVER);
  }

  default List<String> sorted(ListSort sort) {
    return ids(
        engine()
            .search(
                new SearchRequest(
                    TextQuery.NONE, Scope.ALL, Map.of(), sort, new ResultWindow(0, 100))));
  }

  default AttachmentHits hits(
      String process, String attachment, String question, PageRange pages, Order order) {
    return engine()
        .hits(new HitsRequest(process, attachment, query(question), pages, order), Deadline.NEVER)
        .orElseThrow();
  }

  default AttachmentHits hitsOf(String question) {
    return hits("p1", "a.pdf", question, PageRange.FIRST_FIFTY, Order.PAGE);
  }

  /** Each hit's number and marked text. */
  default List<String> marksOf(AttachmentHits hits) {
    return marksOf(hits, "p1");
  }

  default List<String> marksOf(AttachmentHits hits, String process) {
    return hits.pages().stream()
        .flatMap(page ->
            page.hits().stream()
                .map(hit -> hit.n() + " " + textAt(process, "a.pdf", page.page(), hit.mark())))
        .toList();
  }

  default List<String> fieldsFound(String question) {
    return onlyHit(question).excerpts().stream().map(FieldExcerpt::field).toList();
  }

  default String textAt(String process, String attachment, int page, Mark mark) {
    return engine()
        .page(process, attachment, page, Deadline.NEVER)
        .orElseThrow()
        .text()
        .substring(mark.start(), mark.end());
  }

  default SearchRequest asking(String question) {
    return new SearchRequest(
        query(question), Scope.ALL, Map.of(), ListSort.RELEVANCE, new ResultWindow(0, 100));
  }

  /** A question as people type it. */
  default TextQuery query(String question) {
    return Typed.query(question);
  }

  default List<String> ids(SearchResult result) {
    return result.processes().stream().map(hit -> hit.card().id()).toList();
  }

  default PageCounts counts(int occurrences, PageCount... pages) {
    return new PageCounts(occurrences, List.of(pages));
  }

  default List<Map.Entry<String, Integer>> counts(SearchResult result, Facet facet) {
    return result.facets().get(facet).values().stream()
        .map(count -> Map.entry(count.value(), count.count()))
        .toList();
  }

  default List<String> marked(Excerpt excerpt) {
    return excerpt.marks().stream()
        .map(mark -> excerpt.text().substring(mark.start(), mark.end()))
        .toList();
  }

  /** Adds, changes and removes one process each. */
  default Set<String> changeSome(Random random) {
    List<String> ids =
        List.of("n" + random.nextInt(99), "p" + random.nextInt(60), "p" + random.nextInt(60));
    try (RecordWriter writer = writer()) {
      writer.put(ofSomeKind(ids.get(0), random.nextInt(99)).build());
      writer.put(ofSomeKind(ids.get(1), random.nextInt(99)).build());
      writer.delete(ids.get(2));
      writer.commit();
    }
    return Set.copyOf(ids);
  }

  default Samples[] ofEveryKind(int size) {
    return IntStream.range(0, size).mapToObj(i -> ofSomeKind("p" + i, i)).toArray(Samples[]::new);
  }

  /** Many are equal in what lists are ordered by. */
  default Samples ofSomeKind(String id, int kind) {
    Samples process = process(id).titled("Titolo " + (kind % 3 == 0 ? "" : kind % 11));
    if (kind % 5 > 0) {
      process.between(2010 + kind % 4, 2014 + kind % 3);
    }
    if (kind % 7 > 0) {
      process.saying(RecordField.LAST_MODIFIED, "2020-01-0" + (1 + kind % 7));
    }
    return process
        .saying(RecordField.PHASES, "parco " + "intorno ".repeat(kind % 13) + "piazza")
        .with("a.pdf", "viale ".repeat(1 + kind % 6) + "parco");
  }

  default SearchRequest request(String question, ListSort sort, ResultWindow window) {
    return new SearchRequest(query(question), Scope.ALL, Map.of(), sort, window);
  }

  default List<String> walked(SearchEngine engine, String question, ListSort sort, int size) {
    return walkedFrom(() -> engine, request(question, sort, new ResultWindow(0, size)));
  }

  default List<String> walkedFrom(Supplier<SearchEngine> engine, SearchRequest begin) {
    List<String> ids = new ArrayList<>();
    Optional<ResultWindow> window = Optional.of(begin.window());
    while (window.isPresent()) {
      SearchResult part = engine.get().search(begin.showing(window.get()));
      part.processes().forEach(hit -> ids.add(hit.card().id()));
      window = part.next();
    }
    return ids;
  }
}
