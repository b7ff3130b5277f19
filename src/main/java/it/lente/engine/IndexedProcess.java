package it.lente.engine;

import it.lente.record.Attachment;
import it.lente.record.AttachmentText;
import it.lente.record.DocumentField;
import it.lente.record.Facet;
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
  public record AttachedText(Attachment attachment, AttachmentText text) {}

  public IndexedProcess {
    attachments = List.copyOf(attachments);
  }

  /** All that is searched as the process's own: its record, and what its files say beside pages. */
  public List<FieldText> texts() {
    List<FieldText> texts = new ArrayList<>(FieldText.of(record));
    attachments.forEach(attached ->
        texts.addAll(DocumentField.textsOf(attached.attachment(), attached.text().info())));
    return texts;
  }

  /** The values of a facet under which the process counts. */
  public List<String> valuesOf(Facet facet) {
    return facet.valuesOf(record, attachments.stream().map(each -> each.text().summary()).toList());
  }

  /** What is kept of the attachments beside their words. */
  public List<StoredAttachment> stored() {
    return attachments.stream().map(StoredAttachment::of).toList();
  }
}
