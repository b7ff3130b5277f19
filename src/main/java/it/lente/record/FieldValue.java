package it.lente.record;

import java.util.List;

/**
 * What a record says in one field.
 *
 * @param values in the canonical form of the field's {@link RecordField.Kind}; empty when the
 *     source says that it does not know («Non indicato …»), which is neither «no» nor the same as a
 *     field that is not there
 * @param asWritten the source's own text, line breaks kept
 */
public record FieldValue(List<String> values, String asWritten) {

  public FieldValue {
    values = List.copyOf(values);
  }

  public static FieldValue of(String value) {
    return new FieldValue(List.of(value), value);
  }

  /** The source names the field and says that it has no value. */
  public boolean declaredAbsent() {
    return values.isEmpty();
  }

  /** All values on one line. */
  public String joined() {
    return String.join(", ", values);
  }
}
