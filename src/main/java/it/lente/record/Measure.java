package it.lente.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbers that filter lists by range. A measure's key is also its parameter's name. */
public enum Measure implements Keyed {
  /** Euro cents. */
  FUNDED(RecordField.FUNDED_AMOUNT),
  /** Euro cents. */
  COST(RecordField.TOTAL_COST),
  /** Days since 1970-01-01. */
  UPDATED(RecordField.LAST_MODIFIED);

  private static final BigDecimal MOST_CENTS = BigDecimal.valueOf(Long.MAX_VALUE - 1);

  private final String key = Key.camel(this);
  private final RecordField field;

  Measure(RecordField field) {
    this.field = field;
  }

  @Override
  public String key() {
    return key;
  }

  /** Returns whether the unit is days; else it is cents. */
  public boolean days() {
    return field.kind() == RecordField.Kind.DATE;
  }

  /** Returns the value of a record; empty if it has none, which is not the same as 0. */
  public OptionalLong of(ProcessRecord record) {
    Optional<String> value = record.first(field);
    return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(value.get()));
  }

  private long number(String value) {
    return days() ? LocalDate.parse(value).toEpochDay() : cents(value);
  }

  /**
   * Converts an amount in euro to cents.
   *
   * @param amount a decimal number with a point
   */
  public static long cents(String amount) {
    return new BigDecimal(amount).movePointRight(2).min(MOST_CENTS).longValue();
  }
}
