package it.lente.engine.lucene;

import it.lente.analysis.MatchExpression;
import it.lente.engine.Deadline;
import it.lente.engine.lucene.FoundForms.Found;
import it.lente.engine.lucene.ScoredPart.PhraseInField;
import it.lente.engine.lucene.ScoredPart.WordInField;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/**
 * Evaluates the parts of a question in one segment, part after part. Each list of postings is read
 * once, into arrays with an element for each process. Processes that lack a required part are
 * skipped by the following parts.
 */
final class SegmentPass {

  /** Share that fields other than the best add to a score, or the typed form beside all forms. */
  private static final float TIE = .1f;

  /** Postings that outnumber the candidates by this factor are skipped through. */
  private static final int SKIP = 16;

  /** Number of processes between two checks of the deadline while phrases are compared. */
  private static final int LOOK = 256;

  private final LeafReaderContext leaf;
  private final ProcessRows processes;
  private final MatchExpression formula;
  private final Deadline deadline;
  private final Map<String, TermsEnum> terms = new HashMap<>();
  private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
  private final RowArrays arrays;
  private PostingsEnum postings;

  /** The parts that were not evaluated yet. */
  private long open = -1;

  /** The required parts among those evaluated; the rows that contain them all, in order. */
  private long required;

  private int[] candidates;
  private int candidatesSize;

  /** Receives matching rows. */
  @FunctionalInterface
  interface Sink {
    void take(int row, long parts, float score) throws IOException;
  }

  /**
   * Starts a segment.
   *
   * @param formula the condition that a matching process fulfils
   * @param deadline ends the reading; the results are then incomplete
   */
  SegmentPass(
      LeafReaderContext leaf, ProcessRows processes, MatchExpression formula, Deadline deadline) {
    this.leaf = leaf;
    this.formula = formula;
    this.processes = processes;
    this.deadline = deadline;
    this.candidates = processes.rows();
    this.candidatesSize = processes.size();
    this.arrays = processes.takeArrays();
  }

  LeafReaderContext leaf() {
    return leaf;
  }

  /** Returns whether the deadline passed before all was read. */
  boolean wasCutShort() {
    return deadline.passed();
  }

  /** Evaluates a part. */
  void part(ScoredPart part) throws IOException {
    long bit = 1L << part.number();
    for (WordInField word : part.words()) {
      word(word, bit);
    }
    if (!part.phrases().isEmpty()) {
      // A phrase is expensive to compare, so only processes that can still match are kept.
      keep(row -> formula.canHold(arrays.holds[row], open));
    }
    for (PhraseInField phrase : part.phrases()) {
      phrase(phrase, bit);
    }
    for (WordInField family : part.family()) {
      word(family, 0);
    }
    for (int i = 0; i < arrays.inPart.size; i++) {
      int row = arrays.inPart.rows[i];
      arrays.scores[row] += arrays.best[row] + TIE * (arrays.sum[row] - arrays.best[row]);
      arrays.best[row] = 0;
      arrays.sum[row] = 0;
    }
    arrays.inPart.size = 0;
    open &= ~bit;
    if (part.required()) {
      required |= bit;
      keep(this::isCandidate);
    }
  }

  private void keep(IntPredicate candidate) {
    // Within its own array the list only shrinks, so it may be read and written at once.
    int[] left = arrays.candidates;
    int size = 0;
    for (int i = 0; i < candidatesSize; i++) {
      int row = candidates[i];
      left[size] = row;
      size += candidate.test(row) ? 1 : 0;
    }
    candidates = left;
    candidatesSize = size;
  }

  private boolean isCandidate(int row) {
    return (arrays.holds[row] & required) == required;
  }

