package it.lente.web;

import it.lente.engine.Filters.Range;
import it.lente.messages.Messages;
import it.lente.record.Measure;
import it.lente.search.SelectedFilters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A measure as two number or date fields.
 *
 * @param from content of the first field, the empty string for none
 * @param others selected ranges that are not in the fields, sent as hidden fields
 */
record MeasureView(Measure measure, String from, String to, List<String> others) {

  static List<MeasureView> all(SelectedFilters chosen) {
    List<MeasureView> views = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      views.add(of(measure, chosen.of(measure)));
    }
    return List.copyOf(views);
  }

  private static MeasureView of(Measure measure, Map<String, Range> ranges) {
    Range first =
        ranges.values().stream().findFirst().orElse(new Range(Long.MIN_VALUE, Long.MAX_VALUE));
    return new MeasureView(
        measure,
        written(measure, first.from()),
        written(measure, first.to()),
        ranges.keySet().stream().skip(1).toList());
  }

  /** Returns whether the fields are open at first, because they filter the list. */
  boolean narrows() {
    return !from.isEmpty() || !to.isEmpty();
  }

  String key() {
    return measure.key();
  }

  /** Formats a range: «da 5.000 € a 15.000 €», «dal 1 luglio 2021», «4 luglio 2021». */
  static String range(Measure measure, Range range, Messages messages) {
    String from = bound(measure, range.from(), messages);
    String to = bound(measure, range.to(), messages);
    String kind = measure.days() ? "range.days" : "range.amount";
    return range.from() == range.to() ? from : between(kind, range, from, to, messages);
  }

  /**
   * Returns the message of a range with both ends, or with the one that it has.
   *
   * @param kind key of the message with both; the others end in {@code -from} and {@code -to}
   */
  static String between(String kind, Range range, String from, String to, Messages messages) {
    if (range.to() == Long.MAX_VALUE) {
      return messages.get(kind + "-from", from);
    }
    return range.from() == Long.MIN_VALUE
        ? messages.get(kind + "-to", to)
        : messages.get(kind, from, to);
  }

  private static String bound(Measure measure, long number, Messages messages) {
    String written = written(measure, number);
    if (written.isEmpty()) {
      return "";
    }
    return measure.days() ? messages.date(LocalDate.parse(written)) : messages.euro(written);
  }

  private static String written(Measure measure, long number) {
    if (number == Long.MIN_VALUE || number == Long.MAX_VALUE) {
      return "";
    }
    return measure.days()
        ? LocalDate.ofEpochDay(number).toString()
        : BigDecimal.valueOf(number, 2).stripTrailingZeros().toPlainString();
  }
}
