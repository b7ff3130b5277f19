package it.lente.extract.workers;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.util.Set;

/** Explains why a worker did not reach the end of a file. */
record WorkerFailure(Reason reason, Kind kind) {

  /** Consequence of a failure. */
  enum Kind {
    /** The worker died of the page it was reading, or of the file. */
    DEADLY,
    /** The worker was ended from outside: the file is not to blame. */
    KILLED,
    /** The file needs more than the limits allow, on every attempt. */
    LIMIT,
    /** The time by the clock ran out, and the machine may have been busy with other work. */
    CLOCK
  }

  /** Exit code of a Java that ran out of memory, see -XX:+ExitOnOutOfMemoryError. */
  static final int OUT_OF_MEMORY = 3;

  /** Exit codes above this one mean a signal. */
  private static final int SIGNALS = 128;

  /**
   * The signals HUP, INT, KILL and TERM, which no reader sends to itself, but people do, and a
   * machine that is short of memory.
   */
  private static final Set<Integer> FROM_OUTSIDE = Set.of(1, 2, 9, 15);

  /** Returns whether another worker may get further. */
  boolean again() {
    return kind == Kind.DEADLY || kind == Kind.KILLED;
  }

  /** Returns whether the file is to blame, so that another attempt would fail too. */
  boolean ofTheFile() {
    return kind == Kind.DEADLY || kind == Kind.LIMIT;
  }

  /** Returns whether the failure concerns the page that was being read, if there was one. */
  boolean ofThePage() {
    return kind != Kind.LIMIT;
  }

  static WorkerFailure ofPage(Stopwatch.Overrun how, long seconds) {
    return how == Stopwatch.Overrun.CLOCK
        ? byTheClock(seconds)
        : new WorkerFailure(ReasonCode.PAGE_TOO_LONG.with(seconds), Kind.DEADLY);
  }

  static WorkerFailure ofFile(Stopwatch.Overrun how, long seconds) {
    return how == Stopwatch.Overrun.CLOCK
        ? byTheClock(seconds)
        : new WorkerFailure(ReasonCode.TOO_LONG.with(seconds), Kind.LIMIT);
  }

  static WorkerFailure tooLarge(int megabytes) {
    return new WorkerFailure(ReasonCode.TOO_LARGE.with(megabytes), Kind.LIMIT);
  }

  static WorkerFailure ofNonsense() {
    return new WorkerFailure(ReasonCode.CONFUSED.with(), Kind.DEADLY);
  }

  static WorkerFailure ofExit(int code, int heapMegabytes) {
    if (code == OUT_OF_MEMORY) {
      return new WorkerFailure(ReasonCode.OUT_OF_MEMORY.with(heapMegabytes), Kind.DEADLY);
    }
    if (code <= SIGNALS) {
      return new WorkerFailure(ReasonCode.DIED_WITH_CODE.with(code), Kind.DEADLY);
    }
    int signal = code - SIGNALS;
    return new WorkerFailure(
        ReasonCode.DIED_OF_SIGNAL.with(signal),
        FROM_OUTSIDE.contains(signal) ? Kind.KILLED : Kind.DEADLY);
  }

  private static WorkerFailure byTheClock(long seconds) {
    return new WorkerFailure(
        ReasonCode.NOT_DONE.with(seconds * WorkerLimits.BY_THE_CLOCK), Kind.CLOCK);
  }
}
