package it.lente.engine.lucene;

import it.lente.analysis.FormPositions;
import it.lente.analysis.KeyWords.KeyWord;
import it.lente.engine.Deadline;
import it.lente.engine.SimilarProcess;
import it.lente.engine.SimilarProcess.Shared;
import it.lente.engine.hits.SharedValues;
import it.lente.engine.hits.SubjectWords;
import it.lente.engine.stored.BlockReader;
import it.lente.engine.stored.StoredValues;
import it.lente.record.Facet;
import it.lente.record.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Finds the processes on the same subject as another: those that contain its key words, with a
 * little more weight if places and topics are shared.
 */
final class SimilarProcesses {

  private static final float TIE = .1f;

  private final Snapshot snapshot;
  private final IndexReader reader;
  private final int document;
  private final Deadline deadline;

  private SimilarProcesses(Snapshot snapshot, int document, Deadline deadline) {
    this.snapshot = snapshot;
    this.reader = snapshot.reader();
    this.document = document;
    this.deadline = deadline;
  }

  /**
   * Returns the most similar processes, at most {@link SimilarProcess#MOST}.
   *
   * @param document the first of the process's block
   */
  static List<SimilarProcess> to(Snapshot snapshot, int document, Deadline deadline)
      throws IOException {
    return new SimilarProcesses(snapshot, document, deadline).find();
  }

  /** A candidate with the values that both processes have. */
  private record Found(int document, float score, List<Shared> values) {}

  private List<SimilarProcess> find() throws IOException {
    ProcessRecord record = StoredValues.readProcess(block(document).value(Schema.PROCESS)).record();
    List<KeyWord> words =
        SubjectWords.of(record, block(document), this::frequency, snapshot.processes());
    if (words.isEmpty()) {
      return List.of();
    }
    ScoreDoc[] candidates =
        searcher().search(query(words, record.id()), SubjectWords.CANDIDATES).scoreDocs;
    deadline.check();
    SharedValues values = SharedValues.of(facet -> values(facet, document));
    List<Found> found = new ArrayList<>();
    for (ScoreDoc candidate : candidates) {
      List<Shared> shared = values.with(facet -> values(facet, candidate.doc));
      float score = candidate.score * (1 + SimilarProcess.SHARED_VALUE * shared.size());
      found.add(new Found(candidate.doc, score, shared));
    }
    // The search returns equals in index order, which the stable sort keeps.
    found.sort(Comparator.comparingDouble((Found each) -> -each.score()));
    return described(words, found.subList(0, Math.min(found.size(), SimilarProcess.MOST)));
  }

  /** Returns a separate searcher, which ends with the deadline. */
  private IndexSearcher searcher() {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(snapshot.searcher().getSimilarity());
    searcher.setTimeout(deadline::passed);
    return searcher;
  }

  private BlockReader block(int first) {
    return BlockValues.block(reader, first, deadline);
  }

  private int frequency(String field, List<String> forms) {
    try {
      int frequency = 0;
      for (String form : forms) {
        frequency += reader.docFreq(new Term(field, form));
      }
      return frequency;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  private static Query query(List<KeyWord> words, String id) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (KeyWord word : words) {
      List<Query> fields = new ArrayList<>();
      SubjectWords.FIELDS.forEach((field, weight) -> {
        SynonymQuery.Builder forms = new SynonymQuery.Builder(field);
        word.forms().forEach(form -> forms.addTerm(new Term(field, form)));
        fields.add(new BoostQuery(forms.build(), weight * word.weight()));
      });
      query.add(new DisjunctionMaxQuery(fields, TIE), Occur.SHOULD);
    }
    return query
        .add(new TermQuery(new Term(Schema.ID, id)), Occur.MUST_NOT)
        .setMinimumNumberShouldMatch(SubjectWords.least(words))
        .build();
  }

  private List<SimilarProcess> described(List<KeyWord> words, List<Found> found)
      throws IOException {
    List<Integer> documents = found.stream().map(Found::document).toList();
    List<String> forms = words.stream().flatMap(word -> word.forms().stream()).toList();
    List<PostingsReader> walks = new ArrayList<>();
    for (String field : SubjectWords.FIELDS.keySet()) {
      walks.add(PostingsReader.over(reader, field, forms, documents, deadline));
    }
    List<SimilarProcess> told = new ArrayList<>();
    for (Found each : found) {
      List<FormPositions> texts = walks.stream().map(walk -> walk.in(each.document())).toList();
      BlockReader block = block(each.document());
      told.add(
          new SimilarProcess(
              StoredValues.readCard(block.value(Schema.CARD)).card(),
              each.score(),
              SubjectWords.shared(words, texts, each.values())));
    }
    return told;
  }

  private Set<String> values(Facet facet, int process) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(process, leaves));
    SortedSetDocValues read = DocValues.getSortedSet(leaf.reader(), Schema.field(facet));
    Set<String> found = new TreeSet<>();
    if (read.advanceExact(process - leaf.docBase)) {
      for (int i = 0; i < read.docValueCount(); i++) {
        found.add(read.lookupOrd(read.nextOrd()).utf8ToString());
      }
    }
    return found;
  }
}
