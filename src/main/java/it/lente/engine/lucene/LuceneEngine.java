package it.lente.engine.lucene;

import it.lente.analysis.Correction;
import it.lente.analysis.FieldsAt;
import it.lente.analysis.FormPositions;
import it.lente.analysis.FormReader;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.Synonyms;
import it.lente.engine.AttachmentHits;
import it.lente.engine.Coverage;
import it.lente.engine.CoverageFile;
import it.lente.engine.CoverageRequest;
import it.lente.engine.Deadline;
import it.lente.engine.EngineStatus;
import it.lente.engine.EngineStatus.Storage;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.FacetCounts;
import it.lente.engine.HitsRequest;
import it.lente.engine.IndexHealth;
import it.lente.engine.ProcessMatch;
import it.lente.engine.RecordWriter;
import it.lente.engine.Scope;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.SimilarProcess;
import it.lente.engine.StoredProcess;
import it.lente.engine.Suggestion;
import it.lente.engine.hits.AttachmentOccurrences;
import it.lente.engine.hits.ListedProcess;
import it.lente.engine.hits.SearchedFields;
import it.lente.engine.stored.BlockReader;
import it.lente.engine.stored.StoredValues;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.PageText;
import it.lente.record.TextQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOFunction;

/** The embedded engine: an index in a folder, read here and written by this process or another. */
public final class LuceneEngine implements SearchEngine {

  static {
    // The parser and the dictionary already bound questions: 64 words, some thousand forms each.
    IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
  }

  private final Snapshots snapshots;
  private final Supplier<Synonyms> synonyms;

  private LuceneEngine(Snapshots snapshots, Supplier<Synonyms> synonyms) {
    this.snapshots = snapshots;
    this.synonyms = synonyms;
  }

  /**
   * Reads the index in a folder, from the first commit on, and follows new commits.
   *
   * @param synonyms supplies those in force when a question arrives
   */
  public static SearchEngine reader(Path folder, Supplier<Synonyms> synonyms) {
    return new LuceneEngine(new SnapshotFollower(folder), synonyms);
  }

  /** Reads the index in a folder with the shipped synonyms. */
  public static SearchEngine reader(Path folder) {
    return reader(folder, () -> Synonyms.SHIPPED);
  }

  /**
   * Writes the index in a folder, which is created if missing.
   *
   * @param rebuild whether to start an empty index, which is read from its first commit on
   * @throws it.lente.engine.IndexLockedException if another writer is at work
   */
  public static RecordWriter writer(Path folder, boolean rebuild) {
    return LuceneWriter.open(folder, rebuild);
  }

  /**
   * Reads the whole index in a folder, also during other reads and writes.
   *
   * @throws EngineUnavailableException if there is none, or one of another version of Lente
   */
  public static IndexHealth check(Path folder) {
    return IndexCheck.of(folder);
  }

  @Override
  public SearchResult search(SearchRequest request) {
    return answer(snapshot -> ListSearch.of(snapshot, request, synonyms.get()));
  }

  @Override
  public FacetCounts facet(SearchRequest request, Facet facet) {
    return answer(
        request.deadline(), snapshot -> ListSearch.facet(snapshot, request, synonyms.get(), facet));
  }

  @Override
  public Optional<ProcessMatch> process(String id, TextQuery query, Deadline deadline) {
    return answer(deadline, snapshot -> process(snapshot, id, query, deadline));
  }