  private void word(WordInField word, long bit) throws IOException {
    for (int i = 0; i < word.forms().size(); i++) {
      read(word.field(), word.forms().get(i), i == 0 ? 1 : word.weight(), i == 0);
    }
    byte[] norms = processes.norms(word.field());
    for (int i = 0; i < arrays.inField.size; i++) {
      int row = arrays.inField.rows[i];
      arrays.holds[row] |= bit;
      if (word.scored()) {
        add(row, score(word, row, norms[row]));
      }
      arrays.anyForm[row] = 0;
      arrays.typedForm[row] = 0;
    }
    arrays.inField.size = 0;
  }

  private float score(WordInField word, int row, byte norm) {
    float any = word.any().score(arrays.anyForm[row], norm);
    SimScorer typedScorer = word.typed();
    if (arrays.typedForm[row] == 0 || typedScorer == null) {
      return any;
    }
    float typed = typedScorer.score(arrays.typedForm[row], norm);
    return Math.max(any, typed) + TIE * Math.min(any, typed);
  }

  private void add(int row, float score) {
    if (arrays.sum[row] == 0) {
      arrays.inPart.add(row);
    }
    arrays.best[row] = Math.max(arrays.best[row], score);
    arrays.sum[row] += score;
  }

  private void read(String field, Found form, float weight, boolean typed) throws IOException {
    if (!form.isIn(leaf.ord) || deadline.passed()) {
      return;
    }
    postings = form.postings(leaf.ord, terms(field), postings, PostingsEnum.FREQS);
    if (postings.cost() > (long) SKIP * candidatesSize) {
      for (int i = 0; i < candidatesSize; i++) {
        int row = candidates[i];
        if (contains(postings, processes.document(row))) {
          count(row, postings.freq(), weight, typed);
        }
      }
      return;
    }
    postings.nextDoc();
    postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, buffer);
    while (buffer.size > 0) {
      for (int i = 0; i < buffer.size; i++) {
        int row = processes.row(buffer.docs[i]);
        if (isCandidate(row)) {
          count(row, buffer.features[i], weight, typed);
        }
      }
      postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, buffer);
    }
  }

  private void count(int row, float frequency, float weight, boolean typed) {
    if (arrays.anyForm[row] == 0) {
      arrays.inField.add(row);
    }
    arrays.anyForm[row] += weight * frequency;
    if (typed) {
      arrays.typedForm[row] = frequency;
    }
  }

  private TermsEnum terms(String field) throws IOException {
    TermsEnum known = terms.get(field);
    if (known == null) {
      known = leaf.reader().terms(field).iterator();
      terms.put(field, known);
    }
    return known;
  }

  private void phrase(PhraseInField phrase, long bit) throws IOException {
    SegmentPhrase words = SegmentPhrase.of(leaf.ord, terms(phrase.field()), phrase);
    SimScorer scorer = phrase.scorer();
    byte[] norms = processes.norms(phrase.field());
    for (int i = 0; !words.isEmpty() && i < candidatesSize; i++) {
      int row = candidates[i];
      if (i % LOOK == 0 && deadline.passed()) {
        return;
      }
      int occurrences =
          words.count(processes.document(row), scorer == null ? 1 : Integer.MAX_VALUE);
      if (occurrences > 0) {
        arrays.holds[row] |= bit;
        if (scorer != null) {
          add(row, scorer.score(occurrences, norms[row]));
        }
      }
    }
  }

  /** Returns whether documents, which advance in order, include a document. */
  static boolean contains(DocIdSetIterator documents, int document) throws IOException {
    int at = documents.docID();
    return (at < document ? documents.advance(document) : at) == document;
  }

  /** Passes every matching row to the sink, in order. */
  void answers(Sink sink) throws IOException {
    // If every part is required, the candidates are the matches.
    boolean sure = formula.isMadeOf(required);
    for (int i = 0; i < candidatesSize; i++) {
      int row = candidates[i];
      if (sure || formula.matches(arrays.holds[row])) {
        sink.take(row, arrays.holds[row], arrays.scores[row]);
      }
    }
  }

  /** Ends the pass and releases its arrays; the pass must not be used again. */
  void end() {
    processes.giveBack(arrays);
  }
}
