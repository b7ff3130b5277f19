package it.lente.extract;

import it.lente.record.Reason;
import java.io.IOException;

/** A file or a page cannot be read, for a known reason. */
public class ReasonException extends IOException implements HasReason {

  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  public ReasonException(Reason reason) {
    this(reason, null);
  }

  public ReasonException(Reason reason, Throwable cause) {
    super(reason.toString(), cause);
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
