package it.lente.extract.workers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that reads files, one at a time. A worker belongs to the thread that borrowed it;
 * {@link #watch} and {@link #kill} may be called by another thread.
 */
final class Worker implements AutoCloseable {

  /** File for the error output of the worker's Java. */
  private static final String ERRORS = "errors";

  private static final List<String> OPTIONS_OF_OTHERS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** Computing time after which a worker with the full compiler is cheaper. */
  private static final Duration BRIEF = Duration.ofSeconds(15);

  private static final int PIPE = 1 << 16;
  private static final long PATIENCE_SECONDS = 5;
  private static final int LONGEST_COMPLAINT = 300;

  private final Process process;
  private final Path folder;
  private final WorkerLimits limits;
  private final DataOutputStream requests;
  private final DataInputStream frames;
  private final Stopwatch fileWatch;
  private final Stopwatch pageWatch;
  private final boolean brief;
  private int files;
  private boolean busy;
  private volatile Instant idleSince = Instant.MAX;
  private volatile Optional<WorkerFailure> overrun = Optional.empty();

  private Worker(Process process, Path folder, WorkerLimits limits, boolean brief) {
    this.brief = brief;
    this.process = process;
    this.folder = folder;
    this.limits = limits;
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), PIPE));
    this.frames = new DataInputStream(new BufferedInputStream(process.getInputStream(), PIPE));
    this.fileWatch = new Stopwatch(limits.file());
    this.pageWatch = new Stopwatch(limits.page());
  }

  /**
   * Starts a worker, which is ready a little later.
   *
   * @param folder used by this worker alone, deleted with it
   * @param brief whether the worker is not expected to read much
   */
  static Worker start(WorkerLaunch launch, WorkerLimits limits, Path folder, boolean brief)
      throws IOException {
    ProcessBuilder command = new ProcessBuilder(launch.command(limits, folder, brief));
    // Options for the parent, such as a larger heap, are not meant for each of its workers.
    OPTIONS_OF_OTHERS.forEach(command.environment()::remove);
    command.redirectError(folder.resolve(ERRORS).toFile());
    return new Worker(command.start(), folder, limits, brief);
  }

  /** Waits until the worker can take a file. Fails with the error output of the worker's Java. */
  void awaitReady() throws IOException {
    fileWatch.start();
    try {
      WorkerMessageCodec.read(frames, PIPE);
      fileWatch.stop();
    } catch (IOException silent) {
      kill();
      throw new IOException("the process that reads files does not start" + complaint(), silent);
    }
  }

  void send(ReadRequest request) throws IOException {
    files++;
    busy = true;
    fileWatch.start();
    WorkerMessageCodec.writeRequest(requests, request);
  }

  /** Returns the worker's next message about its file. */
  WorkerMessageCodec.Received receive() throws IOException {
    WorkerMessageCodec.Received received = WorkerMessageCodec.read(frames, limits.textBytes());
    switch (received.frame()) {
      case WorkerMessage.Begun begun -> pageWatch.start();
      case WorkerMessage.Page page -> pageWatch.stop();
      case WorkerMessage.Done done -> finished();
      case WorkerMessage.NotNow notNow -> finished();
      case WorkerMessage.Ready ready -> throw new IOException("it started twice");
      case WorkerMessage.Opened opened -> {}
    }
    return received;
  }

  private void finished() {
    pageWatch.stop();
    fileWatch.stop();
    busy = false;
  }

  /** Kills the worker if its file takes too long. */
  void watch() {
    Optional<Duration> computed = process.info().totalCpuDuration();
    Optional<WorkerFailure> tooLong =
        pageWatch
            .check(computed)
            .map(how -> WorkerFailure.ofPage(how, limits.page().toSeconds()))
            .or(() ->
                fileWatch
                    .check(computed)
                    .map(how -> WorkerFailure.ofFile(how, limits.file().toSeconds())));
    if (tooLong.isPresent() && overrun.isEmpty()) {
      overrun = tooLong;
      kill();
    }
  }

  /** Returns why the worker stopped sending, after waiting for its end. */
  WorkerFailure death() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      kill();
      return WorkerFailure.ofNonsense();
    }
    int code = process.exitValue();
    return overrun.orElseGet(() -> WorkerFailure.ofExit(code, limits.heapMegabytes()));
  }

  /**
   * Returns whether a new worker should replace this one, because it has read many files or did not
   * finish its last.
   */
  boolean isWorn() {
    return files >= limits.files() || busy || !process.isAlive() || needsFullCompiler();
  }

  /** Returns whether this worker has more to read than it was started for. */
  boolean needsFullCompiler() {
    return brief
        && process.info().totalCpuDuration().filter(so -> so.compareTo(BRIEF) > 0).isPresent();
  }

  void rest() {
    idleSince = Instant.now();
  }

  boolean hasRestedTooLong() {
    return idleSince.plus(limits.idle()).isBefore(Instant.now());
  }

  /** Ends the worker at once, with all processes that it started. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Ends the worker and deletes its folder. */
  @Override
  public void close() {
    try {
      // At the end of its input the worker exits.
      requests.close();
    } catch (IOException dead) {
      // The worker has already exited.
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
        process.waitFor();
      }
    } catch (InterruptedException hurried) {
      kill();
      Thread.currentThread().interrupt();
    }
    ScratchFolder.delete(folder);
  }

  private String complaint() {
    try {
      String said = Files.readString(folder.resolve(ERRORS), StandardCharsets.ISO_8859_1).strip();
      return said.isEmpty()
          ? ""
          : ": " + said.substring(0, Math.min(said.length(), LONGEST_COMPLAINT));
    } catch (IOException nothing) {
      return "";
    }
  }
}
