package it.lente.source;

/** The bytes of a file are no text from which a record could be read. */
final class UnusableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableFileException(String reason) {
    super(reason);
  }
}
