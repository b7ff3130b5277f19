package it.lente.app;

/** A command could not do its work; the message says why and names the cure. */
final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailedException(String message) {
    super(message);
  }
}
