package it.lente.app;

import it.lente.web.IndexingState;
import java.io.File;
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
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code lente index} as a child of this process: it writes to the same terminal, and ends with its
 * parent however that ends, for the parent holds its standard input open. If it dies it is started
 * again.
 */
final class IndexProcess {

  private static final Logger LOG = LoggerFactory.getLogger(IndexProcess.class);
  private static final long PATIENCE_SECONDS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** A child that ran so long was well: the next pause is a short one. */
  private static final Duration HEALTHY = Duration.ofMinutes(5);

  /** Exit codes by which a run ends by itself: the same run would end so again. */
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

  /** Keeps a child running until it ends as it should or is stopped. */
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

  /** Returns the pause after one more death, twice as long as the one before, up to a minute. */
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

  /** What watches never ends by itself; a single run does, also where something was refused. */
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
    command.add(ProcessHandle.current().info().command().orElseGet(IndexProcess::javaOfThisHome));
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      // Two processes cannot listen to one debugger; vectors are for those who search.
      if (!flag.startsWith("-agentlib:jdwp") && !flag.startsWith("--add-modules")) {
        command.add(flag);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.add("index");
    command.add(IndexCommand.UNTIL_STDIN_ENDS);
    if (watching) {
      command.add("--watch");
    }
    addShared(command, serve);
    return command;
  }

  /** The child is given all that it shares with its parent, for the settings may have changed. */
  private static void addShared(List<String> command, CommandSpec serve) {
    CommandSpec index = serve.parent().subcommands().get("index").getCommandSpec();
    for (OptionSpec option : serve.options()) {
      Object value = option.getValue();
      if (index.findOption(option.longestName()) == null || value == null) {
        continue;
      }
      if (!(value instanceof Boolean)) {
        command.add(option.longestName() + "=" + value);
      } else if (value.equals(true)) {
        command.add(option.longestName());
      }
    }
  }

  private static String javaOfThisHome() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  /** Ends the child, and starts none any more. */
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
