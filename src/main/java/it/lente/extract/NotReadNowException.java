package it.lente.extract;

import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.Reason;

/** An attempt to read a file that failed for a reason outside the file: worth another try. */
public final class NotReadNowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final transient AttachmentText text;

  /**
   * Nothing was read.
   *
   * @param reason without the file's name
   */
  public NotReadNowException(Reason reason, Throwable cause) {
    super(reason.toString(), cause);
    this.text = AttachmentText.unread(AttachmentState.FAILED, reason, UNKNOWN_TYPE);
  }

  /** A part was read, and its summary says why not the rest. */
  NotReadNowException(AttachmentText text) {
    super(text.summary().reasons().toString());
    this.text = text;
  }

  /** Why not, the first reason if there are several. */
  public Reason reason() {
    return text.summary().reasons().getFirst();
  }

  /** What was read all the same. */
  public AttachmentText text() {
    return text;
  }

  /** Nothing was read. */
  public NotReadNowException(Reason reason) {
    this(reason, null);
  }
}
