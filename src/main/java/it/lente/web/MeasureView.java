package it.lente.web;

import it.lente.engine.Filters.Range;
import it.lente.record.Measure;
import it.lente.search.Chosen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A measure as two fields.
 *
 * @param from what stands in the first, the empty string for nothing
 * @param others ranges chosen beside the one in the fields, sent along unseen
 */
record MeasureView(Measure measure, String from, String to, List<String> others) {

  static List<MeasureView> all(Chosen chosen) {
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

  /** Whether the fields must be seen at once because they narrow. */
  boolean narrows() {
    return !from.isEmpty() || !to.isEmpty();
  }

  String key() {
    return measure.key();
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
