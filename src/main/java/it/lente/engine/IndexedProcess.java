package it.lente.engine;

import it.lente.record.Attachment;
import it.lente.record.AttachmentText;
import it.lente.record.ProcessRecord;
import java.util.List;

/**
 * A process on its way into an index.
 *
 * @param attachments those of the record, in its order, each with its text
 * @param fingerprint equal for two processes exactly when indexing the second again would change
 *     nothing
 */
public record IndexedProcess(
    ProcessRecord record, List<AttachedText> attachments, String fingerprint) {

  /** An attachment and its text. */
  public record AttachedText(Attachment attachment, AttachmentText text) {}

  public IndexedProcess {
    attachments = List.copyOf(attachments);
  }
}
