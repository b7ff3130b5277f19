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
 * A process to be indexed.
 *
 * @param attachments those of the record, in its order, each with its text
 * @param fingerprint equal exactly if indexing the process again would change nothing
 * @param seen when it was seen first, and last seen to change
 */
public record IndexedProcess(
    ProcessRecord record, List<AttachedText> attachments, String fingerprint, Seen seen) {

  /** An attachment and its text. */
  public record AttachedText(Attachment attachment, AttachmentText text) {}

  public IndexedProcess {
    attachments = List.copyOf(attachments);
  }

  /** Creates a process of which it is not known when it was seen. */
  public IndexedProcess(ProcessRecord record, List<AttachedText> attachments, String fingerprint) {
    this(record, attachments, fingerprint, Seen.UNKNOWN);
  }

  /** Returns all texts searched as the process's own, those of its files outside pages included. */
  public List<FieldText> texts() {
    List<FieldText> texts = new ArrayList<>(FieldText.of(record));
    attachments.forEach(attached ->
        texts.addAll(DocumentField.textsOf(attached.attachment(), attached.text().info())));
    return texts;
  }

  /** Returns the values of a facet for which the process is counted. */
  public List<String> valuesOf(Facet facet) {
    return facet.valuesOf(record, attachments.stream().map(each -> each.text().summary()).toList());
  }

  /** Returns all that is kept of the process besides its words. */
  public StoredProcess storedProcess() {
    return new StoredProcess(record, stored(), List.of(), seen);
  }

  /** Returns the stored data of the attachments, without their words. */
  public List<StoredAttachment> stored() {
    return attachments.stream().map(StoredAttachment::of).toList();
  }
}
