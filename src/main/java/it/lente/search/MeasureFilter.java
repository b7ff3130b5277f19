package it.lente.search;

import it.lente.engine.Filters.Range;
import it.lente.record.Measure;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of parameters that take ranges: {@code 15000..}, {@code ..5000}, {@code
 * 5000..15000}, {@code 15000}. A day may be given as a month or a year: its first day at the start
 * of a range, its last at the end.
 */
public final class MeasureFilter {

  /** Separates the two ends. */
  public static final String BETWEEN = "..";

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}(?:\\.[0-9]{1,2})?");
  private static final Pattern DAY = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

  private MeasureFilter() {}

  /**
   * Returns the range that a value names.
   *
   * @throws InvalidParameterException if it names none
   */
  static Range parse(Measure measure, String value) {
    int between = value.indexOf(BETWEEN);
    String from = between < 0 ? value : value.substring(0, between);
    String to = between < 0 ? value : value.substring(between + BETWEEN.length());
    if (from.isEmpty() && to.isEmpty()) {
      throw refused(measure, value);
    }
    Range range =
        new Range(
            from.isEmpty() ? Long.MIN_VALUE : end(measure, from, false, value),
            to.isEmpty() ? Long.MAX_VALUE : end(measure, to, true, value));
    if (range.from() > range.to()) {
      throw refused(measure, value);
    }
    return range;
  }

  /** Joins the two ends given in a form, either of which may be empty; swaps them if necessary. */
  public static String between(Measure measure, String from, String to) {
    if (from.isEmpty() && to.isEmpty()) {
      return "";
    }
    OptionalLong start = from.isEmpty() ? OptionalLong.empty() : bound(measure, from, false);
    OptionalLong end = to.isEmpty() ? OptionalLong.empty() : bound(measure, to, true);
    boolean backwards = start.isPresent() && end.isPresent() && start.getAsLong() > end.getAsLong();
    return backwards ? to + BETWEEN + from : from + BETWEEN + to;
  }

  private static long end(Measure measure, String text, boolean end, String value) {
    return bound(measure, text, end).orElseThrow(() -> refused(measure, value));
  }

  /** Empty if the text is no such number or day. */
  private static OptionalLong bound(Measure measure, String text, boolean end) {
    if (!measure.days()) {
      return AMOUNT.matcher(text).matches()
          ? OptionalLong.of(Measure.cents(text))
          : OptionalLong.empty();
    }
    Matcher day = DAY.matcher(text);
    try {
      return day.matches() ? OptionalLong.of(day(day, end).toEpochDay()) : OptionalLong.empty();
    } catch (DateTimeException noSuchDay) {
      return OptionalLong.empty();
    }
  }

  private static LocalDate day(Matcher day, boolean end) {
    int year = Integer.parseInt(day.group(1));
    if (day.group(2) == null) {
      return end ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
    }
    YearMonth month = YearMonth.of(year, Integer.parseInt(day.group(2)));
    if (day.group(3) == null) {
      return end ? month.atEndOfMonth() : month.atDay(1);
    }
    return month.atDay(Integer.parseInt(day.group(3)));
  }

  private static InvalidParameterException refused(Measure measure, String value) {
    String takes =
        measure.days()
            ? "a day such as 2021-07-01, a month such as 2021-07 or a year, or a range such as"
                + " 2021-07-01.., ..2021 or 2021..2022-06"
            : "euro such as 15000 or 15000.50, or a range such as 15000.., ..5000 or 5000..15000";
    return new InvalidParameterException(
        measure.key(), "“%s” takes %s; not “%s”.".formatted(measure.key(), takes, value));
  }
}
