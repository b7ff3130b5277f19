package it.lente.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import it.lente.engine.EngineStatus;
import it.lente.engine.EngineStatus.Commit;
import it.lente.engine.EngineUnavailableException.NotReady;
import it.lente.engine.LastRun;
import it.lente.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Reports to supervisors whether the server works and how fresh its index is. */
final class Health {

  private static final String STOPPING = "stopping";

  private final Search search;
  private final Supplier<IndexingState> indexing;
  private final BooleanSupplier stopping;
  private final Json json;

  Health(Search search, Supplier<IndexingState> indexing, BooleanSupplier stopping, Json json) {
    this.search = search;
    this.indexing = indexing;
    this.stopping = stopping;
    this.json = json;
  }

  /**
   * The response; null values are left out.
   *
   * @param commitAge in seconds
   * @param stale true if changes of the collection may be missing, because the last run failed or
   *     the indexing process has died
   * @param freeDisk in bytes
   */
  record HealthJson(
      boolean ready,
      String reason,
      Integer generation,
      int processes,
      int attachments,
      long pages,
      Long commitAge,
      RunJson lastRun,
      boolean watching,
      boolean stale,
      Long freeDisk) {}

  /** The last run, with the names of the figures in its report. */
  record RunJson(
      String result,
      String at,
      @JsonProperty("new") int added,
      int changed,
      int removed,
      int refused,
      int kept,
      int withheld) {

    static RunJson of(LastRun run) {
      LastRun.Counts counts = run.counts();
      return new RunJson(
          run.result().key(),
          run.at().toString(),
          counts.added(),
          counts.changed(),
          counts.removed(),
          counts.refused(),
          counts.kept(),
          counts.withheld());
    }
  }

  /** Asks nothing of the engine: any response shows that the process works. */
  void live(Context context) {
    json.write(context, Map.of("live", true));
  }

  void health(Context context) {
    HealthJson health = now();
    context.header("Cache-Control", "no-store");
    if (!health.ready()) {
      context.status(ProblemType.NOT_READY.status()).header("Retry-After", ProblemType.RETRY_AFTER);
    }
    json.write(context, health);
  }

  private HealthJson now() {
    EngineStatus status = search.status();
    IndexingState child = indexing.get();
    String reason =
        stopping.getAsBoolean() ? STOPPING : status.unready().map(NotReady::key).orElse(null);
    Optional<Commit> commit = status.commit();
    return new HealthJson(
        reason == null,
        reason,
        commit.map(Commit::generation).orElse(null),
        status.processes(),
        status.attachments(),
        status.pages(),
        commit.map(Health::age).orElse(null),
        status.lastRun().map(RunJson::of).orElse(null),
        child.watching(),
        isStale(status, child),
        status.freeDisk() < 0 ? null : Long.valueOf(status.freeDisk()));
  }

  static boolean isStale(EngineStatus status, IndexingState child) {
    return child.lost()
        || status.lastRun().filter(run -> run.result() == LastRun.Result.FAILED).isPresent();
  }

  /** Returns the age of a commit in seconds. */
  static long age(Commit commit) {
    return Math.max(0, Duration.between(commit.time(), Instant.now()).toSeconds());
  }
}
