package it.lente.source;

/** The bytes of a file are no text from which a record could be read. */
final class UnusableFileException extends Exception {

  /** Says why a file or a folder cannot be opened; what the system says is for programs. */
  static final String CLOSED = "cannot be read; check its disk and who may read it";

  private static final long serialVersionUID = 1L;

  UnusableFileException(String reason) {
    super(reason);
  }
}
