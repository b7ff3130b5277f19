package it.lente.source;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.io.IOException;

/** The bytes of a file are no text from which a record could be read. */
final class UnusableFileException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  UnusableFileException(ReasonCode why) {
    super(why.key());
    this.reason = why.with();
  }

  /** Returns why a file was not read; without the system's message, which names its folders. */
  static Reason reason(IOException problem) {
    return problem instanceof UnusableFileException unusable
        ? unusable.reason
        : ReasonCode.CLOSED.with();
  }
}
