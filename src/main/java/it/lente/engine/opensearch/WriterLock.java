package it.lente.engine.opensearch;

import it.lente.engine.IndexLockedException;
import it.lente.engine.opensearch.Cluster.Reply;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Reserves an index for one writer: a document that names it and is renewed while it works. A
 * writer that was killed loses it after a minute; the clocks of machines may differ by less.
 */
final class WriterLock implements AutoCloseable {

  private static final Duration VALID = Duration.ofSeconds(60);
  private static final Duration RENEWED = Duration.ofSeconds(15);

  private final Cluster cluster;
  private final String path;
  private final String owner = UUID.randomUUID().toString();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("writer-lock").unstarted(task));

  private Future<?> renewing = CompletableFuture.completedFuture(null);
  private volatile boolean lost;

  private WriterLock(Cluster cluster) {
    this.cluster = cluster;
    this.path = "/" + ClusterCommit.metaIndex(cluster) + "/%s/lock";
  }

  /**
   * Takes the lock.
   *
   * @throws IndexLockedException if another writer has it
   */
  static WriterLock take(Cluster cluster) {
    WriterLock lock = new WriterLock(cluster);
    try {
      if (cluster.write("PUT", lock.path.formatted("_create"), lock.content()).isConflict()) {
        lock.takeOver();
      }
    } catch (RuntimeException e) {
      lock.clock.shutdownNow();
      throw e;
    }
    lock.renewing =
        lock.clock.scheduleWithFixedDelay(
            lock::renew, RENEWED.toMillis(), RENEWED.toMillis(), TimeUnit.MILLISECONDS);
    return lock;
  }

  private Map<String, Object> content() {
    return Map.of(
        "owner", owner, "by", process(), "until", Instant.now().plus(VALID).toEpochMilli());
  }

  private static String process() {
    String pid = Long.toString(ProcessHandle.current().pid());
    try {
      return pid + " on " + InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return pid;
    }
  }

  private void takeOver() {
    Reply reply = cluster.read("GET", path.formatted("_doc"), null);
    JsonNode source = reply.body().path("_source");
    boolean mine = owner.equals(source.path("owner").asString(""));
    if (!mine
        && (source.path("until").asLong(0) > System.currentTimeMillis()
            || replace(reply.body()).isConflict())) {
      throw new IndexLockedException(
          "Another run writes the index “%s”, process %s: wait until it ends."
              .formatted(cluster.settings().prefix(), source.path("by").asString("?")));
    }
  }

  private Reply replace(JsonNode before) {
    String version =
        before.path("found").asBoolean(false)
            ? "?if_seq_no=%d&if_primary_term=%d"
                .formatted(before.get("_seq_no").asLong(), before.get("_primary_term").asLong())
            : "?op_type=create";
    return cluster.write("PUT", path.formatted("_doc") + version, content());
  }

  private void renew() {
    try {
      Reply reply = cluster.read("GET", path.formatted("_doc"), null);
      if (!owner.equals(reply.body().path("_source").path("owner").asString(""))) {
        lost = true;
      } else {
        replace(reply.body());
      }
    } catch (RuntimeException unreachable) {
      // The next renewal may succeed; another writer that takes the lock is noticed then.
    }
  }

  /** Throws if another writer has taken the lock. */
  void require() {
    renew();
    if (lost) {
      throw new IndexLockedException(
          "Another run has taken the index “%s” over, because the cluster could not be reached."
              .formatted(cluster.settings().prefix()));
    }
  }

  @Override
  public void close() {
    renewing.cancel(false);
    clock.shutdownNow();
    Reply reply = cluster.read("GET", path.formatted("_doc"), null);
    if (owner.equals(reply.body().path("_source").path("owner").asString(""))) {
      cluster.write("DELETE", path.formatted("_doc"), null);
    }
  }
}
