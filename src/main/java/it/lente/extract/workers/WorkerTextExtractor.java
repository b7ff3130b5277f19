package it.lente.extract.workers;

import it.lente.extract.ExtractorVersion;
import it.lente.extract.NotReadNowException;
import it.lente.extract.PlainReason;
import it.lente.extract.TextExtractor;
import it.lente.record.AttachmentText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/**
 * Extracts texts in other processes, because a file may hang its reader, crash it or fill its
 * memory. After a failure the pages read so far are kept, and a second process reads the rest.
 */
public final class WorkerTextExtractor implements TextExtractor, AutoCloseable {

  private final WorkerPool pool;
  private final WorkerLimits limits;
  private final Semaphore largeOne = new Semaphore(1);

  /**
   * Starts no process before there is a file to read.
   *
   * @param workers how many files are read at the same time
   * @param scratch the folder for the workers' temporary files, created if missing
   */
  public WorkerTextExtractor(WorkerLaunch launch, WorkerLimits limits, int workers, Path scratch) {
    this.pool = new WorkerPool(launch, limits, workers, scratch);
    this.limits = limits;
  }

  /**
   * {@inheritDoc}
   *
   * @throws CancellationException if this is closed meanwhile, or the thread interrupted
   */
  @Override
  public AttachmentText extract(Path file) {
    return read(ReadRequest.of(file));
  }

  /** Reads a file like {@link #extract}, with the settings of the request. */
  AttachmentText read(ReadRequest request) {
    try (FileReading reading = new FileReading(pool, limits, largeOne)) {
      return reading.of(request);
    } catch (IOException e) {
      throw new NotReadNowException(PlainReason.ofReading(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("stopped").initCause(e);
    }
  }

  @Override
  public String version() {
    return ExtractorVersion.current();
  }

  /** Ends all workers. The files they are reading are abandoned. */
  @Override
  public void close() {
    pool.close();
  }
}
