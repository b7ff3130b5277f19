package it.lente.engine.opensearch;

import it.lente.engine.EngineUnavailableException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Provides a snapshot of the last commit: looks twice a second for a new commit, opens it, then
 * swaps. While the cluster does not answer, the last snapshot stays in use, as it may answer again
 * at any time.
 */
final class CommitFollower implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final Cluster cluster;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("commit-follower").unstarted(task));

  private final Future<?> following;
  private volatile ClusterSnapshot snapshot;
  private volatile EngineUnavailableException unavailable;

  CommitFollower(Cluster cluster) {
    this.cluster = cluster;
    follow();
    following =
        clock.scheduleWithFixedDelay(
            this::follow, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns the snapshot of the last commit that was seen. */
  ClusterSnapshot take() {
    ClusterSnapshot latest = snapshot;
    if (latest == null) {
      throw new EngineUnavailableException(unavailable.reason(), unavailable.getMessage());
    }
    return latest;
  }

  private synchronized void follow() {
    try {
      ClusterCommit commit = ClusterCommit.require(cluster.hurried());
      ClusterSnapshot last = snapshot;
      if (last == null || !commit.equals(last.commit())) {
        snapshot = ClusterSnapshot.open(cluster, commit, last);
      }
    } catch (EngineUnavailableException e) {
      unavailable = e;
      if (e.reason() != EngineUnavailableException.NotReady.UNREACHABLE) {
        snapshot = null;
      }
    } catch (RuntimeException | Error e) {
      // An exception thrown here would end the schedule, and no commit would be followed any more.
      unavailable =
          new EngineUnavailableException(
              EngineUnavailableException.NotReady.UNREADABLE,
              "The index in the cluster cannot be read: %s.".formatted(e));
    }
  }

  @Override
  public void close() {
    following.cancel(false);
    clock.shutdownNow();
    unavailable =
        new EngineUnavailableException(
            EngineUnavailableException.NotReady.UNREACHABLE, "The engine is closed.");
    snapshot = null;
  }
}
