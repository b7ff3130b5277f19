package it.lente.engine;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.analysis.QueryMatcher;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.engine.hits.SlowHits;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.TextQuery;
import it.lente.search.Typed;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Random collections, questions and filters: the index against an engine that reads every text for
 * every question, and every facet count against the count after the click.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OracleContract {

  private static final long SEED = 20261123L;
  private static final int PROCESSES = 120;
  private static final int QUESTIONS = 150;
  private RandomCollection random;
  private final InMemoryEngine oracle = new InMemoryEngine();
  private final Map<String, IndexedProcess> processes = new HashMap<>();
  private SearchEngine engine;

  /** Opens a writer on the index of these tests. */
  protected abstract RecordWriter writer();

  /** Opens an engine that answers from what is committed now. */
  protected abstract SearchEngine reader();

  @BeforeAll
  void indexTheSameInBoth() {
    RandomCollection all = new RandomCollection(SEED, PROCESSES);
    for (int i = 0; i < PROCESSES; i++) {
      processes.put("p" + i, all.process(i));
    }
    try (RecordWriter slow = oracle.writer()) {
      processes.values().forEach(slow::put);
      slow.commit();
    }
    // Several commits make several segments, deletions among them.
    for (int part = 0; part < 4; part++) {
      try (RecordWriter fast = writer()) {
        for (int i = part; i < PROCESSES; i += 4) {
          fast.put(Samples.process("p" + (i + 1) % PROCESSES).with("alt.pdf", "parco").build());
          fast.put(processes.get("p" + i));
        }
        fast.commit();
      }
    }
    try (RecordWriter fast = writer()) {
      processes.values().forEach(fast::put);
      fast.commit();
    }
    engine = reader();
  }

  @BeforeEach
  void startTheSameSequence() {
    random = new RandomCollection(SEED + 1, PROCESSES);
  }

  @AfterAll
  void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void suggestions_and_their_counts_are_those_of_reading_every_text() {
    for (String typed : List.of("p", "pa", "c", "la", "co prog", "acq", "par ci", "regione", "z")) {
      List<Suggestion> expected = oracle.suggest(typed, 20, Deadline.NEVER);
      assertThat(engine.suggest(typed, 20, Deadline.NEVER)).as(typed).isEqualTo(expected);
    }
    List<TextQuery> queries = RandomCollection.WORDS.stream().map(Typed::query).toList();
    assertThat(engine.counts(queries, Deadline.NEVER))
        .isEqualTo(oracle.counts(queries, Deadline.NEVER));
    assertThat(engine.counts(queries, Deadline.NEVER))
        .as("again")
        .isEqualTo(oracle.counts(queries, Deadline.NEVER));
  }

  @Test
  void totals_facets_hits_and_pages_are_those_of_reading_every_text() {
    for (int i = 0; i < QUESTIONS; i++) {
      SearchRequest request = random.request();
      SearchResult expected = oracle.search(request);
      SearchResult actual = engine.search(request);
      String about = "seed %d, question %d: %s".formatted(SEED, i, request);
      assertThat(actual.total()).as(about).isEqualTo(expected.total());
      assertThat(actual.facets()).as(about).isEqualTo(expected.facets());
      assertThat(actual.withoutFilter()).as(about).isEqualTo(expected.withoutFilter());
      assertThat(attachments(actual)).as(about).isEqualTo(attachments(expected));
      QueryMatcher matcher = QueryMatcher.of(request.query(), oracle.dictionary());
      for (ProcessHit hit : actual.processes()) {
        assertThat(hit.attachments())
            .as(about)
            .isEqualTo(
                SlowHits.attachments(processes.get(hit.card().id()), matcher, request.scope()));
      }
      if (request.sort() != ListSort.RELEVANCE || !request.query().asks()) {
        assertThat(actual.processes())
            .extracting(ProcessHit::card)
            .as(about)
            .isEqualTo(expected.processes().stream().map(ProcessHit::card).toList());
      }
    }
  }

  @Test
  void a_list_without_words_has_the_same_counts_when_it_is_asked_again() {
    for (int i = 0; i < QUESTIONS / 3; i++) {
      SearchRequest request = random.request().asking(TextQuery.NONE);
      AtomicInteger looks = new AtomicInteger(random.number(8));
      engine.search(request.by(Deadline.NEVER.or(() -> looks.getAndDecrement() <= 0)));
      SearchResult expected = oracle.search(request);
      for (ListSort sort : List.of(request.sort(), ListSort.TITLE)) {
        SearchResult actual = engine.search(request.sorted(sort));
        String about = "seed %d, question %d: %s".formatted(SEED, i, request);
        assertThat(actual.total()).as(about).isEqualTo(expected.total());
        assertThat(actual.facets()).as(about).isEqualTo(expected.facets());
        assertThat(actual.withoutFilter()).as(about).isEqualTo(expected.withoutFilter());
      }
    }
  }

  @Test
  void a_facets_count_is_the_total_after_the_click() {
    for (int i = 0; i < QUESTIONS / 3; i++) {
      SearchRequest request = random.request();
      SearchResult result = engine.search(request);
      for (Facet facet : Facet.values()) {
        for (FacetCount value : result.facets().get(facet).values()) {
          Filters clicked = DroppedFilters.with(request.filters(), facet, Set.of(value.value()));
          int after = engine.search(counting(request, clicked)).total();
          assertThat(after)
              .as("seed %d, %s=%s on %s", SEED, facet.key(), value.value(), request)
              .isEqualTo(value.count());
        }
      }
    }
  }

  @Test
  void all_values_of_a_facet_are_those_of_looking_at_each_process() {
    for (int i = 0; i < QUESTIONS; i++) {
      SearchRequest request = random.request();
      List<Facet> facets = List.of(Facet.values());
      Facet facet = facets.get(random.number(facets.size()));
      assertThat(engine.facet(request, facet))
          .as("seed %d, %s of %s", SEED, facet.key(), request)
          .isEqualTo(oracle.facet(request, facet));
    }
  }

  @Test
  void the_list_counts_what_the_attachment_shows_and_every_hit_is_the_marked_text() {
    for (int i = 0; i < QUESTIONS; i++) {
      TextQuery query = Typed.query(random.question());
      SearchRequest request =
          new SearchRequest(
              query, Scope.ALL, Map.of(), ListSort.RELEVANCE, new ResultWindow(0, 10));
      for (ProcessHit process : engine.search(request).processes()) {
        for (AttachmentHit attachment : process.attachments()) {
          HitsRequest asked =
              new HitsRequest(
                  process.card().id(),
                  attachment.stored().attachment().id(),
                  query,
                  PageRange.FIRST_FIFTY,
                  random.number(2) == 0 ? Order.PAGE : Order.RELEVANCE);
          AttachmentHits hits = engine.hits(asked, Deadline.NEVER).orElseThrow();
          assertThat(engine.process(asked.processId(), query, Deadline.NEVER).orElseThrow())
              .extracting(ProcessMatch::attachments, as(InstanceOfAssertFactories.LIST))
              .contains(attachment);
          assertThat(hits)
              .as("seed %d: %s", SEED, asked)
              .isEqualTo(oracle.hits(asked, Deadline.NEVER).orElseThrow())
              .isEqualTo(slowHits(asked));
          requireEveryNumber(hits, asked);
          attachment
              .hits()
              .ifPresent(counts -> assertThat(hits.occurrences()).isEqualTo(counts.occurrences()));
        }
      }
    }
  }

  private AttachmentHits slowHits(HitsRequest asked) {
    QueryMatcher matcher = QueryMatcher.of(asked.query(), oracle.dictionary());
    return processes.get(asked.processId()).attachments().stream()
        .filter(each -> each.attachment().id().equals(asked.attachmentId()))
        .map(attached -> SlowHits.hits(attached, asked, matcher))
        .findFirst()
        .orElseThrow();
  }

  /** What is counted can be gone to: each number is on a page, and no mark overlaps another. */
  private static void requireEveryNumber(AttachmentHits hits, HitsRequest asked) {
    Set<Integer> numbers = new TreeSet<>();
    for (PageHits page : hits.pages()) {
      int end = 0;
      for (PageHits.Hit hit : page.hits()) {
        assertThat(hit.mark().start()).as("seed %d: %s", SEED, asked).isGreaterThanOrEqualTo(end);
        end = hit.mark().end();
        numbers.add(hit.n());
      }
    }
    assertThat(numbers)
        .as("seed %d: %s", SEED, asked)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, hits.occurrences()).boxed().toList());
  }

  @Test
  void files_are_counted_and_listed_as_by_looking_at_each() {
    for (int i = 0; i < QUESTIONS; i++) {
      Set<AttachmentState> states =
          random.number(2) == 0 ? Set.of() : EnumSet.of(random.state(), AttachmentState.MISSING);
      CoverageRequest request =
          new CoverageRequest(states, new ResultWindow(random.number(250), random.number(50)));
      assertThat(engine.coverage(request, Deadline.NEVER))
          .as("seed %d: %s", SEED, request)
          .isEqualTo(oracle.coverage(request, Deadline.NEVER));
    }
  }

  private static List<List<AttachmentHit>> attachments(SearchResult result) {
    return result.processes().stream()
        .sorted(Comparator.comparing(hit -> hit.card().id()))
        .map(ProcessHit::attachments)
        .toList();
  }

  /** A question of which nothing is shown. */
  private static SearchRequest counting(SearchRequest request, Filters filters) {
    return new SearchRequest(
        request.query(), request.scope(), filters, request.sort(), new ResultWindow(0, 0));
  }
}
