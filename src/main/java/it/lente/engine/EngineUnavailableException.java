package it.lente.engine;

import it.lente.record.Keyed;

/** There is no index that can be read; the message says why and what to do. */
public final class EngineUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Reason why no index can be read. */
  public enum NotReady implements Keyed {
    NO_INDEX,
    OTHER_VERSION,
    UNREADABLE,
    /** The cluster that has the index does not answer. */
    UNREACHABLE;
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
