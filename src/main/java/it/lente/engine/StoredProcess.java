package it.lente.engine;

import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A process as it was indexed.
 *
 * @param attachments those of the record, in its order
 * @param outdated why the process differs from the collection, empty if it does not
 */
public record StoredProcess(
    ProcessRecord record, List<StoredAttachment> attachments, List<Reason> outdated) {

  public StoredProcess {
    attachments = List.copyOf(attachments);
    outdated = List.copyOf(outdated);
  }

  /** Creates a process that is up to date. */
  public StoredProcess(ProcessRecord record, List<StoredAttachment> attachments) {
    this(record, attachments, List.of());
  }

  public Optional<StoredAttachment> attachment(String id) {
    return attachments.stream().filter(stored -> stored.attachment().id().equals(id)).findFirst();
  }
}
