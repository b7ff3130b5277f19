package it.lente.engine.lucene;

import it.lente.analysis.MatchExpression;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.engine.Deadline;
import it.lente.engine.Scope;
import it.lente.engine.hits.SearchedFields;
import it.lente.engine.lucene.FoundForms.Found;
import it.lente.engine.lucene.ScoredPart.PhraseInField;
import it.lente.engine.lucene.ScoredPart.WordInField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;

/**
 * Finds and scores all processes that match a question, in one pass over each segment. The matcher
 * supplies the formula and the expanded parts, Lucene the postings, phrases and scores. Reading a
 * word's postings one after the other costs a fraction of Lucene's nested queries.
 */
final class ScoringPass {

  /** Weight of a word as typed, in its other forms, and by its family. */
  private static final float TYPED = 1.2f;

  private static final float INFLECTED = 1.1f;
  private static final float FAMILY = .8f;

  /** Exceeds any score, so that processes with all words precede those with some. */
  private static final float BONUS = 1000;

  private static final BytesRef ANY_FORM = new BytesRef("any form");

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final QueryMatcher matcher;
  private final Scope scope;
  private final boolean scores;
  private final Deadline deadline;
  private final FoundForms forms;

  /**
   * Looks the forms of a question up.
   *
   * @param scores whether to compute scores; families are looked up only then
   * @param deadline ends the look-up and the pass
   */
  ScoringPass(
      Snapshot snapshot, QueryMatcher matcher, Scope scope, boolean scores, Deadline deadline)
      throws IOException {
    this.snapshot = snapshot;
    this.searcher = snapshot.searcher();
    this.matcher = matcher;
    this.scope = scope;
    this.scores = scores;
    this.deadline = deadline;
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    this.forms = FoundForms.in(leaves, leaves.size(), fields(), allForms(), deadline);
  }

  /** Returns the forms of the question, in every field that the scope searches. */
  FoundForms forms() {
    return forms;
  }

  private Set<String> fields() {
    Set<String> fields = new HashSet<>(SearchedFields.of(scope).keySet());
    for (QueryPart part : matcher.parts()) {
      fields.addAll(SearchedFields.of(part.field(), scope).keySet());
    }
    return fields;
  }

  private Collection<String> allForms() {
    Set<String> all = new HashSet<>();
    for (int part = 0; part < matcher.parts().size(); part++) {
      all.addAll(matcher.parts().get(part).forms());
      all.addAll(family(part));
    }
    return all;
  }

  /** Empty if there are no scores. */
  private List<String> family(int part) {
    return scores ? matcher.family(part) : List.of();
  }

