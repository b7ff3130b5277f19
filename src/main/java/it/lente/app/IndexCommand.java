package it.lente.app;

import it.lente.engine.IndexLockedException;
import it.lente.engine.RecordWriter;
import it.lente.index.FolderWatcher;
import it.lente.index.IndexRun;
import it.lente.index.IndexingReport;
import it.lente.index.Recognition;
import it.lente.index.Slice;
import it.lente.index.SliceRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Updates the index, once or after every change. */
@Command(
    name = "index",
    description = "Bring the index up to date with the records and their reports.")
final class IndexCommand implements Callable<Integer> {

  /** Option with which {@code lente serve} makes its child process end with it. */
  static final String UNTIL_STDIN_ENDS = "--until-stdin-ends";

  private static final long LOCK_RETRY_MILLIS = 1_000;

  /** The delay before failed reads and writes are tried again: a disk may return or have room. */
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

  private final Environment environment;

  @Spec private CommandSpec spec;
  @Mixin private CollectionOptions collection;
  @Mixin private ReadingOptions reading;
  @Mixin private LogOption log;

  @Option(names = "--watch", description = "go on, and index again whenever a file changes")
  private boolean watching;

  @Option(
      names = "--rebuild",
      description = "write the whole index anew; texts that were extracted before are kept")
  private boolean rebuild;

  @Option(
      names = "--wait",
      description = "wait if another run is writing the index, instead of ending")
  private boolean waiting;

  @Option(
      names = "--slice",
      paramLabel = "I/N",
      converter = Converters.OneSlice.class,
      description = {
        "only extract the texts of this part of the files, such as 2/4, and index nothing:",
        "each machine takes one part, all with one folder of --texts"
      })
  private Optional<Slice> slice = Optional.empty();

  @Option(names = UNTIL_STDIN_ENDS, hidden = true)
  private boolean untilStdinEnds;

  IndexCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    log.apply();
    if (slice.isPresent() && (watching || rebuild || untilStdinEnds)) {
      throw new UsageException(
          "--slice extracts texts once and writes no index: leave --watch and --rebuild out.");
    }
    collection.require();
    if (untilStdinEnds) {
      Thread.ofPlatform().daemon().name("parent").start(() -> endWith(System.in));
    }
    ReportPrinter printer = new ReportPrinter(spec.commandLine().getOut());
    ConsoleProgress progress = new ConsoleProgress(System.err, environment.terminalErr());
    try (CollectionRun rooms = new CollectionRun(collection, reading)) {
      if (slice.isPresent()) {
        return read(slice.get(), rooms, printer, progress);
      }
      Runs runs = new Runs(rooms.run(progress), printer);
      return watching ? watch(runs, rooms, progress) : once(runs, rooms, progress);
    }
  }

  /** Executes runs over the same collection, one after another. */
  private final class Runs {

    private final IndexRun run;
    private final ReportPrinter printer;
    private boolean anew = rebuild;
    private String said = "";
    private Duration retry = FIRST_RETRY;
    private OptionalLong retryAt = OptionalLong.empty();

    Runs(IndexRun run, ReportPrinter printer) {
      this.run = run;
      this.printer = printer;
    }

    IndexingReport next() throws IOException, InterruptedException {
      try (RecordWriter writer = writer()) {
        IndexingReport report = run.into(writer, reading.allowRemovals);
        anew = false;
        said = "";
        if (report.kept().unread() + report.kept().withheld() == 0) {
          retryAt = OptionalLong.empty();
          retry = FIRST_RETRY;
        } else {
          retryLater();
        }
        printer.print(report);
        return report;
      }
    }

    private RecordWriter writer() throws InterruptedException {
      while (true) {
        try {
          return collection.index.engines().writer(anew);
        } catch (IndexLockedException busy) {
          if (!waiting && !watching) {
            throw busy;
          }
          say(busy.getMessage() + " Waiting.");
          Thread.sleep(LOCK_RETRY_MILLIS);
        }
      }
    }

    /** Schedules a retry; each delay is twice as long as the one before. */
    void retryLater() {
      retryAt = OptionalLong.of(System.nanoTime() + retry.toNanos());
      retry = IndexProcess.doubled(retry);
    }

    /** Prints a message unless it equals the previous one. */
    void say(String message) {
      if (!message.equals(said)) {
        said = message;
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
      }
    }

    /** Returns whether a retry is due. */
    boolean isRetryDue() {
      return retryAt.isPresent() && System.nanoTime() - retryAt.getAsLong() > 0;
    }

    void reportWaiting(IndexingReport report, CollectionRun rooms) {
      printer.printWaiting(report.waiting().size(), rooms.whyPicturesWait());
    }
  }

  /** Runs once: all that needs no recognition is searchable before recognition starts. */
  private int once(Runs runs, CollectionRun rooms, ConsoleProgress progress)
      throws IOException, InterruptedException {
    IndexingReport report = runs.next();
    if (!report.waiting().isEmpty()) {
      try (Recognition recognition = rooms.recognition(0, progress::recognized)) {
        recognition.want(report.waiting());
        while (recognition.awaitBatch()) {
          report = runs.next();
        }
      }
    }
    runs.reportWaiting(report, rooms);
    return report.isComplete() ? 0 : 1;
  }

  /** Extracts the texts of a slice, and recognises its pictures. */
  private int read(
      Slice slice, CollectionRun rooms, ReportPrinter printer, ConsoleProgress progress)
      throws IOException, InterruptedException {
    SliceRun.Report report = rooms.sliceRun(progress).read(slice);
    printer.print(slice, report);
    try (Recognition recognition = rooms.recognition(0, progress::recognized)) {
      recognition.want(report.waiting());
      while (recognition.awaitBatch()) {
        // Recognised texts are in the store at once.
      }
    }
    printer.printWaiting(report.waiting().size(), rooms.whyPicturesWait());
    return report.refused() == 0 ? 0 : 1;
  }

  /** Runs after every change. Watching starts before the first run, so that no change is missed. */
  private int watch(Runs runs, CollectionRun rooms, ConsoleProgress progress)
      throws IOException, InterruptedException {
    try (FolderWatcher watch =
            new FolderWatcher(List.of(collection.records, collection.attachments()));
        Recognition recognition = rooms.recognition(1, progress::recognized)) {
      do {
        attempt(runs, rooms, recognition);
      } while (watch.awaitChange(() -> recognition.takeBatch() || runs.isRetryDue()));
      return 0;
    }
  }

  private static void attempt(Runs runs, CollectionRun rooms, Recognition recognition)
      throws InterruptedException {
    try {
      IndexingReport report = runs.next();
      recognition.want(report.waiting());
      runs.reportWaiting(report, rooms);
    } catch (IOException | UncheckedIOException failed) {
      runs.retryLater();
      runs.say(
          "The index stays as it is: %s. It is tried again, at the latest every %d s."
              .formatted(failed.getMessage(), IndexProcess.LONGEST_PAUSE.toSeconds()));
    }
  }

  private static void endWith(InputStream parent) {
    try {
      // The parent never writes: reading only waits for the end of the stream.
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // A broken pipe ends the process as well.
    }
    System.exit(0);
  }
}
