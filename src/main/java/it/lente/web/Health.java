package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.EngineStatus;
import it.lente.engine.EngineStatus.Cluster;
import it.lente.engine.EngineStatus.Commit;
import it.lente.engine.EngineUnavailableException.NotReady;
import it.lente.engine.LastRun;
import it.lente.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Reports to supervisors whether the server works and how fresh its index is. */
final class Health {

  private static final String STOPPING = "stopping";

  private final Search search;
  private final Supplier<IndexingState> indexing;
  private final BooleanSupplier stopping;

  Health(Search search, Supplier<IndexingState> indexing, BooleanSupplier stopping) {
    this.search = search;
    this.indexing = indexing;
    this.stopping = stopping;
  }

  /** Asks nothing of the engine: any response shows that the process works. */
  void live(Context context) {
    new JsonObject().with("live", true).send(context);
  }

  void health(Context context) {
    EngineStatus status = search.status();
    IndexingState child = indexing.get();
    String reason =
        stopping.getAsBoolean() ? STOPPING : status.unready().map(NotReady::key).orElse(null);
    context.header("Cache-Control", "no-store");
    if (reason != null) {
      context.status(ProblemType.NOT_READY.status()).header("Retry-After", ProblemType.RETRY_AFTER);
    }
    new JsonObject()
        .with("ready", reason == null)
        .withAny("reason", reason)
        .withAny("generation", status.commit().map(Commit::generation))
        .with("processes", status.processes())
        .with("attachments", status.attachments())
        .with("pages", status.pages())
        .withAny("commitAge", status.commit().map(Health::age))
        .withAny("lastRun", status.lastRun().map(Health::run))
        .with("watching", child.watching())
        .with("stale", isStale(status, child))
        .withAny("freeDisk", status.storage().freeDisk() < 0 ? null : status.storage().freeDisk())
        .withAny("cluster", status.storage().cluster().map(Health::cluster))
        .send(context);
  }

  /** Returns the last run, with the names of the figures in its report. */
  private static JsonObject run(LastRun run) {
    LastRun.Counts counts = run.counts();
    return new JsonObject()
        .with("result", run.result())
        .with("at", run.at().toString())
        .with("new", counts.added())
        .with("changed", counts.changed())
        .with("removed", counts.removed())
        .with("refused", counts.refused())
        .with("kept", counts.kept())
        .with("withheld", counts.withheld());
  }

  private static JsonObject cluster(Cluster cluster) {
    return new JsonObject().with("state", cluster.color()).with("nodes", cluster.nodes());
  }

  /** Returns whether changes of the collection may be missing from the index. */
  static boolean isStale(EngineStatus status, IndexingState child) {
    return child.lost()
        || status.lastRun().filter(run -> run.result() == LastRun.Result.FAILED).isPresent();
  }

  /** Returns the age of a commit in seconds. */
  static long age(Commit commit) {
    return Math.max(0, Duration.between(commit.time(), Instant.now()).toSeconds());
  }
}
