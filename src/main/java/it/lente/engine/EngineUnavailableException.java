package it.lente.engine;

import java.util.Locale;

/** There is no index that can be read; the message says why and what to do. */
public final class EngineUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why there is none. */
  public enum NotReady {
    NO_INDEX,
    OTHER_VERSION,
    UNREADABLE;

    /** The name in the API: «no-index». */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final NotReady reason;

  public EngineUnavailableException(NotReady reason, String message) {
    super(message);
    this.reason = reason;
  }

  public NotReady reason() {
    return reason;
  }
}
