package it.lente.extract;

/** An attempt to read a file that failed for a reason outside the file: worth another try. */
public final class NotReadNowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason in plain English, without the file's name
   */
  public NotReadNowException(String reason, Throwable cause) {
    super(reason, cause);
  }

  public NotReadNowException(String message) {
    super(message);
  }
}
