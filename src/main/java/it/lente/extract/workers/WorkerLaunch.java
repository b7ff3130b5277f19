package it.lente.extract.workers;

import java.nio.file.Path;
import java.util.List;

/**
 * Describes how a worker is started.
 *
 * @param java the program
 * @param mainClass a class that uses {@link WorkerMessageCodec} on its standard input and output
 */
public record WorkerLaunch(String java, String classPath, String mainClass) {

  /** Only the name, because a process that loads this class opens files itself. */
  private static final String READING = "it.lente.extract.reading.ReadingWorker";

  /** Returns workers with the same Java and the same libraries as this process. */
  public static WorkerLaunch ofThisJava() {
    return new WorkerLaunch(programOfThisJava(), System.getProperty("java.class.path"), READING);
  }

  /** Returns the path of the Java that runs this process. */
  public static String programOfThisJava() {
    return ProcessHandle.current()
        .info()
        .command()
        .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  /**
   * Returns the command line of a worker that leaves nothing outside its folder, however it ends.
   *
   * @param brief for a worker that is not expected to read much: Java's second compiler, which
   *     makes code faster in the long run, costs it more than it gains
   */
  List<String> command(WorkerLimits limits, Path folder, boolean brief) {
    return List.of(
        java,
        brief ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation",
        "-Xmx" + limits.heapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+DisplayVMOutputToStderr",
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
        "-XX:-UsePerfData",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + folder.resolve("crash"),
        "-Djava.io.tmpdir=" + folder,
        "-Djava.awt.headless=true",
        "-cp",
        classPath,
        mainClass);
  }
}
