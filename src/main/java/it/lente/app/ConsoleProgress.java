package it.lente.app;

import it.lente.index.Progress;
import it.lente.record.AttachmentState;
import it.lente.record.TextSummary;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows the progress of a run on the standard error: a bar on a terminal, elsewhere a line every
 * few seconds. A run without files to read shows nothing.
 */
final class ConsoleProgress implements Progress {

  private static final Duration LINES_APART = Duration.ofSeconds(5);
  private static final int WIDTH = 79;
  private static final int MINUTE = 60;
  private static final double NANOS = 1e9;
  private static final String TASK = "Indexing";

  private final PrintStream err;
  private final boolean terminal;
  private Display display = Display.NONE;
  private IntSupplier count = () -> 0;
  private int expected;
  private long began;
  private int done;
  private int unchanged;
  private long pages;
  private int unread;
  private long lastPicture = System.nanoTime();

  ConsoleProgress(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void begin(IntSupplier attachments) {
    count = attachments;
    began = System.nanoTime();
    done = 0;
    unchanged = 0;
    pages = 0;
    unread = 0;
  }

  @Override
  public void unchanged(int attachments) {
    done += attachments;
    unchanged += attachments;
  }

  @Override
  public void read(TextSummary summary) {
    done++;
    pages += summary.pageCount();
    unread += summary.state() == AttachmentState.FAILED ? 1 : 0;
    if (display == Display.NONE) {
      expected = count.getAsInt();
      display = terminal ? new Bar(err, expected) : new Lines(err);
    }
    // A manifest can name missing files, so there may be more than expected.
    expected = Math.max(expected, done);
    display.show(done, expected, soFar(), left());
  }

  private String soFar() {
    return "%d pages, %d/s%s"
        .formatted(
            pages, Math.round(pages / seconds()), unread == 0 ? "" : ", " + unread + " failed");
  }

  /** Returns the remaining seconds, estimated from the number of files. */
  private long left() {
    return Math.round(seconds() / (done - unchanged) * (expected - done));
  }

  private double seconds() {
    return Math.max(1, System.nanoTime() - began) / NANOS;
  }

  /** Shows the progress of recognition: a line every few seconds, and one at the end. */
  void recognized(int files, int of) {
    long now = System.nanoTime();
    if (files == of || now - lastPicture > LINES_APART.toNanos()) {
      lastPicture = now;
      err.println("Character recognition: " + files + " of " + of + " files");
    }
  }

  @Override
  public void end() {
    display.close();
    display = Display.NONE;
  }

  /** A way to show progress. */
  private interface Display {

    Display NONE = (done, expected, more, left) -> {};

    void show(int done, int expected, String more, long left);

    default void close() {}
  }

  private static final class Bar implements Display {

    private final ProgressBar bar;

    Bar(PrintStream err, int expected) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(TASK)
              .setInitialMax(expected)
              .setStyle(ProgressBarStyle.ASCII)
              .setUnit(" files", 1)
              // With a given width the library of the bar does not need a terminal library.
              .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
              .build();
    }

    @Override
    public void show(int done, int expected, String more, long left) {
      bar.maxHint(expected);
      bar.stepTo(done);
      bar.setExtraMessage(" " + more);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  private static final class Lines implements Display {

    private final PrintStream err;
    private long last = System.nanoTime();

    Lines(PrintStream err) {
      this.err = err;
    }

    @Override
    public void show(int done, int expected, String more, long left) {
      if (System.nanoTime() - last > LINES_APART.toNanos()) {
        last = System.nanoTime();
        err.printf(
            "%s: %d of %d files, %s, about %d:%02d left%n",
            TASK, done, expected, more, left / MINUTE, left % MINUTE);
      }
    }
  }
}
