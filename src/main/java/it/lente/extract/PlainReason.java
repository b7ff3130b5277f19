package it.lente.extract;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Derives from an exception the reason why a file or a page could not be read. */
public final class PlainReason {

  private static final int LONGEST_DETAIL = 200;

  private PlainReason() {}

  /** Returns what is wrong with a file that its reader could not read. */
  public static Reason of(Throwable problem) {
    Throwable cause = deepest(problem);
    if (cause instanceof StackOverflowError) {
      return ReasonCode.NESTED_TOO_DEEPLY.with();
    }
    if (cause instanceof EOFException) {
      return ReasonCode.CUT_OFF.with(detail(cause));
    }
    return ReasonCode.DAMAGED.with(detail(cause));
  }

  /** Returns why the bytes of a file are not available. */
  public static Reason ofReading(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return ReasonCode.NOT_THERE.with();
    }
    if (problem instanceof AccessDeniedException) {
      return ReasonCode.NO_RIGHT.with();
    }
    return ReasonCode.DISK.with(detail(problem));
  }

  private static Throwable deepest(Throwable problem) {
    Throwable cause = problem;
    // Bounded, because chains of causes can form a ring.
    for (int depth = 0; depth < 20 && cause.getCause() != null; depth++) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static Reason detail(Throwable cause) {
    if (cause instanceof HasReason known) {
      return known.reason();
    }
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return ReasonCode.STOPPED.with(Reason.quoted(words(cause.getClass().getSimpleName())));
    }
    String oneLine = message.strip().replaceAll("\\s+", " ");
    return Reason.quoted(
        oneLine.length() <= LONGEST_DETAIL ? oneLine : oneLine.substring(0, LONGEST_DETAIL) + "…");
  }

  /** Turns «ArrayIndexOutOfBoundsException» into «array index out of bounds». */
  private static String words(String className) {
    return className
        .replaceAll("(Exception|Error)$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
