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
 * @param seen when it was seen first, and last seen to change
 */
public record StoredProcess(
    ProcessRecord record, List<StoredAttachment> attachments, List<Reason> outdated, Seen seen) {

  public StoredProcess {
    attachments = List.copyOf(attachments);
    outdated = List.copyOf(outdated);
    // Earlier versions of Lente stored no times.
    seen = seen == null ? Seen.UNKNOWN : seen;
  }

  /** Creates a process that is up to date. */
  public StoredProcess(ProcessRecord record, List<StoredAttachment> attachments) {
    this(record, attachments, List.of(), Seen.UNKNOWN);
  }

  /** Returns the process with the reasons for which it differs from the collection. */
  public StoredProcess outdated(List<StoredAttachment> now, List<Reason> why) {
    return new StoredProcess(record, now, why, seen);
  }

  public Optional<StoredAttachment> attachment(String id) {
    return attachments.stream().filter(stored -> stored.attachment().id().equals(id)).findFirst();
  }
}
