package it.lente.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** The bytes of a file are no text from which a record could be read. */
final class UnusableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableFileException(String reason) {
    super(reason);
  }

  /** Says in plain words why a file or folder cannot be read, and what cures it. */
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied ->
          "may not be read; give the user who runs Lente the right to";
      case NoSuchFileException gone -> "went away while it was read; put it back or run again";
      default -> "cannot be read; check its disk and its rights";
    };
  }
}
