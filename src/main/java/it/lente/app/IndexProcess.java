package it.lente.app;

import it.lente.extract.workers.WorkerLaunch;
import it.lente.web.IndexingState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs {@code lente index} as a child process that writes to the same terminal. The child ends with
 * its parent, however that ends, because the parent keeps its standard input open. If the child
 * dies, it is restarted.
 */
final class IndexProcess {

  private static final Logger LOG = LoggerFactory.getLogger(IndexProcess.class);
  private static final long PATIENCE_SECONDS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** After a child has run this long, the next pause is a short one. */
  private static final Duration HEALTHY = Duration.ofMinutes(5);

  /** The highest exit code of a regular end; the same run would end like that again. */
  private static final int LAST_OWN_CODE = 2;

  private final List<String> command;
  private final boolean watching;
  private Process child;
  private boolean stopping;
  private volatile IndexingState state = IndexingState.NONE;

  IndexProcess(CommandSpec serve, boolean watching) {
    this.command = command(serve, watching);
    this.watching = watching;
  }

  IndexingState state() {
    return state;
  }

  /** Restarts the child until it ends regularly or is stopped. */
  void run() throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    for (int restarts = 0; true; restarts++) {
      state = new IndexingState(watching, false, restarts);
      long start = System.nanoTime();
      int code = runOnce();
      state = new IndexingState(false, !isStopping() && !isOwnEnd(code), restarts);
      if (!state.lost()) {
        reportEnd(code);
        return;
      }
      boolean wasWell = System.nanoTime() - start > HEALTHY.toNanos();
      pause = wasWell ? FIRST_PAUSE : pause;
      LOG.warn(
          "Indexing ended with exit code {}. What was committed is still served; it starts again in"
              + " {} s.",
          code,
          pause.toSeconds());
      Thread.sleep(pause);
      pause = doubled(pause);
    }
  }

  /** Returns the pause after another failure: twice the previous one, up to a minute. */
  static Duration doubled(Duration pause) {
    return Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
  }

  /** Returns the exit code, -1 if the child could not be started. */
  private int runOnce() throws InterruptedException {
    try {
      return start().waitFor();
    } catch (IOException refused) {
      LOG.warn("Indexing does not start: {}", refused.getMessage());
      return -1;
    }
  }

  private synchronized Process start() throws IOException {
    if (stopping) {
      throw new IOException("the server is stopping");
    }
    child =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return child;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  /** Returns whether the child ended regularly; one that watches never does. */
  private boolean isOwnEnd(int code) {
    return !watching && code >= 0 && code <= LAST_OWN_CODE;
  }

  private void reportEnd(int code) {
    if (code != 0 && !isStopping()) {
      LOG.warn(
          "Indexing ended with exit code {}. What was committed is still served; start again to"
              + " index.",
          code);
    }
  }

  private static List<String> command(CommandSpec serve, boolean watching) {
    List<String> command = new ArrayList<>();
    command.add(WorkerLaunch.programOfThisJava());
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      // Two processes cannot listen to one debugger, and only searches need vectors.
      if (!flag.startsWith("-agentlib:jdwp") && !flag.startsWith("--add-modules")) {
        command.add(flag);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(serve.root().userObject().getClass().getName());
    command.add("index");
    command.add(IndexCommand.UNTIL_STDIN_ENDS);
    if (watching) {
      command.add("--watch");
    }
    // The child is given all shared options, because the file of settings may have changed.
    IndexOptions.shared(serve, serve.parent().subcommands().get("index").getCommandSpec())
        .forEach(command::add);
    return command;
  }

  /** Ends the child and prevents a restart. */
  void stop() {
    Process running;
    synchronized (this) {
      stopping = true;
      running = child;
    }
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      running.destroyForcibly();
    }
  }
}
