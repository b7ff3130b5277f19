package it.lente.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.Synonyms;
import it.lente.engine.Deadline;
import it.lente.engine.Filters;
import it.lente.engine.ListSort;
import it.lente.engine.ProcessHit;
import it.lente.engine.RandomCollection;
import it.lente.engine.RecordWriter;
import it.lente.engine.ResultWindow;
import it.lente.engine.Scope;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.hits.SearchedFields;
import it.lente.record.TextQuery;
import it.lente.search.Typed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phrases are found and scored as Lucene's own phrase queries find and score them. */
class PhrasePropertyTest {

  private static final long SEED = 20261128L;
  private static final int PROCESSES = 200;
  private static final int QUESTIONS = 600;

  /** What other fields than the best add to a score. */
  private static final float TIE = .1f;

  private static final List<String> WORDS =
      List.of(
          "parco",
          "piano",
          "biblioteca",
          "città",
          "di",
          "la",
          "acqua",
          "giovane",
          "15",
          "2018",
          "e",
          "che",
          "casa",
          "L.R. 15/2018",
          "15.000");

  private final Random random = new Random(SEED);

  @TempDir Path folder;

  private record Scores(float best, float sum) {
    Scores and(float score) {
      return new Scores(Math.max(best, score), sum + score);
    }

    float total() {
      return best + TIE * (sum - best);
    }
  }

  @Test
  void phrases_have_the_matches_and_scores_of_lucenes_own() throws IOException {
    RandomCollection all = new RandomCollection(SEED, PROCESSES);
    // Several commits make several segments, deletions among them.
    for (int part = 0; part < 3; part++) {
      try (RecordWriter writer = LuceneEngine.writer(folder, false)) {
        for (int number = part * 50; number < PROCESSES - 20 * part; number++) {
          writer.put(all.process(number));
        }
        writer.commit();
      }
    }
    IndexFolder index = new IndexFolder(folder);
    try (Directory files = FSDirectory.open(index.generation(index.current().orElseThrow()))) {
      Snapshot snapshot = Snapshot.open(files);
      int found = 0;
      for (int i = 0; i < QUESTIONS; i++) {
        String phrase = phrase();
        TextQuery query = Typed.query(phrase);
        Map<String, Float> expected = byLucene(snapshot, query);
        assertThat(byLente(snapshot, query))
            .as("seed %d, question %d: %s", SEED, i, phrase)
            .isEqualTo(expected);
        found += expected.size();
      }
      assertThat(found).isGreaterThan(QUESTIONS);
      snapshot.release();
    }
  }

  private String phrase() {
    return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
        .limit(2 + random.nextInt(4))
        .collect(Collectors.joining(" ", "\"", "\""));
  }

  private static Map<String, Float> byLente(Snapshot snapshot, TextQuery query) throws IOException {
    SearchRequest request =
        new SearchRequest(
            query, Scope.ALL, Filters.NONE, ListSort.RELEVANCE, new ResultWindow(0, PROCESSES));
    SearchResult result = ListSearch.of(snapshot, request, Synonyms.SHIPPED);
    assertThat(result.total()).isEqualTo(result.processes().size());
    return result.processes().stream()
        .collect(Collectors.toMap(hit -> hit.card().id(), ProcessHit::score));
  }

  private static Map<String, Float> byLucene(Snapshot snapshot, TextQuery query)
      throws IOException {
    QueryMatcher matcher =
        QueryMatcher.of(query, snapshot.dictionary(query, Deadline.NEVER), Synonyms.SHIPPED);
    Map<String, Scores> scores = new HashMap<>();
    for (Map.Entry<String, Float> field : SearchedFields.of(Scope.ALL).entrySet()) {
      for (Sequence sequence : matcher.parts().getFirst().alternatives()) {
        IndexSearcher searcher = snapshot.searcher();
        Weight weight =
            searcher.createWeight(
                searcher.rewrite(
                    new BoostQuery(
                        TermDictionary.phrase(field.getKey(), sequence),
                        field.getValue() * sequence.weight())),
                ScoreMode.COMPLETE,
                1);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
          addScores(weight, leaf, scores);
        }
      }
    }
    return scores.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().total()));
  }

  private static void addScores(Weight weight, LeafReaderContext leaf, Map<String, Scores> scores)
      throws IOException {
    Scorer scorer = weight.scorer(leaf);
    if (scorer == null) {
      return;
    }
    Bits live = leaf.reader().getLiveDocs();
    SortedDocValues ids = leaf.reader().getSortedDocValues(Schema.ID);
    DocIdSetIterator documents = scorer.iterator();
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      if ((live == null || live.get(document)) && ids.advanceExact(document)) {
        String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
        scores.merge(id, new Scores(0, 0).and(scorer.score()), (old, one) -> old.and(one.sum()));
      }
    }
  }
}
