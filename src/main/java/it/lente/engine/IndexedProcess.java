package it.lente.engine;

import it.lente.record.Attachment;
import it.lente.record.AttachmentText;
import it.lente.record.DocumentField;
import it.lente.record.FieldText;
import it.lente.record.ProcessRecord;
import java.util.ArrayList;
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
  public record AttachedText(Attachment attachment, AttachmentText text) {

    /** What is kept of it beside its pages. */
    public StoredAttachment stored() {
      return new StoredAttachment(
          attachment, text.summary(), StoredAttachment.About.of(text.info()));
    }
  }

  public IndexedProcess {
    attachments = List.copyOf(attachments);
  }

  /** All that is searched as the process's own: its record, and what its files say beside pages. */
  public List<FieldText> texts() {
    List<FieldText> texts = new ArrayList<>(FieldText.of(record));
    attachments.forEach(attached -> texts.addAll(DocumentField.textsOf(attached.text().info())));
    return texts;
  }
}
