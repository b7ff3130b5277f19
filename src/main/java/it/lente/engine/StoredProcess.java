package it.lente.engine;

import it.lente.record.ProcessRecord;
import java.util.List;
import java.util.Optional;

/**
 * A process as it was indexed.
 *
 * @param attachments those of the record, in its order
 * @param outdated why it is not as the collection has it now, the empty string if it is
 */
public record StoredProcess(
    ProcessRecord record, List<StoredAttachment> attachments, String outdated) {

  public StoredProcess {
    attachments = List.copyOf(attachments);
  }

  /** A process that is up to date. */
  public StoredProcess(ProcessRecord record, List<StoredAttachment> attachments) {
    this(record, attachments, "");
  }

  public Optional<StoredAttachment> attachment(String id) {
    return attachments.stream().filter(stored -> stored.attachment().id().equals(id)).findFirst();
  }
}
