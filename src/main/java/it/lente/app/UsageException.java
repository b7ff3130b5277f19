package it.lente.app;

/** The command line or a setting is not valid; the message gives the solution. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
