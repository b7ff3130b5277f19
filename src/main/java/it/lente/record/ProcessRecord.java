package it.lente.record;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One participatory process, as its source describes it.
 *
 * @param id stable, unique in a collection: the record's own, else its file name without extension
 * @param fields only those that the source names with a value or as unknown; always a title
 * @param other labels that are not in {@link RecordField}, in the order of the source
 * @param attachments in the order in which they are shown
 */
public record ProcessRecord(
    String id,
    Origin origin,
    Map<RecordField, FieldValue> fields,
    List<OtherField> other,
    Derived derived,
    List<Attachment> attachments) {

  public ProcessRecord {
    Map<RecordField, FieldValue> ordered = new EnumMap<>(RecordField.class);
    ordered.putAll(fields);
    fields = Collections.unmodifiableMap(ordered);
    other = List.copyOf(other);
    attachments = List.copyOf(attachments);
  }

  public String title() {
    return first(RecordField.TITLE).orElse(id);
  }

  /** Returns the status as in the source, the empty string if there is none. */
  public String status() {
    return first(RecordField.STATUS).orElse("");
  }

  public Optional<LocalDate> lastModified() {
    return first(RecordField.LAST_MODIFIED).map(LocalDate::parse);
  }

  public List<String> values(RecordField field) {
    FieldValue value = fields.get(field);
    return value == null ? List.of() : value.values();
  }

  public Optional<String> first(RecordField field) {
    return values(field).stream().findFirst();
  }

  public Optional<Attachment> attachment(String attachmentId) {
    return attachments.stream().filter(a -> a.id().equals(attachmentId)).findFirst();
  }
}
