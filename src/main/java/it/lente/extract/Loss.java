package it.lente.extract;

/**
 * Why a worker did not get to the end of a file.
 *
 * @param reason in plain English
 */
record Loss(String reason, Kind kind) {

  /** What follows from it. */
  enum Kind {
    /** The worker died of the page in its hands, or of the file. */
    DEADLY,
    /** Somebody else ended the worker: the file is not to blame. */
    KILLED,
    /** The file asks for more than one may have, however often it is tried. */
    LIMIT,
    /** The clock ran out, and the machine may have been busy with other things. */
    CLOCK
  }

  /** The exit code of a Java that ran out of memory, see -XX:+ExitOnOutOfMemoryError. */
  static final int OUT_OF_MEMORY = 3;

  /** Exit codes above it tell of a signal. */
  private static final int SIGNALS = 128;

  private static final int HANGUP = 1;
  private static final int INTERRUPT = 2;
  private static final int KILL = 9;
  private static final int TERMINATE = 15;

  /** Whether another worker may get further. */
  boolean again() {
    return kind == Kind.DEADLY || kind == Kind.KILLED;
  }

  /** Whether the file is to blame, so that it will be the same another time. */
  boolean ofTheFile() {
    return kind == Kind.DEADLY || kind == Kind.LIMIT;
  }

  /** Whether it is about the page that was being read, if one was. */
  boolean ofThePage() {
    return kind != Kind.LIMIT;
  }

  static Loss ofPage(Stopwatch.Overrun how, long seconds) {
    return how == Stopwatch.Overrun.CLOCK
        ? byTheClock(seconds)
        : new Loss("it takes longer than %d s".formatted(seconds), Kind.DEADLY);
  }

  static Loss ofFile(Stopwatch.Overrun how, long seconds) {
    return how == Stopwatch.Overrun.CLOCK
        ? byTheClock(seconds)
        : new Loss("reading it takes longer than %d s".formatted(seconds), Kind.LIMIT);
  }

  static Loss tooLarge(int megabytes) {
    String reason = "its text is larger than %d MB, the rest is left out".formatted(megabytes);
    return new Loss(reason, Kind.LIMIT);
  }

  static Loss ofNonsense() {
    return new Loss("its reader fell into confusion", Kind.DEADLY);
  }

  static Loss ofExit(int code, int heapMegabytes) {
    if (code == OUT_OF_MEMORY) {
      return new Loss(
          "its reader needs more than %d MB of memory".formatted(heapMegabytes), Kind.DEADLY);
    }
    if (code <= SIGNALS) {
      return new Loss("its reader died (exit code %d)".formatted(code), Kind.DEADLY);
    }
    int signal = code - SIGNALS;
    return new Loss(
        "its reader died (signal %d)".formatted(signal), sent(signal) ? Kind.KILLED : Kind.DEADLY);
  }

  /** No reader sends these to itself: people do, or a machine that is short of memory. */
  private static boolean sent(int signal) {
    return signal == HANGUP || signal == INTERRUPT || signal == KILL || signal == TERMINATE;
  }

  private static Loss byTheClock(long seconds) {
    return new Loss(
        "it was not done in %d s, and the machine may have been busy"
            .formatted(seconds * WorkerLimits.BY_THE_CLOCK),
        Kind.CLOCK);
  }
}