  /** Collects every matching process in order; stops between segments after the deadline. */
  void run(FilteringFacetCollector collector) throws IOException {
    List<ScoredPart> parts = new ArrayList<>();
    for (int number = 0; number < matcher.parts().size(); number++) {
      parts.add(part(number));
    }
    // Required and rare parts come first, as they leave the fewest candidates for the others.
    parts.sort(
        Comparator.comparing(ScoredPart::required).reversed().thenComparingLong(ScoredPart::cost));
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      if (matcher.isEmpty()) {
        everything(leaf, collector);
      } else if (!parts.isEmpty()) {
        ProcessRows processes = snapshot.table(leaf).processes();
        answers(new SegmentPass(leaf, processes, matcher.formula(), deadline), parts, collector);
      }
      if (deadline.passed()) {
        return;
      }
    }
  }

  private void everything(LeafReaderContext leaf, FilteringFacetCollector collector)
      throws IOException {
    FilteringFacetCollector.SegmentCollector hits = collector.in(leaf);
    for (int row : snapshot.table(leaf).processes().rows()) {
      hits.collect(row, 0);
    }
    hits.end();
  }

  /** Collects nothing of a segment if the deadline passed during it. */
  private void answers(SegmentPass pass, List<ScoredPart> parts, FilteringFacetCollector collector)
      throws IOException {
    for (ScoredPart part : parts) {
      pass.part(part);
    }
    if (!pass.wasCutShort()) {
      answers(pass, collector.in(pass.leaf()));
    }
    pass.end();
  }

  private void answers(SegmentPass pass, FilteringFacetCollector.SegmentCollector hits)
      throws IOException {
    MatchExpression formula = matcher.formula();
    if (mayEarnBonus(formula)) {
      pass.answers((row, holds, score) -> hits.collect(row, score + bonus(formula, holds)));
    } else {
      pass.answers((row, holds, score) -> hits.collect(row, score));
    }
    hits.end();
  }

  private static boolean mayEarnBonus(MatchExpression formula) {
    return switch (formula) {
      case MatchExpression.AtLeast some -> true;
      case MatchExpression.All all -> all.formulas().stream().anyMatch(ScoringPass::mayEarnBonus);
      default -> false;
    };
  }

  private static float bonus(MatchExpression formula, long holds) {
    return switch (formula) {
      case MatchExpression.AtLeast some -> some.allHold(holds) ? BONUS : 0;
      case MatchExpression.All all -> {
        float sum = 0;
        for (MatchExpression each : all.formulas()) {
          sum += bonus(each, holds);
        }
        yield sum;
      }
      default -> 0;
    };
  }

  private ScoredPart part(int number) throws IOException {
    QueryPart part = matcher.parts().get(number);
    boolean scored = scores && matcher.isWanted(number);
    List<WordInField> words = new ArrayList<>();
    List<PhraseInField> phrases = new ArrayList<>();
    List<WordInField> family = new ArrayList<>();
    for (Map.Entry<String, Float> in : SearchedFields.of(part.field(), scope).entrySet()) {
      for (Sequence sequence : part.alternatives()) {
        float weight = in.getValue() * sequence.weight();
        if (!occursIn(in.getKey(), sequence)) {
          continue;
        }
        if (sequence.words().size() > 1) {
          phrases.add(phrase(in.getKey(), sequence, weight, scored));
        } else {
          words.add(word(in.getKey(), sequence.words().getFirst(), weight, scored));
        }
      }
      if (scored && occursIn(in.getKey(), family(number))) {
        family.add(family(in.getKey(), family(number), in.getValue()));
      }
    }
    return new ScoredPart(
        number, matcher.formula().requires(number), scored, words, phrases, family);
  }

  private boolean occursIn(String field, Sequence sequence) {
    return sequence.words().stream()
        .allMatch(word -> word.isAny() || occursIn(field, word.forms()));
  }

  private boolean occursIn(String field, List<String> some) {
    return some.stream().anyMatch(form -> forms.of(field, form).documents() > 0);
  }

  private WordInField word(String field, Word word, float weight, boolean scored)
      throws IOException {
    List<Found> found = found(field, word.forms());
    boolean alone = word.forms().size() == 1;
    SimScorer any = scorer(field, found, weight * (alone ? TYPED : INFLECTED));
    SimScorer typed =
        alone || found.getFirst().documents() == 0
            ? null
            : scorer(field, List.of(found.getFirst()), weight * TYPED);
    return new WordInField(field, found, word.weight(), scored, any, typed);
  }

  private WordInField family(String field, List<String> family, float weight) throws IOException {
    List<Found> found = found(field, family);
    return new WordInField(field, found, 1, true, scorer(field, found, weight * FAMILY), null);
  }

  private List<Found> found(String field, List<String> some) {
    return some.stream().map(form -> forms.of(field, form)).toList();
  }

  /** Scores all forms as one word, as rare as the most frequent of them. */
  private SimScorer scorer(String field, List<Found> found, float boost) throws IOException {
    CollectionStatistics collection = searcher.collectionStatistics(field);
    long documents = found.stream().mapToLong(Found::documents).max().orElseThrow();
    long occurrences = found.stream().mapToLong(Found::occurrences).sum();
    return searcher
        .getSimilarity()
        .scorer(boost, collection, new TermStatistics(ANY_FORM, documents, occurrences));
  }

  /** Scores a phrase by the rarities of all its words' forms together. */
  private PhraseInField phrase(String field, Sequence sequence, float weight, boolean scored)
      throws IOException {
    List<List<Found>> words =
        sequence.words().stream().map(word -> found(field, word.forms())).toList();
    TermStatistics[] terms =
        words.stream()
            .flatMap(List::stream)
            .filter(form -> form.documents() > 0)
            .map(form -> new TermStatistics(ANY_FORM, form.documents(), form.occurrences()))
            .toArray(TermStatistics[]::new);
    SimScorer scorer =
        scored
            ? searcher.getSimilarity().scorer(weight, searcher.collectionStatistics(field), terms)
            : null;
    return new PhraseInField(field, words, scorer);
  }
}
