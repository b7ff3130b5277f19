package it.lente.extract.workers;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The workers of a process, which are started when there is work for them, end after a while
 * without work, and are watched while they work. Safe for use by several threads.
 */
final class WorkerPool implements AutoCloseable {

  private static final Logger LOG = System.getLogger(WorkerPool.class.getName());

  private static final long LOOK_MILLIS = 100;

  private static final long POLL_MILLIS = 50;

  /**
   * Total time that all threads wait for a free worker before another one is started: about the
   * cost of starting and warming up a worker. If there is little to read, one worker reads it all.
   */
  private static final long WORTH_A_WORKER = Duration.ofSeconds(5).toNanos();

  private final WorkerLaunch launch;
  private final WorkerLimits limits;
  private final Path scratchParent;
  private final Semaphore places;
  private final BlockingDeque<Worker> idle = new LinkedBlockingDeque<>();
  private final Set<Worker> all = ConcurrentHashMap.newKeySet();
  private final AtomicInteger living = new AtomicInteger();
  private final AtomicLong waited = new AtomicLong();
  private final Thread atExit = new Thread(this::end, "end workers");
  private Optional<ScratchFolder> scratch = Optional.empty();
  private volatile boolean longRun;
  private volatile boolean closed;

  /**
   * Starts no worker yet.
   *
   * @param size limit of workers at a time
   * @param scratchParent parent of the folders for the workers' temporary files
   */
  WorkerPool(WorkerLaunch launch, WorkerLimits limits, int size, Path scratchParent) {
    this.launch = launch;
    this.limits = limits;
    this.scratchParent = scratchParent;
    this.places = new Semaphore(size);
  }

  /**
   * Waits for a worker and takes it; {@link #giveBack} must follow.
   *
   * @throws IOException if none can be started
   * @throws CancellationException if the pool is closed
   */
  Worker borrow() throws IOException, InterruptedException {
    places.acquire();
    try {
      Worker worker = idle.pollFirst();
      if (worker == null && !living.compareAndSet(0, 1)) {
        worker = awaitWarm();
        living.addAndGet(worker == null ? 1 : 0);
      }
      return worker == null ? start() : worker;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      places.release();
      throw failed;
    }
  }

  /** Ends a borrowed worker and returns a new one. */
  Worker replace(Worker worker) throws IOException {
    end(worker);
    living.incrementAndGet();
    return start();
  }

  void giveBack(Worker worker) {
    if (worker.needsFullCompiler()) {
      longRun = true;
    }
    if (closed || worker.isWorn()) {
      end(worker);
    } else {
      worker.rest();
      // The worker with the shortest idle time is taken first, so that surplus workers can end.
      idle.addFirst(worker);
    }
    places.release();
  }

  void requireOpen() {
    if (closed) {
      throw new CancellationException("stopped");
    }
  }

  /** Returns a warm worker, or null once waiting costs more than starting one. */
  private Worker awaitWarm() throws InterruptedException {
    long before = System.nanoTime();
    while (true) {
      requireOpen();
      Worker worker = idle.pollFirst(POLL_MILLIS, TimeUnit.MILLISECONDS);
      long now = System.nanoTime();
      long all = waited.addAndGet(now - before);
      before = now;
      if (worker != null || (all > WORTH_A_WORKER && waited.compareAndSet(all, 0))) {
        return worker;
      }
    }
  }

  /** Starts a worker that is counted as living already. */
  private Worker start() throws IOException {
    Worker worker;
    try {
      worker = Worker.start(launch, limits, newFolder(), !longRun);
    } catch (IOException | RuntimeException failed) {
      living.decrementAndGet();
      throw failed;
    }
    all.add(worker);
    try {
      worker.awaitReady();
      requireOpen();
      return worker;
    } catch (IOException | RuntimeException silent) {
      end(worker);
      requireOpen();
      throw silent;
    }
  }

  private void end(Worker worker) {
    worker.close();
    if (all.remove(worker)) {
      living.decrementAndGet();
    }
  }

  private synchronized Path newFolder() throws IOException {
    requireOpen();
    if (scratch.isEmpty()) {
      scratch = Optional.of(ScratchFolder.below(scratchParent));
      Thread.ofPlatform().name("watch workers").daemon().start(this::watch);
      Runtime.getRuntime().addShutdownHook(atExit);
    }
    return scratch.get().newFolder();
  }

  private void watch() {
    try {
      while (!closed) {
        Thread.sleep(LOOK_MILLIS);
        try {
          look();
        } catch (RuntimeException | Error broken) {
          LOG.log(Level.ERROR, "The workers were not watched for a moment", broken);
        }
      }
    } catch (InterruptedException impossible) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    all.forEach(Worker::watch);
    for (Worker worker : idle) {
      if (worker.hasRestedTooLong() && idle.remove(worker)) {
        end(worker);
        longRun = false;
      }
    }
  }

  /** Ends all workers, including those at work. */
  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException ending) {
      // The hook is already running and will find nothing to do.
    }
  }

  private synchronized void end() {
    if (closed) {
      return;
    }
    closed = true;
    for (Worker worker : all) {
      worker.kill();
      worker.close();
    }
    scratch.ifPresent(ScratchFolder::close);
  }
}
