package it.lente.extract;

import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.Reason;

/** Reading a file failed for a reason outside the file, so another attempt may succeed. */
public final class NotReadNowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final transient AttachmentText text;

  /** Reports that nothing was read. The reason does not contain the file's name. */
  public NotReadNowException(Reason reason, Throwable cause) {
    super(reason.toString(), cause);
    this.text = AttachmentText.unread(AttachmentState.FAILED, reason, UNKNOWN_TYPE);
  }

  /** Reports that a part was read. The text's summary has the reason why the rest is missing. */
  public NotReadNowException(AttachmentText text) {
    super(text.summary().reasons().toString());
    this.text = text;
  }

  /** Returns why the file was not read, or the first reason if there are several. */
  public Reason reason() {
    return text.summary().reasons().getFirst();
  }

  /** Returns the part that was read. */
  public AttachmentText text() {
    return text;
  }

  /** Reports that nothing was read. */
  public NotReadNowException(Reason reason) {
    this(reason, null);
  }
}
