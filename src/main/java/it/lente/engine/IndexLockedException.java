package it.lente.engine;

/** Another run writes the index; the message names the run. */
public final class IndexLockedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IndexLockedException(String message) {
    super(message);
  }
}
