package it.lente.engine;

import it.lente.record.ProcessRecord;
import java.util.List;
import java.util.Optional;

/**
 * A process as it was indexed.
 *
 * @param attachments those of the record, in its order
 */
public record StoredProcess(ProcessRecord record, List<StoredAttachment> attachments) {

  public StoredProcess {
    attachments = List.copyOf(attachments);
  }

  public Optional<StoredAttachment> attachment(String id) {
    return attachments.stream().filter(stored -> stored.attachment().id().equals(id)).findFirst();
  }
}
