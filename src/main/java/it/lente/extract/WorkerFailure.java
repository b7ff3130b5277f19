package it.lente.extract;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;

/**
 * Why a worker did not get to the end of a file.
 *
 * @param reason what happened
 */
record WorkerFailure(Reason reason, Kind kind) {

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
        ReasonCode.DIED_OF_SIGNAL.with(signal), sent(signal) ? Kind.KILLED : Kind.DEADLY);
  }

  /** No reader sends these to itself: people do, or a machine that is short of memory. */
  private static boolean sent(int signal) {
    return signal == HANGUP || signal == INTERRUPT || signal == KILL || signal == TERMINATE;
  }

  private static WorkerFailure byTheClock(long seconds) {
    return new WorkerFailure(
        ReasonCode.NOT_DONE.with(seconds * WorkerLimits.BY_THE_CLOCK), Kind.CLOCK);
  }
}
