package it.lente.engine;

/** The deadline passed before there was an answer; no part of the answer is known. */
public final class OutOfTimeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OutOfTimeException() {
    super("The time to answer is over. Ask again, or ask for less.");
  }
}
