package it.lente.app;

import it.lente.engine.IndexLockedException;
import it.lente.engine.RecordWriter;
import it.lente.index.IndexRun;
import it.lente.index.IndexingReport;
import it.lente.index.Progress;
import it.lente.index.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the index up to date, once or whenever something changes. */
@Command(
    name = "index",
    description = "Bring the index up to date with the records and their reports.")
final class IndexCommand implements Callable<Integer> {

  /** Tells the child of {@code lente serve} to end with its parent. */
  static final String UNTIL_STDIN_ENDS = "--until-stdin-ends";

  private static final long RETRY_MILLIS = 1_000;

  private final Environment environment;
  private final Engines engines;

  @Spec private CommandSpec spec;
  @Mixin private CollectionOptions collection;
  @Mixin private ReadingOptions reading;

  @Option(names = "--watch", description = "go on, and index again whenever a file changes")
  private boolean watching;

  @Option(
      names = "--rebuild",
      description = "write the whole index anew; texts that were extracted before are kept")
  private boolean rebuild;

  @Option(names = UNTIL_STDIN_ENDS, hidden = true)
  private boolean untilStdinEnds;

  IndexCommand(Environment environment, Engines engines) {
    this.environment = environment;
    this.engines = engines;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<Setting, String> given = collection.given();
    reading.putInto(given);
    Settings settings = Settings.read(given, environment).requireCollection();
    if (untilStdinEnds) {
      Thread.ofPlatform().daemon().name("parent").start(() -> endWith(System.in));
    }
    ReportPrinter printer = new ReportPrinter(spec.commandLine().getOut());
    Progress progress = new ConsoleProgress(System.err, environment.terminalErr());
    try (CollectionRun collectionRun = CollectionRun.of(settings, progress)) {
      IndexRun run = collectionRun.run();
      return watching ? watch(settings, run, printer) : once(settings, run, printer, rebuild);
    }
  }

  private int once(Settings settings, IndexRun run, ReportPrinter printer, boolean anew)
      throws IOException {
    try (RecordWriter writer = engines.writer(settings.index(), anew)) {
      IndexingReport report = run.into(writer);
      printer.print(report);
      return report.records().anyLost() ? 1 : 0;
    }
  }

  /** The folders are watched before the first run, so that no change falls between the two. */
  private int watch(Settings settings, IndexRun run, ReportPrinter printer)
      throws IOException, InterruptedException {
    try (Watch watch = new Watch(List.of(settings.records(), settings.attachments()))) {
      boolean anew = rebuild;
      do {
        while (!attempt(settings, run, printer, anew)) {
          Thread.sleep(RETRY_MILLIS);
        }
        anew = false;
      } while (watch.awaitChange());
      return 0;
    }
  }

  /** Whether the run came to an end; if another run is in the way it has to wait. */
  private boolean attempt(Settings settings, IndexRun run, ReportPrinter printer, boolean anew) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      once(settings, run, printer, anew);
      return true;
    } catch (IndexLockedException busy) {
      err.println(busy.getMessage() + " Waiting.");
      return false;
    } catch (IOException | UncheckedIOException gone) {
      err.println("The index stays as it is: " + gone.getMessage() + ". Waiting for a change.");
      return true;
    }
  }

  private static void endWith(InputStream parent) {
    try {
      // Nobody writes here: the end is all that is waited for.
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // A broken pipe is an end too.
    }
    System.exit(0);
  }
}
