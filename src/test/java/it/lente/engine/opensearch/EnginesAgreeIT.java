package it.lente.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.lente.analysis.Synonyms;
import it.lente.engine.AttachmentHit;
import it.lente.engine.Deadline;
import it.lente.engine.HitsRequest;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.engine.IndexedProcess;
import it.lente.engine.ListSort;
import it.lente.engine.ProcessHit;
import it.lente.engine.RandomCollection;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.SimilarProcess;
import it.lente.engine.lucene.LuceneEngine;
import it.lente.record.TextQuery;
import it.lente.search.Typed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine and the cluster, asked the same about the same thousand processes. */
@EnabledIfSystemProperty(
    named = "lente.cluster.long",
    matches = "true",
    disabledReason = "takes minutes: run with -Pcluster,cluster-long")
class EnginesAgreeIT {

  private static final long SEED = 20261128L;
  private static final int PROCESSES = 1_000;
  private static final int QUESTIONS = 500;
  private static final int SHOWN = 20;

  /** The cluster calculates scores in other types of numbers. */
  private static final float TIE = 1e-3f;

  @TempDir static Path folder;

  private static SearchEngine embedded;
  private static SearchEngine cluster;

  private final RandomCollection random = new RandomCollection(SEED, SHOWN);

  @BeforeAll
  static void indexTheSameInBoth() {
    ClusterSettings settings = ClusterNodes.shared().settings(3);
    RandomCollection random = new RandomCollection(SEED, SHOWN);
    try (RecordWriter one = LuceneEngine.writer(folder, false);
        RecordWriter other = OpenSearchEngine.writer(settings, false)) {
      for (int i = 0; i < PROCESSES; i++) {
        IndexedProcess process = random.process(i);
        one.put(process);
        other.put(process);
      }
      one.commit();
      other.commit();
    }
    embedded = LuceneEngine.reader(folder);
    cluster = OpenSearchEngine.reader(settings, () -> Synonyms.SHIPPED);
  }

  @AfterAll
  static void close() {
    if (embedded != null) {
      embedded.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void lists_have_the_same_totals_facets_counts_excerpts_and_order_but_for_ties() {
    int reordered = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      SearchRequest request = random.request();
      String about = "seed %d, question %d: %s".formatted(SEED, i, request);
      SearchResult expected = embedded.search(request);
      SearchResult actual = cluster.search(request);
      assertThat(actual.total()).as(about).isEqualTo(expected.total());
      assertThat(actual.facets()).as(about).isEqualTo(expected.facets());
      assertThat(actual.withoutFilter()).as(about).isEqualTo(expected.withoutFilter());
      assertThat(actual.interpretation()).as(about).isEqualTo(expected.interpretation());
      assertThat(actual.processes()).as(about).hasSameSizeAs(expected.processes());
      Map<String, ProcessHit> known = byId(expected);
      for (int k = 0; k < actual.processes().size(); k++) {
        ProcessHit hit = actual.processes().get(k);
        ProcessHit there = expected.processes().get(k);
        reordered += hit.card().id().equals(there.card().id()) ? 0 : 1;
        assertThat(hit.score())
            .as("%s, result %d", about, k)
            .isCloseTo(there.score(), within(TIE * Math.max(1, Math.abs(there.score()))));
        ProcessHit same = known.get(hit.card().id());
        if (same != null) {
          assertThat(hit)
              .usingRecursiveComparison()
              .ignoringFields("score")
              .as(about)
              .isEqualTo(same);
        } else {
          assertThat(there.score())
              .as("only equals change places: %s", about)
              .isCloseTo(expected.processes().getLast().score(), within(TIE));
        }
      }
    }
    System.err.printf(
        "%d questions: %d results in another place among equals%n", QUESTIONS, reordered);
  }

  private static Map<String, ProcessHit> byId(SearchResult result) {
    return result.processes().stream()
        .collect(Collectors.toMap(hit -> hit.card().id(), Function.identity()));
  }

  @Test
  void pages_marks_and_boxes_are_the_same() {
    for (int i = 0; i < QUESTIONS / 5; i++) {
      TextQuery query = Typed.query(random.question());
      SearchRequest request = random.request();
      SearchRequest asked =
          new SearchRequest(query, request.scope(), Map.of(), ListSort.NEWEST, request.window());
      for (ProcessHit process : embedded.search(asked).processes().stream().limit(3).toList()) {
        String id = process.card().id();
        assertThat(cluster.process(id, query, Deadline.NEVER))
            .isEqualTo(embedded.process(id, query, Deadline.NEVER));
        for (AttachmentHit attachment : process.attachments()) {
          String file = attachment.stored().attachment().id();
          HitsRequest hits = new HitsRequest(id, file, query, PageRange.FIRST_FIFTY, Order.PAGE);
          assertThat(cluster.hits(hits, Deadline.NEVER))
              .as("seed %d: %s", SEED, hits)
              .isEqualTo(embedded.hits(hits, Deadline.NEVER));
          assertThat(cluster.page(id, file, 1, Deadline.NEVER))
              .isEqualTo(embedded.page(id, file, 1, Deadline.NEVER));
        }
      }
    }
  }

  @Test
  void suggestions_corrections_and_similar_processes_are_the_same() {
    for (String typed : List.of("p", "pa", "c", "la", "co prog", "acq", "regione", "z")) {
      assertThat(cluster.suggest(typed, SHOWN, Deadline.NEVER))
          .as(typed)
          .isEqualTo(embedded.suggest(typed, SHOWN, Deadline.NEVER));
    }
    for (int i = 0; i < QUESTIONS / 5; i++) {
      TextQuery query = Typed.query(random.question());
      assertThat(cluster.corrected(query, Deadline.NEVER))
          .as("seed %d: %s", SEED, query)
          .isEqualTo(embedded.corrected(query, Deadline.NEVER));
    }
    for (int i = 0; i < SHOWN; i++) {
      assertThat(scores(cluster, "p" + i)).isEqualTo(scores(embedded, "p" + i));
    }
  }

  /** Returns the scores of the most similar processes; of equals, any may be among them. */
  private static List<Long> scores(SearchEngine engine, String id) {
    List<Long> scores = new ArrayList<>();
    for (SimilarProcess similar : engine.similar(id, Deadline.NEVER).orElseThrow()) {
      scores.add(Math.round(similar.score() * 100.0));
    }
    return scores;
  }
}
