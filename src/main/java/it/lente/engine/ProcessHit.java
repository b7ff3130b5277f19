package it.lente.engine;

import it.lente.record.Derived;
import it.lente.record.ProcessRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A process in a list.
 *
 * @param score comparable within one answer only
 * @param excerpts of the record's own text, the best first; empty without a question
 * @param attachments all of them; those with most occurrences first, otherwise in the record's
 *     order
 */
public record ProcessHit(
    Card card, float score, List<FieldExcerpt> excerpts, List<AttachmentHit> attachments) {

  /**
   * The part of a process that lists show for any question.
   *
   * @param changed the day of the record's last change, empty if unknown
   */
  public record Card(
      String id, String title, String status, Derived derived, Optional<LocalDate> changed) {

    public static Card of(ProcessRecord record) {
      return new Card(
          record.id(), record.title(), record.status(), record.derived(), record.lastModified());
    }
  }

  public ProcessHit {
    excerpts = List.copyOf(excerpts);
    attachments = List.copyOf(attachments);
  }
}