  @Override
  public Optional<AttachmentHits> hits(HitsRequest request, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          Optional<Opened> process = open(snapshot, request.processId(), deadline);
          int group = group(process, request.attachmentId());
          return group < 0
              ? Optional.empty()
              : Optional.of(hits(snapshot, process.get(), group, request, deadline));
        });
  }

  @Override
  public Optional<PageText> page(
      String processId, String attachmentId, int number, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          Optional<Opened> process = open(snapshot, processId, deadline);
          return process.isEmpty()
              ? Optional.empty()
              : process.get().block().numbered(group(process, attachmentId), number);
        });
  }

  @Override
  public OptionalInt pageLabelled(
      String processId, String attachmentId, String label, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          Optional<Opened> process = open(snapshot, processId, deadline);
          return process.isEmpty()
              ? OptionalInt.empty()
              : process.get().block().labelled(group(process, attachmentId), label);
        });
  }

  @Override
  public List<Suggestion> suggest(String typed, int size, Deadline deadline) {
    return answer(
        deadline, snapshot -> snapshot.suggestions().startingWith(FormReader.forms(typed), size));
  }

  @Override
  public Optional<TextQuery> corrected(TextQuery query, Deadline deadline) {
    return answer(deadline, snapshot -> Correction.of(query, snapshot.dictionary(query, deadline)));
  }

  @Override
  public Optional<List<SimilarProcess>> similar(String id, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          OptionalInt document = document(snapshot, id);
          return document.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  snapshot
                      .similar()
                      .get(id, () -> SimilarProcesses.to(snapshot, document.getAsInt(), deadline)));
        });
  }

  @Override
  public Map<TextQuery, Integer> counts(Collection<TextQuery> queries, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          Map<TextQuery, Integer> counts = new HashMap<>();
          for (TextQuery query : queries) {
            counts.put(query, count(snapshot, query, deadline));
          }
          return counts;
        });
  }

  private int count(Snapshot snapshot, TextQuery query, Deadline deadline) throws IOException {
    Snapshot.Asked asked = new Snapshot.Asked(query, synonyms.get());
    return snapshot
        .counts()
        .get(
            asked,
            () -> {
              int count = ListSearch.count(snapshot, asked, deadline);
              deadline.check();
              return count;
            });
  }

  @Override
  public Coverage coverage(CoverageRequest request, Deadline deadline) {
    return answer(deadline, snapshot -> new FileList(snapshot, deadline).coverage(request));
  }

  @Override
  public void eachFile(Set<AttachmentState> states, Consumer<CoverageFile> sink) {
    answer(snapshot -> new FileList(snapshot, Deadline.NEVER).each(states, sink));
  }

  @Override
  public EngineStatus status() {
    IndexFolder folder = snapshots.folder();
    return commitStatus().after(folder.lastRun()).in(Storage.folder(folder.freeDisk()));
  }

  private EngineStatus commitStatus() {
    try {
      return answer(snapshot -> {
        int generation = snapshots.generation();
        return new EngineStatus(
            Optional.empty(),
            "generation " + generation,
            snapshot.processes(),
            snapshot.attachments(),
            snapshot.pages(),
            Optional.empty(),
            Optional.of(snapshot.commit(generation)),
            Storage.folder(-1));
      });
    } catch (EngineUnavailableException e) {
      return EngineStatus.notReady(e.reason(), e.getMessage());
    }
  }

  @Override
  public String version() {
    try {
      return answer(snapshot -> snapshot.commit() + '-' + synonyms.get().fingerprint());
    } catch (EngineUnavailableException e) {
      return "";
    }
  }

  @Override
  public Optional<SearchEngine> ofThisCommit() {
    Synonyms now = synonyms.get();
    return Optional.of(new LuceneEngine(snapshots.kept(), () -> now));
  }

  @Override
  public void close() {
    snapshots.close();
  }

  private AttachmentHits hits(
      Snapshot snapshot, Opened process, int group, HitsRequest request, Deadline deadline)
      throws IOException {
    QueryMatcher matcher = matcher(snapshot, request.query(), deadline);
    FormPositions inPages =
        positions(snapshot, SearchedFields.PAGES, process.document(), matcher, deadline);
    return AttachmentOccurrences.of(process.block(), matcher.occurrences(inPages, FieldsAt.PAGES))
        .get(group)
        .hits(process.stored().attachments().get(group), request, matcher);
  }

  private QueryMatcher matcher(Snapshot snapshot, TextQuery query, Deadline deadline)
      throws IOException {
    return QueryMatcher.of(query, snapshot.dictionary(query, deadline), synonyms.get());
  }

  private static FormPositions positions(
      Snapshot snapshot, String field, int document, QueryMatcher matcher, Deadline deadline)
      throws IOException {
    List<Integer> documents = List.of(document);
    return PostingsReader.over(snapshot.reader(), field, matcher.forms(), documents, deadline)
        .in(document);
  }

  /** A process in the index. */
  private record Opened(int document, BlockReader block, StoredProcess stored) {}

  /** Returns the place of an attachment among all, -1 if there is none. */
  private static int group(Optional<Opened> process, String attachmentId) {
    return process.map(its -> its.stored().indexOf(attachmentId)).orElse(-1);
  }

  private static Optional<Opened> open(Snapshot snapshot, String id, Deadline deadline)
      throws IOException {
    OptionalInt document = document(snapshot, id);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    BlockReader block = BlockValues.block(snapshot.reader(), document.getAsInt(), deadline);
    StoredProcess stored = StoredValues.readProcess(block.value(Schema.PROCESS));
    return Optional.of(
        new Opened(document.getAsInt(), block, stored.described(snapshot.outdated())));
  }

  private Optional<ProcessMatch> process(
      Snapshot snapshot, String id, TextQuery query, Deadline deadline) throws IOException {
    Optional<Opened> opened = open(snapshot, id, deadline);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    Opened process = opened.get();
    QueryMatcher matcher = matcher(snapshot, query, deadline);
    Map<String, FormPositions> positions = new LinkedHashMap<>();
    if (matcher.asks()) {
      for (String field : SearchedFields.of(Scope.ALL).keySet()) {
        positions.put(field, positions(snapshot, field, process.document(), matcher, deadline));
      }
    }
    return Optional.of(
        new ProcessMatch(
            process.stored(),
            ListedProcess.of(process.stored()).counts(process.block(), matcher, positions),
            ListedProcess.fields(process.block(), matcher, positions)));
  }

  /** Returns the first document of a process's block. */
  private static OptionalInt document(Snapshot snapshot, String id) throws IOException {
    ScoreDoc[] found =
        snapshot.searcher().search(new TermQuery(new Term(Schema.ID, id)), 1).scoreDocs;
    return found.length == 0 ? OptionalInt.empty() : OptionalInt.of(found[0].doc);
  }

  /** Returns a whole answer, or throws once the deadline has passed. */
  private <T> T answer(Deadline deadline, IOFunction<Snapshot, T> reads) {
    deadline.check();
    T whole = answer(reads);
    deadline.check();
    return whole;
  }

  private <T> T answer(IOFunction<Snapshot, T> reads) {
    Snapshot snapshot = snapshots.take();
    try {
      try {
        return reads.apply(snapshot);
      } finally {
        snapshot.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }
}
