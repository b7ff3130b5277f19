package it.lente.search;

/** A parameter that cannot be used; the message names the cure. */
public final class InvalidParameterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String parameter;

  public InvalidParameterException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** Returns the parameter's name. */
  public String parameter() {
    return parameter;
  }
}
