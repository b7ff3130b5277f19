package it.lente.extract;

import it.lente.record.AttachmentText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/**
 * Has files read by other processes, so that a file may hang its reader, crash it or fill its
 * memory: the pages read until then are kept, a second process tries, and then the file has its
 * verdict.
 */
public final class WorkerTextExtractor implements TextExtractor, AutoCloseable {

  private final WorkerPool pool;
  private final WorkerLimits limits;
  private final Semaphore largeOne = new Semaphore(1);

  /**
   * Starts no process before there is a file to read.
   *
   * @param workers how many files are read at the same time
   * @param scratch the folder for the workers' temporary files, made if need be
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

  /** Like {@link #extract}, as the request has it. */
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

  /** Ends all workers; files in their hands are given up. */
  @Override
  public void close() {
    pool.close();
  }
}
