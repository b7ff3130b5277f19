package it.lente.extract.workers;

import it.lente.extract.NotReadNowException;
import it.lente.record.AttachmentText;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/** Reads one file by means of at most two workers. */
final class FileReading implements AutoCloseable {

  /** Size in bytes up to which texts of several files may be in memory at the same time. */
  private static final int LARGE = 16 << 20;

  private static final int MEGABYTE = 1 << 20;

  private final WorkerPool pool;
  private final WorkerLimits limits;
  private final Semaphore largeOne;
  private final PartialResult salvage = new PartialResult();
  private boolean large;

  /**
   * @param largeOne permit of the single file whose text may exceed {@link #LARGE}
   */
  FileReading(WorkerPool pool, WorkerLimits limits, Semaphore largeOne) {
    this.pool = pool;
    this.limits = limits;
    this.largeOne = largeOne;
  }

  /**
   * Returns the text of the file, or as much of it as two workers could read.
   *
   * @throws NotReadNowException if a part is missing for a reason outside the file
   * @throws CancellationException if the pool is closed or the thread is interrupted
   */
  AttachmentText of(ReadRequest request) throws IOException, InterruptedException {
    Worker worker = pool.borrow();
    try {
      Optional<AttachmentText> whole = attempt(worker, request);
      if (whole.isEmpty() && salvage.again()) {
        worker = pool.replace(worker);
        whole = attempt(worker, request.after(salvage.fatal()));
      }
      return whole.orElseGet(this::part);
    } finally {
      pool.giveBack(worker);
    }
  }

  private AttachmentText part() {
    AttachmentText part = salvage.part();
    if (!salvage.ofTheFile()) {
      throw new NotReadNowException(part);
    }
    return part;
  }

  /** Returns the whole text, or nothing if the worker failed before the end. */
  private Optional<AttachmentText> attempt(Worker worker, ReadRequest request)
      throws InterruptedException {
    try {
      worker.send(request);
      while (true) {
        WorkerMessageCodec.Received received = worker.receive();
        requireWanted(worker);
        switch (received.frame()) {
          case WorkerMessage.Opened opened -> salvage.opened(opened);
          case WorkerMessage.Begun begun -> salvage.begun(begun);
          case WorkerMessage.Page page -> keep(page, received.bytes());
          case WorkerMessage.Done done -> {
            return Optional.of(salvage.whole(done));
          }
          case WorkerMessage.NotNow notNow -> throw new NotReadNowException(notNow.reason(), null);
          case WorkerMessage.Ready ready ->
              throw new IllegalStateException("refused by the worker");
        }
      }
    } catch (WorkerMessageCodec.TooLongException tooLong) {
      worker.kill();
      salvage.lost(WorkerFailure.tooLarge(limits.textBytes() / MEGABYTE));
    } catch (IOException | IllegalArgumentException silent) {
      WorkerFailure loss = worker.death();
      pool.requireOpen();
      salvage.lost(loss);
    }
    return Optional.empty();
  }

  private void keep(WorkerMessage.Page page, int bytes)
      throws WorkerMessageCodec.TooLongException, InterruptedException {
    salvage.add(page, bytes);
    if (salvage.bytes() > limits.textBytes()) {
      throw new WorkerMessageCodec.TooLongException(bytes);
    }
    if (salvage.bytes() > LARGE && !large) {
      largeOne.acquire();
      large = true;
    }
  }

  private static void requireWanted(Worker worker) {
    if (Thread.currentThread().isInterrupted()) {
      worker.kill();
      throw new CancellationException("stopped");
    }
  }

  @Override
  public void close() {
    if (large) {
      largeOne.release();
    }
  }
}
