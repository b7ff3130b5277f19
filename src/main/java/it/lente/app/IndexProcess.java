package it.lente.app;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code lente index} as a child of this process: it writes to the same terminal, and ends with its
 * parent however that ends, for the parent holds its standard input open.
 */
final class IndexProcess {

  private static final long PATIENCE_SECONDS = 5;

  private IndexProcess() {}

  /** Starts to index; stops when this process ends. */
  static void start(Settings settings, PrintWriter err) throws IOException {
    AtomicBoolean stopping = new AtomicBoolean();
    Process child =
        new ProcessBuilder(command(settings))
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopping.set(true);
                  stop(child);
                },
                "stop indexing"));
    child.onExit().thenAccept(ended -> {
      if (!stopping.get() && (settings.watching() || ended.exitValue() != 0)) {
        err.println(
            "Indexing ended with exit code "
                + ended.exitValue()
                + "; what was committed stays served. Start again to go on indexing.");
        err.flush();
      }
    });
  }

  private static List<String> command(Settings settings) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseGet(IndexProcess::javaOfThisHome));
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      // Two processes cannot listen to one debugger.
      if (!flag.startsWith("-agentlib:jdwp")) {
        command.add(flag);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.add("index");
    command.add(IndexCommand.UNTIL_STDIN_ENDS);
    if (settings.watching()) {
      command.add("--watch");
    }
    add(command, Setting.RECORDS, settings.records().toString());
    add(command, Setting.ATTACHMENTS, settings.attachments().toString());
    add(command, Setting.INDEX, settings.index().toString());
    return command;
  }

  private static void add(List<String> command, Setting setting, String value) {
    command.add(setting.option());
    command.add(value);
  }

  private static String javaOfThisHome() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  private static void stop(Process child) {
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
