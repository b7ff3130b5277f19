package it.lente.importing;

/** An import cannot be done as it was asked for; the message says why. */
public final class ImportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportException(String message) {
    super(message);
  }
}
