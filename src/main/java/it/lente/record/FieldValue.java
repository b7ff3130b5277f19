package it.lente.record;

import java.util.List;

/**
 * The value of one field of a record.
 *
 * @param values in the canonical form of the field's {@link RecordField.Kind}; empty if the source
 *     states that it is not known («Non indicato …»), which is neither «no» nor the same as an
 *     absent field
 * @param asWritten the source's own text, line breaks kept
 */
public record FieldValue(List<String> values, String asWritten) {

  public FieldValue {
    values = List.copyOf(values);
  }

  public static FieldValue of(String value) {
    return new FieldValue(List.of(value), value);
  }

  /** Returns whether the source names the field and states that it has no value. */
  public boolean declaredAbsent() {
    return values.isEmpty();
  }

  public String joined() {
    return String.join(", ", values);
  }
}
