package it.lente.engine.opensearch;

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
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.FacetCounts;
import it.lente.engine.Filters;
import it.lente.engine.HitsRequest;
import it.lente.engine.IndexHealth;
import it.lente.engine.ListSort;
import it.lente.engine.ProcessMatch;
import it.lente.engine.RecordWriter;
import it.lente.engine.ResultWindow;
import it.lente.engine.Scope;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.SimilarProcess;
import it.lente.engine.Suggestion;
import it.lente.engine.hits.AttachmentOccurrences;
import it.lente.engine.hits.ListedProcess;
import it.lente.engine.hits.SearchedFields;
import it.lente.engine.stored.BlockReader;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.PageText;
import it.lente.record.TextQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.lucene.util.IOFunction;

/** The engine of a cluster of OpenSearch, for collections that outgrow one machine. */
public final class OpenSearchEngine implements SearchEngine {

  private final Cluster cluster;
  private final Supplier<ClusterSnapshot> snapshots;
  private final Runnable closing;
  private final Supplier<Synonyms> synonyms;

  private OpenSearchEngine(
      Cluster cluster,
      Supplier<ClusterSnapshot> snapshots,
      Supplier<Synonyms> synonyms,
      Runnable closing) {
    this.cluster = cluster;
    this.snapshots = snapshots;
    this.synonyms = synonyms;
    this.closing = closing;
  }

  /**
   * Reads the index of a cluster, from the first commit on, and follows new commits.
   *
   * @param synonyms supplies those in force when a question arrives
   */
  public static SearchEngine reader(ClusterSettings settings, Supplier<Synonyms> synonyms) {
    Cluster cluster = new Cluster(settings);
    CommitFollower follower = new CommitFollower(cluster);
    return new OpenSearchEngine(
        cluster,
        follower::take,
        synonyms,
        () -> {
          follower.close();
          cluster.close();
        });
  }

  /**
   * Writes the index of a cluster, which is created if missing.
   *
   * @param rebuild whether to start an empty index, which is read from its first commit on
   * @throws it.lente.engine.IndexLockedException if another writer is at work
   */
  public static RecordWriter writer(ClusterSettings settings, boolean rebuild) {
    Cluster cluster = new Cluster(settings);
    try {
      return ClusterWriter.open(cluster, rebuild);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /**
   * Reads the whole index of a cluster.
   *
   * @throws EngineUnavailableException if there is none, or one of another version of Lente
   */
  public static IndexHealth check(ClusterSettings settings) {
    try (Cluster cluster = new Cluster(settings)) {
      return ClusterCheck.of(cluster);
    }
  }

  @Override
  public SearchResult search(SearchRequest request) {
    return ClusterListSearch.of(snapshots.get(), request, synonyms.get());
  }

  @Override
  public FacetCounts facet(SearchRequest request, Facet facet) {
    return answer(
        request.deadline(),
        snapshot -> ClusterListSearch.facet(snapshot, request, synonyms.get(), facet));
  }

  @Override
  public Map<TextQuery, Integer> counts(Collection<TextQuery> queries, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          Map<TextQuery, Integer> counts = new HashMap<>();
          for (TextQuery query : queries) {
            SearchRequest all =
                new SearchRequest(
                    query, Scope.ALL, Filters.NONE, ListSort.TITLE, new ResultWindow(0, 0));
            counts.put(query, ClusterListSearch.count(snapshot, all.by(deadline), synonyms.get()));
          }
          return counts;
        });
  }

  /** A process with what is stored of it, and the positions of a question's words. */
  private record Opened(FoundProcess found, ClusterProcess process) {

    BlockReader block() {
      return process.block();
    }

    List<AttachmentOccurrences> occurrences(QueryMatcher matcher) throws IOException {
      FormPositions pages = found.positions().in(SearchedFields.PAGES);
      return AttachmentOccurrences.of(block(), matcher.occurrences(pages, FieldsAt.PAGES));
    }

    ProcessMatch match(QueryMatcher matcher) throws IOException {
      Map<String, FormPositions> positions = found.positions().found(matcher.forms(), Scope.ALL);
      if (positions.containsKey(SearchedFields.PAGES)) {
        process.fetch(
            occurrences(matcher).stream()
                .flatMapToInt(AttachmentOccurrences::excerptPages)
                .toArray(),
            BlockReader.TEXTS);
      }
      return new ProcessMatch(
          process.stored(),
          ListedProcess.of(process.stored()).counts(block(), matcher, positions),
          ListedProcess.fields(block(), matcher, positions));
    }
  }

