package it.lente.app;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code lente index} as a child of this process: it writes to the same terminal, and ends with its
 * parent however that ends, for the parent holds its standard input open.
 */
final class IndexProcess {

  private static final long PATIENCE_SECONDS = 5;

  private final Process child;
  private final AtomicBoolean stopping = new AtomicBoolean();

  private IndexProcess(Process child) {
    this.child = child;
  }

  /** Starts to index; stops when this process ends. */
  static IndexProcess start(CommandSpec serve, boolean watching) throws IOException {
    IndexProcess indexing =
        new IndexProcess(
            new ProcessBuilder(command(serve, watching))
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    Runtime.getRuntime().addShutdownHook(new Thread(indexing::stop, "stop indexing"));
    return indexing;
  }

  /** Waits until it ends by itself, and tells its exit code; a stop is no such end. */
  OptionalInt awaitEnd() throws InterruptedException {
    int code = child.waitFor();
    return stopping.get() ? OptionalInt.empty() : OptionalInt.of(code);
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

  private void stop() {
    stopping.set(true);
    child.destroy();
    try {
      if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      child.destroyForcibly();
    }
  }
}
