package it.lente.index;

import it.lente.extract.AttachmentTextSource;
import it.lente.extract.NotReadNowException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Recognises pictures during and after runs. Only stored texts change; the next run indexes the
 * changed processes whole. Results are reported in batches, because each run is a commit.
 */
public final class Recognition implements AutoCloseable {

  private static final Duration BATCH = Duration.ofSeconds(20);

  private static final Logger LOG = System.getLogger(Recognition.class.getName());

  private final AttachmentTextSource texts;
  private final Path attachments;
  private final Progress progress;

  /** Nothing if pictures are not recognised. */
  private final Optional<ExecutorService> threads;

  /** Contents already tried, successfully or not: a failure would repeat a minute later. */
  private final Set<String> tried = new HashSet<>();

  private int pending;
  private int done;
  private int unreported;
  private long lastBatch = System.nanoTime();

  /** Receives the progress. */
  @FunctionalInterface
  public interface Progress {
    void show(int done, int of);
  }

  /**
   * Starts with nothing to do.
   *
   * @param attachments the folder that the files' paths start from
   * @param threads number of files recognised at the same time, 0 for no recognition
   */
  public Recognition(AttachmentTextSource texts, Path attachments, int threads, Progress progress) {
    this.texts = texts;
    this.attachments = attachments;
    this.progress = progress;
    ThreadFactory factory = Thread.ofPlatform().daemon().name("recognition-", 1).factory();
    this.threads =
        threads == 0
            ? Optional.empty()
            : Optional.of(Executors.newFixedThreadPool(threads, factory));
  }

  /** Adds files to the queue, except those that were tried before. */
  public synchronized void want(List<WaitingFile> files) {
    for (WaitingFile file : files) {
      if (threads.isPresent() && tried.add(file.sha256())) {
        pending++;
        threads.get().execute(() -> finish(recognize(file)));
      }
    }
  }

  private boolean ready() {
    return unreported > 0 && (idle() || System.nanoTime() - lastBatch > BATCH.toNanos());
  }

  /**
   * Waits until enough was recognised for another run, which includes all finished files.
   *
   * @return false if there is nothing left to do
   */
  public synchronized boolean awaitBatch() throws InterruptedException {
    while (!ready() && !idle()) {
      wait(BATCH.toMillis());
    }
    return takeBatch();
  }

  /** Returns whether enough was recognised for another run, which includes all finished files. */
  public synchronized boolean takeBatch() {
    boolean ready = ready();
    if (ready) {
      unreported = 0;
      lastBatch = System.nanoTime();
    }
    return ready;
  }

  private boolean idle() {
    return pending == 0;
  }

  private boolean recognize(WaitingFile file) {
    try {
      texts.recognize(attachments.resolve(file.path()), file.sha256());
      return true;
    } catch (IOException | NotReadNowException gone) {
      LOG.log(Level.WARNING, "{0} was not recognised: {1}", file.path(), gone.getMessage());
      return false;
    } catch (RuntimeException | Error broken) {
      LOG.log(Level.ERROR, file.path() + " was not recognised", broken);
      return false;
    }
  }

  private synchronized void finish(boolean recognized) {
    pending--;
    done++;
    unreported += recognized ? 1 : 0;
    progress.show(done, done + pending);
    notifyAll();
  }

  /** Leaves the files in progress unchanged. */
  @Override
  public void close() {
    threads.ifPresent(ExecutorService::shutdownNow);
  }
}