  /** Opens a process with the positions of some forms. */
  private static Optional<Opened> open(
      ClusterSnapshot snapshot, String id, Collection<String> forms) throws IOException {
    List<String> fields = PositionMap.buckets(forms).stream().map(ClusterSchema::bucket).toList();
    Optional<FoundProcess> found = snapshot.index().find(id, fields);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Opened(
                found.get(),
                ClusterProcess.read(snapshot.index().texts(), found.get().document())
                    .described(snapshot.commit().outdated())));
  }

  private static Optional<ClusterProcess> open(ClusterSnapshot snapshot, String id)
      throws IOException {
    return open(snapshot, id, List.of()).map(Opened::process);
  }

  private QueryMatcher matcher(ClusterSnapshot snapshot, TextQuery query, Deadline deadline) {
    return snapshot.matcher(query, synonyms.get(), deadline);
  }

  @Override
  public Optional<ProcessMatch> process(String id, TextQuery query, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          QueryMatcher matcher = matcher(snapshot, query, deadline);
          Optional<Opened> opened = open(snapshot, id, matcher.forms());
          return opened.isEmpty() ? Optional.empty() : Optional.of(opened.get().match(matcher));
        });
  }

  @Override
  public Optional<AttachmentHits> hits(HitsRequest request, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          QueryMatcher matcher = matcher(snapshot, request.query(), deadline);
          Optional<Opened> opened = open(snapshot, request.processId(), matcher.forms());
          int group =
              opened.map(its -> its.process().stored().indexOf(request.attachmentId())).orElse(-1);
          if (group < 0) {
            return Optional.empty();
          }
          ClusterProcess process = opened.get().process();
          AttachmentOccurrences its = opened.get().occurrences(matcher).get(group);
          process.fetch(its.hitPages(request).toArray(), BlockReader.TEXTS, BlockReader.BOXES);
          return Optional.of(its.hits(process.stored().attachments().get(group), request, matcher));
        });
  }

  @Override
  public Optional<PageText> page(
      String processId, String attachmentId, int number, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          Optional<ClusterProcess> process = open(snapshot, processId);
          return process.isEmpty() ? Optional.empty() : process.get().page(attachmentId, number);
        });
  }

  @Override
  public OptionalInt pageLabelled(
      String processId, String attachmentId, String label, Deadline deadline) {
    return answer(
        deadline,
        snapshot -> {
          Optional<ClusterProcess> process = open(snapshot, processId);
          return process.isEmpty()
              ? OptionalInt.empty()
              : process.get().block().labelled(process.get().stored().indexOf(attachmentId), label);
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
          Optional<ClusterProcess> process = open(snapshot, id);
          return process.isEmpty()
              ? Optional.empty()
              : Optional.of(new ClusterSimilar(snapshot, process.get()).find());
        });
  }

  @Override
  public Coverage coverage(CoverageRequest request, Deadline deadline) {
    return answer(deadline, snapshot -> new ClusterFiles(snapshot).coverage(request));
  }

  @Override
  public void eachFile(Set<AttachmentState> states, Consumer<CoverageFile> sink) {
    new ClusterFiles(snapshots.get()).each(states, sink);
  }

  @Override
  public EngineStatus status() {
    try {
      ClusterSnapshot snapshot = snapshots.get();
      ClusterState state = ClusterState.of(cluster.hurried(), snapshot.commit());
      return new EngineStatus(
          Optional.empty(),
          "commit %d of generation %d, %s"
              .formatted(
                  snapshot.commit().number(), snapshot.commit().generation(), state.detail()),
          snapshot.processes(),
          snapshot.attachments(),
          snapshot.pages(),
          ClusterWriter.lastRun(cluster.hurried()),
          Optional.of(
              new EngineStatus.Commit(
                  snapshot.commit().generation(), snapshot.commit().time(), state.bytes())),
          state.storage());
    } catch (EngineUnavailableException e) {
      return EngineStatus.notReady(e.reason(), e.getMessage());
    }
  }

  @Override
  public String version() {
    try {
      ClusterCommit commit = snapshots.get().commit();
      return "%d-%d-%d-%s"
          .formatted(
              commit.generation(),
              commit.number(),
              commit.time().toEpochMilli(),
              synonyms.get().fingerprint());
    } catch (EngineUnavailableException e) {
      return "";
    }
  }

  @Override
  public Optional<SearchEngine> ofThisCommit() {
    ClusterSnapshot snapshot = snapshots.get();
    Synonyms now = synonyms.get();
    return Optional.of(new OpenSearchEngine(cluster, () -> snapshot, () -> now, () -> {}));
  }

  @Override
  public void close() {
    closing.run();
  }

  /** Returns a whole answer, or throws once the deadline has passed. */
  private <T> T answer(Deadline deadline, IOFunction<ClusterSnapshot, T> reads) {
    deadline.check();
    try {
      T whole = reads.apply(snapshots.get());
      deadline.check();
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException("the answer of the cluster cannot be read", e);
    }
  }
}
