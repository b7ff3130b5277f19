package it.lente.engine;

import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import java.util.List;
import java.util.Map;
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

  /**
   * Returns the process with the reasons for which it and its attachments differ from the
   * collection.
   *
   * @param asOf the processes and attachments that differ, by their keys
   */
  public StoredProcess described(Map<String, AsOf> asOf) {
    return new StoredProcess(
        record,
        attachments.stream().map(each -> each.described(record.id(), asOf)).toList(),
        Optional.ofNullable(asOf.get(record.id())).map(AsOf::reason).stream().toList(),
        seen);
  }

  public Optional<StoredAttachment> attachment(String id) {
    return attachments.stream().filter(stored -> stored.attachment().id().equals(id)).findFirst();
  }

  /** Returns the place of an attachment among all, -1 if there is none. */
  public int indexOf(String id) {
    return attachment(id).map(attachments::indexOf).orElse(-1);
  }
}
