package it.lente.extract.reading.frame;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Converts dates of sheets. Excel stores the usual format of a date as «that of this country»,
 * which libraries read as the American one. The author saw 9/20/18 as 20/09/2018, and so it is
 * searched.
 */
final class CellDates {

  private static final Pattern AMERICAN =
      Pattern.compile("(?m)(?<=^|\\t)(1[0-2]|[1-9])/([12][0-9]|3[01]|[1-9])/([0-9]{2})(?=\\t|$)");

  private static final DateTimeFormatter ITALIAN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  /** Excel takes years of two digits up to this one for years of this century. */
  private static final int LATEST = 49;

  private CellDates() {}

  /** Returns the rows of a sheet, cells separated by tabs, with dates in Italian form. */
  static String italian(String rows) {
    return AMERICAN.matcher(rows).replaceAll(CellDates::italian);
  }

  private static String italian(MatchResult date) {
    int year = Integer.parseInt(date.group(3));
    try {
      return ITALIAN.format(
          LocalDate.of(
              year + (year <= LATEST ? 2000 : 1900),
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(2))));
    } catch (DateTimeException e) {
      return date.group();
    }
  }
}
