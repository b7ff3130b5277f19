package it.lente.extract;

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
 * A process that reads files, one at a time. It belongs to the thread that borrowed it; {@link
 * #watch} and {@link #kill} may come from another one.
 */
final class Worker implements AutoCloseable {

  /** Where its Java writes what goes wrong with itself. */
  private static final String ERRORS = "errors";

  private static final List<String> OPTIONS_OF_OTHERS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** Computing time after which a worker made for the long run is the cheaper one. */
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
   * Starts one; it is ready a little later.
   *
   * @param folder its own, deleted with it
   * @param brief whether it is not expected to read much
   */
  static Worker start(WorkerLaunch launch, WorkerLimits limits, Path folder, boolean brief)
      throws IOException {
    ProcessBuilder command = new ProcessBuilder(launch.command(limits, folder, brief));
    // Options for the parent, such as a larger heap, are not meant for each of its workers.
    OPTIONS_OF_OTHERS.forEach(command.environment()::remove);
    command.redirectError(folder.resolve(ERRORS).toFile());
    return new Worker(command.start(), folder, limits, brief);
  }

  /**
   * Waits until it can take a file.
   *
   * @throws IOException if it cannot, with what its Java has to say
   */
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

  /** What it says next of the file in its hands. */
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

  /** Kills it if the file in its hands takes too long. */
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

  /** Why it fell silent; waits until it is dead. */
  WorkerFailure death() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      kill();
      return WorkerFailure.ofNonsense();
    }
    int code = process.exitValue();
    return overrun.orElseGet(() -> WorkerFailure.ofExit(code, limits.heapMegabytes()));
  }

  /** Whether a new one should take its place: it has read many files, or not finished its last. */
  boolean isWorn() {
    return files >= limits.files() || busy || !process.isAlive() || needsFullCompiler();
  }

  /** Whether there is more to read than it was made for. */
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

  /** Ends it at once, with all that it started. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Ends it and deletes its folder. */
  @Override
  public void close() {
    try {
      // Its input ends, and with it the worker.
      requests.close();
    } catch (IOException dead) {
      // So it has ended already.
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
