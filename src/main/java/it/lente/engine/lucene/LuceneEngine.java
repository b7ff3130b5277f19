package it.lente.engine.lucene;

import it.lente.analysis.Correction;
import it.lente.analysis.FieldsAt;
import it.lente.analysis.FormPositions;
import it.lente.analysis.FormReader;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.Synonyms;
import it.lente.engine.AttachmentHits;
import it.lente.engine.Coverage;
import it.lente.engine.CoverageFile;
import it.lente.engine.CoverageRequest;
import it.lente.engine.Deadline;
import it.lente.engine.EngineStatus;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.FacetCounts;
import it.lente.engine.HitsRequest;
import it.lente.engine.IndexHealth;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.SimilarProcess;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.engine.Suggestion;
import it.lente.engine.hits.AttachmentOccurrences;
import it.lente.engine.hits.PositionLayout;
import it.lente.engine.hits.SearchedFields;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.PageText;
import it.lente.record.TextQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** The embedded engine: an index in a folder, read here and written by this process or another. */
public final class LuceneEngine implements SearchEngine {

  static {
    // The parser and the dictionary already bound questions: 64 words, some thousand forms each.
    IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
  }

  private final SnapshotFollower follower;
  private final Supplier<Synonyms> synonyms;

  private LuceneEngine(SnapshotFollower follower, Supplier<Synonyms> synonyms) {
    this.follower = follower;
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
  public Optional<StoredProcess> process(String id, Deadline deadline) {
    return answer(deadline, snapshot -> process(snapshot, id));
  }

  @Override
  public Optional<AttachmentHits> hits(HitsRequest request, Deadline deadline) {
    return answer(deadline, snapshot -> hits(snapshot, request, deadline));
  }

  @Override
  public Optional<PageText> page(
      String processId, String attachmentId, int number, Deadline deadline) {
    return answer(
        deadline, snapshot -> page(locate(snapshot, processId, attachmentId, deadline), number));
  }

  @Override
  public OptionalInt pageLabelled(
      String processId, String attachmentId, String label, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> pageLabelled(locate(snapshot, processId, attachmentId, deadline), label));
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
          Optional<List<SimilarProcess>> known = snapshot.similar().get(id);
          OptionalInt document = known.isPresent() ? OptionalInt.empty() : document(snapshot, id);
          if (document.isEmpty()) {
            return known;
          }
          List<SimilarProcess> found = SimilarProcesses.to(snapshot, document.getAsInt(), deadline);
          snapshot.similar().put(id, found);
          return Optional.of(found);
        });
  }

  @Override
  public int count(TextQuery query, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          Snapshot.Asked asked = new Snapshot.Asked(query, synonyms.get());
          Optional<Integer> known = snapshot.counts().get(asked);
          int count = known.isPresent() ? known.get() : ListSearch.count(snapshot, asked, deadline);
          deadline.check();
          snapshot.counts().put(asked, count);
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
    IndexFolder folder = follower.folder();
    return commitStatus().after(folder.lastRun()).withFreeDisk(folder.freeDisk());
  }

  private EngineStatus commitStatus() {
    try {
      return answer(snapshot -> {
        int generation = follower.generation();
        return new EngineStatus(
            Optional.empty(),
            "generation " + generation,
            snapshot.processes(),
            snapshot.attachments(),
            snapshot.pages(),
            Optional.empty(),
            Optional.of(snapshot.commit(generation)),
            -1);
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
  public void close() {
    follower.close();
  }

  private Optional<AttachmentHits> hits(Snapshot snapshot, HitsRequest request, Deadline deadline)
      throws IOException {
    Optional<Located> located =
        locate(snapshot, request.processId(), request.attachmentId(), deadline);
    if (located.isEmpty()) {
      return Optional.empty();
    }
    Located found = located.get();
    QueryMatcher matcher =
        QueryMatcher.of(
            request.query(), snapshot.dictionary(request.query(), deadline), synonyms.get());
    Occurrences occurrences =
        matcher.occurrences(
            positions(snapshot, found.document(), matcher, deadline), FieldsAt.PAGES);
    return Optional.of(
        AttachmentOccurrences.of(found.block(), occurrences)
            .get(found.group())
            .hits(found.stored(), request, matcher));
  }

  private static FormPositions positions(
      Snapshot snapshot, int document, QueryMatcher matcher, Deadline deadline) throws IOException {
    return PostingsReader.over(
            snapshot.reader(), SearchedFields.PAGES, matcher.forms(), List.of(document), deadline)
        .in(document);
  }

  private static Optional<PageText> page(Optional<Located> located, int number) throws IOException {
    if (located.isEmpty()) {
      return Optional.empty();
    }
    Located found = located.get();
    PositionLayout layout = found.block().layout();
    int page = layout.firstText(found.group()) + number - 1;
    boolean there = number >= 1 && page < layout.firstText(found.group() + 1);
    return there ? Optional.of(found.block().wholePage(page)) : Optional.empty();
  }

  private static OptionalInt pageLabelled(Optional<Located> located, String label)
      throws IOException {
    if (located.isPresent()) {
      BlockReader block = located.get().block();
      int first = block.layout().firstText(located.get().group());
      int end = block.layout().firstText(located.get().group() + 1);
      for (int page = first; page < end; page++) {
        if (block.head(page).label().equalsIgnoreCase(label)) {
          return OptionalInt.of(page - first + 1);
        }
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The location of an attachment in the index.
   *
   * @param group index of the attachment in its process, from 0
   */
  private record Located(int document, BlockReader block, StoredAttachment stored, int group) {}

  private static Optional<Located> locate(
      Snapshot snapshot, String processId, String attachmentId, Deadline deadline)
      throws IOException {
    OptionalInt document = document(snapshot, processId);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    BlockReader block = new BlockReader(snapshot.reader(), document.getAsInt(), deadline);
    List<StoredAttachment> attachments =
        StoredValues.readProcess(block.value(Schema.PROCESS)).attachments();
    for (int group = 0; group < attachments.size(); group++) {
      StoredAttachment stored = attachments.get(group);
      if (stored.attachment().id().equals(attachmentId)) {
        StoredAttachment described = snapshot.described(processId, stored);
        return Optional.of(new Located(document.getAsInt(), block, described, group));
      }
    }
    return Optional.empty();
  }

  private static Optional<StoredProcess> process(Snapshot snapshot, String id) throws IOException {
    OptionalInt document = document(snapshot, id);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    BlockReader block = new BlockReader(snapshot.reader(), document.getAsInt(), Deadline.NEVER);
    return Optional.of(snapshot.described(StoredValues.readProcess(block.value(Schema.PROCESS))));
  }

  /** Returns the first document of a process's block. */
  private static OptionalInt document(Snapshot snapshot, String id) throws IOException {
    ScoreDoc[] found =
        snapshot.searcher().search(new TermQuery(new Term(Schema.ID, id)), 1).scoreDocs;
    return found.length == 0 ? OptionalInt.empty() : OptionalInt.of(found[0].doc);
  }

  /** Reads a value from a snapshot. */
  @FunctionalInterface
  private interface Reads<T> {
    T from(Snapshot snapshot) throws IOException;
  }

  /** Returns a whole answer, or throws once the deadline has passed. */
  private <T> T answer(Deadline deadline, Reads<T> reads) {
    deadline.check();
    T whole = answer(reads);
    deadline.check();
    return whole;
  }

  private <T> T answer(Reads<T> reads) {
    Snapshot snapshot = follower.take();
    try {
      try {
        return reads.from(snapshot);
      } finally {
        snapshot.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }
}
