package it.lente.app;

/** A command failed; the message gives the cause and the solution. */
final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailedException(String message) {
    super(message);
  }
}
