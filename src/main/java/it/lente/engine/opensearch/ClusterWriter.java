package it.lente.engine.opensearch;

import it.lente.engine.AsOf;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.IndexLockedException;
import it.lente.engine.IndexedProcess;
import it.lente.engine.LastCommit;
import it.lente.engine.LastRun;
import it.lente.engine.RecordWriter;
import it.lente.engine.opensearch.Cluster.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a generation, the current one or, if there is none, if its schema differs or if a rebuild
 * was requested, a new one. Documents of a commit that is not published do not answer. Those that a
 * commit replaces are deleted by a later one, when no reader needs them any more.
 */
final class ClusterWriter implements RecordWriter {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterWriter.class);

  /** Time for which replaced documents still answer those who read an earlier commit. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final String CLAUSES = "indices.query.bool.max_clause_count";
  private static final int MOST_CLAUSES = 16_384;

  private final Cluster cluster;
  private final WriterLock lock;
  private final boolean anew;
  private final List<Integer> outOfUse;
  private final ClusterLastCommit lastCommit;
  private final Map<String, String> documents = new HashMap<>();
  private final BulkWriter bulk;
  private ClusterCommit current;
  private Optional<ClusterCommit.Version> version;
  private Map<String, AsOf> outdated;

  /** The processes put and those deleted since the last commit. */
  private final Set<String> put = new HashSet<>();

  private final Set<String> deleted = new HashSet<>();
  private final FormChanges forms;
  private boolean committed;

  private ClusterWriter(Cluster cluster, WriterLock lock, boolean rebuild) {
    this.cluster = cluster;
    this.lock = lock;
    this.bulk = new BulkWriter(cluster);
    Optional<ClusterCommit.Found> found = ClusterCommit.read(cluster);
    this.version = found.map(ClusterCommit.Found::version);
    Optional<ClusterCommit> last = found.map(ClusterCommit.Found::commit);
    this.outdated = last.map(ClusterCommit::outdated).orElse(Map.of());
    this.anew = rebuild || last.filter(ClusterCommit::schemaFits).isEmpty();
    this.lastCommit = new ClusterLastCommit(cluster, last.filter(ClusterCommit::schemaFits));
    List<Integer> generations = generations();
    int generation =
        anew
            ? generations.stream().mapToInt(Integer::intValue).max().orElse(0) + 1
            : last.get().generation();
    this.outOfUse =
        last.isEmpty()
            ? List.of()
            : generations.stream().filter(each -> each != last.get().generation()).toList();
    this.current =
        anew
            ? new ClusterCommit(
                ClusterCommit.SCHEMA, generation, 0, Instant.now(), Map.of(), List.of(), outdated)
            : last.get();
    this.forms = new FormChanges(cluster, bulk, current);
    if (anew) {
      create(current.processes(cluster), ClusterSchema.processes(cluster.settings()));
      create(current.texts(cluster), ClusterSchema.texts(cluster.settings()));
    } else {
      documents.putAll(lastCommit.documents());
      forgetUnpublished();
    }
  }

  static ClusterWriter open(Cluster cluster, boolean rebuild) {
    String meta = ClusterCommit.metaIndex(cluster);
    if (cluster.read("HEAD", "/" + meta, null).isMissing()) {
      create(cluster, meta, ClusterSchema.meta(cluster.settings()));
    }
    permitLongQuestions(cluster);
    WriterLock lock = WriterLock.take(cluster);
    try {
      return new ClusterWriter(cluster, lock, rebuild);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** A phrase with an act of law has hundreds of readings, in each field; by default 1,024 fit. */
  private static void permitLongQuestions(Cluster cluster) {
    try {
      cluster.write(
          "PUT", "/_cluster/settings", Map.of("persistent", Map.of(CLAUSES, MOST_CLAUSES)));
    } catch (EngineUnavailableException refused) {
      LOG.warn(
          "The cluster keeps its own “{}”: set it to {}, or the longest questions fail. {}",
          CLAUSES,
          MOST_CLAUSES,
          refused.getMessage());
    }
  }

  private void create(String index, Map<String, Object> definition) {
    create(cluster, index, definition);
  }

  /** Creates an index; one that exists already was created by a request that is sent again. */
  private static void create(Cluster cluster, String index, Map<String, Object> definition) {
    try {
      cluster.write("PUT", "/" + index, definition);
    } catch (EngineUnavailableException refused) {
      if (cluster.read("HEAD", "/" + index, null).isMissing()) {
        throw refused;
      }
    }
  }

  private List<Integer> generations() {
    String name = cluster.settings().prefix() + "-processes-";
    Reply all = cluster.read("GET", "/_cat/indices/" + name + "*?format=json&h=index", null);
    List<Integer> generations = new ArrayList<>();
    all.body()
        .forEach(each -> {
          String number = each.path("index").asString("").substring(name.length());
          if (number.matches("[0-9]{1,9}")) {
            generations.add(Integer.valueOf(number));
          }
        });
    return generations;
  }

  /** Deletes what a run that ended without its commit has left. */
  private void forgetUnpublished() {
    Map<String, Object> later =
        Map.of(
            "query", Map.of("range", Map.of(ClusterSchema.COMMIT, Map.of("gt", current.number()))));
    refresh();
    for (String index : List.of(current.processes(cluster), current.texts(cluster))) {
      cluster.write(
          "POST", "/" + index + "/_delete_by_query?refresh=true&conflicts=proceed", later);
    }
  }

  private void refresh() {
    cluster.write(
        "POST",
        "/%s,%s/_refresh".formatted(current.processes(cluster), current.texts(cluster)),
        null);
  }

  @Override
  public Map<String, String> fingerprints() {
    return anew ? Map.of() : lastCommit.fingerprints();
  }

  @Override
  public LastCommit lastCommit() {
    return lastCommit;
  }

  @Override
  public void setOutdated(Map<String, AsOf> now) {
    outdated = Map.copyOf(now);
  }

  private long next() {
    return current.number() + 1;
  }

  @Override
  public void put(IndexedProcess process) {
    String id = process.record().id();
    if (!put.add(id)) {
      subtract(List.of(ProcessDocuments.name(id, next())));
    }
    deleted.remove(id);
    ProcessDocuments its = new ProcessDocuments(process, next());
    bulk.index(current.processes(cluster), its.name(), its.searched());
    its.texts().forEach((name, text) -> bulk.index(current.texts(cluster), name, text));
    forms.add(its, next());
  }

  @Override
  public void delete(String id) {
    if (put.remove(id)) {
      String name = ProcessDocuments.name(id, next());
      subtract(List.of(name));
      bulk.delete(current.processes(cluster), name);
    }
    deleted.add(id);
  }

  /** Subtracts the forms of documents that will answer no more. */
  private void subtract(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    bulk.flush();
    refresh();
    forms.subtract(names);
  }

  @Override
  public void commit() {
    lock.require();
    Set<String> ending = new HashSet<>(put);
    ending.addAll(deleted);
    List<String> names = ending.stream().map(documents::get).filter(Objects::nonNull).toList();
    subtract(names);
    List<String> dictionary = forms.dictionary(current, next());
    bulk.flush();
    Map<String, Long> replaced = new LinkedHashMap<>(current.replaced());
    forget(replaced);
    names.forEach(name -> replaced.put(name, Instant.now().getEpochSecond()));
    refresh();
    publish(
        new ClusterCommit(
            ClusterCommit.SCHEMA,
            current.generation(),
            next(),
            Instant.now(),
            replaced,
            dictionary,
            outdated));
  }

  /** Deletes documents that were replaced long ago. */
  private void forget(Map<String, Long> replaced) {
    long before = Instant.now().minus(KEPT).getEpochSecond();
    List<String> old =
        replaced.entrySet().stream()
            .filter(each -> each.getValue() < before)
            .map(Map.Entry::getKey)
            .toList();
    if (!old.isEmpty()) {
      old.forEach(name -> bulk.delete(current.processes(cluster), name));
      bulk.flush();
      cluster.write(
          "POST",
          "/" + current.texts(cluster) + "/_delete_by_query?conflicts=proceed",
          Map.of("query", Map.of("terms", Map.of(ClusterSchema.OF, old))));
      old.forEach(replaced::remove);
    }
  }

  /** Replaces the document that readers follow. */
  private void publish(ClusterCommit next) {
    String condition =
        version
            .map(each -> "?if_seq_no=%d&if_primary_term=%d".formatted(each.sequence(), each.term()))
            .orElse("?op_type=create");
    String path =
        "/%s/_doc/%s%s"
            .formatted(ClusterCommit.metaIndex(cluster), ClusterCommit.DOCUMENT, condition);
    Reply reply = cluster.write("PUT", path, next.source());
    Optional<ClusterCommit.Found> now = ClusterCommit.read(cluster);
    // A conflict is our own commit if its answer was lost and it was sent again.
    boolean ours = now.filter(found -> found.commit().source().equals(next.source())).isPresent();
    if (reply.isConflict() && !ours) {
      throw new IndexLockedException(
          "Another run has published a commit of “%s” meanwhile: run `lente index` again."
              .formatted(cluster.settings().prefix()));
    }
    put.forEach(id -> documents.put(id, ProcessDocuments.name(id, next.number())));
    deleted.forEach(documents::remove);
    put.clear();
    deleted.clear();
    forms.clear();
    current = next;
    version = now.map(ClusterCommit.Found::version);
    committed = true;
  }

  @Override
  public void keep(LastRun run) {
    try {
      cluster.write(
          "PUT",
          "/" + ClusterCommit.metaIndex(cluster) + "/_doc/run",
          Map.of("run", Cluster.JSON.writeValueAsString(run)));
    } catch (EngineUnavailableException lost) {
      LOG.warn("What the run came to cannot be kept in the cluster: {}", lost.getMessage());
    }
  }

  @Override
  public Optional<LastRun> lastRun() {
    return lastRun(cluster);
  }

  static Optional<LastRun> lastRun(Cluster cluster) {
    Reply reply = cluster.read("GET", "/" + ClusterCommit.metaIndex(cluster) + "/_doc/run", null);
    return reply.body().path("found").asBoolean(false)
        ? Optional.of(
            Cluster.JSON.readValue(
                reply.body().get("_source").get("run").asString(), LastRun.class))
        : Optional.empty();
  }

  @Override
  public void close() {
    try (cluster;
        lock) {
      Collection<Integer> unused = new ArrayList<>(outOfUse);
      if (anew && !committed) {
        unused.add(current.generation());
      }
      for (int generation : unused) {
        for (String kind : List.of("processes", "texts")) {
          cluster.write(
              "DELETE",
              "/%s-%s-%d?ignore_unavailable=true"
                  .formatted(cluster.settings().prefix(), kind, generation),
              null);
        }
      }
    }
  }
}
