package it.lente.engine.lucene;

import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provides a snapshot of the last commit: checks twice a second for a new commit or generation,
 * opens it, then swaps. Running questions keep their snapshot.
 */
final class SnapshotFollower implements Snapshots {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotFollower.class);
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final IndexFolder folder;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("index-follower").unstarted(task));

  private final ScheduledFuture<?> looking;
  private volatile Snapshot snapshot;
  private volatile NotReady reason = NotReady.NO_INDEX;
  private volatile String unavailable = "";
  private FSDirectory directory;
  private int generation;

  SnapshotFollower(Path root) {
    this.folder = new IndexFolder(root);
    follow();
    looking =
        clock.scheduleWithFixedDelay(
            this::follow, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Snapshot take() {
    while (true) {
      Snapshot latest = snapshot;
      if (latest == null) {
        throw new EngineUnavailableException(reason, unavailable);
      }
      // A snapshot that was closed in between has a successor already.
      if (latest.take()) {
        return latest;
      }
    }
  }

  @Override
  public IndexFolder folder() {
    return folder;
  }

  @Override
  public int generation() {
    return generation;
  }

  private synchronized void follow() {
    try {
      int current = folder.requireCurrent();
      if (snapshot == null || current != generation) {
        open(current);
      } else {
        swap(snapshot.refreshed());
      }
    } catch (EngineUnavailableException e) {
      reason = e.reason();
      unavailable = e.getMessage();
    } catch (IOException | RuntimeException | Error e) {
      // An exception thrown here would end the schedule, and no commit would be followed any more.
      // The next check may find a newer generation; until then the old one stays in use.
      reason = NotReady.UNREADABLE;
      unavailable = "The index in %s cannot be read: %s.".formatted(folder.root(), e.getMessage());
      LOG.debug("index not readable", e);
    }
  }

  private void open(int number) throws IOException {
    FSDirectory next = FSDirectory.open(folder.generation(number));
    try {
      swap(Snapshot.open(next));
    } catch (IOException | RuntimeException | Error e) {
      next.close();
      throw e;
    }
    FSDirectory last = directory;
    directory = next;
    generation = number;
    if (last != null) {
      last.close();
    }
  }

  private void swap(Snapshot next) throws IOException {
    Snapshot last = snapshot;
    if (next != last) {
      snapshot = next;
      if (last != null) {
        last.release();
      }
    }
  }

  @Override
  public void close() {
    looking.cancel(false);
    clock.shutdown();
    synchronized (this) {
      try {
        unavailable = "The engine is closed.";
        swap(null);
        if (directory != null) {
          directory.close();
        }
      } catch (IOException e) {
        LOG.warn("the index could not be closed: {}", e.getMessage());
      }
    }
  }
}
