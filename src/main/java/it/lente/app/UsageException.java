package it.lente.app;

/** The program was used in a way that it cannot be; the message names the cure. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
