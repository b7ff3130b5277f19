package it.lente.extract.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Excel keeps the usual format of a date as «the one of this country», which libraries take for the
 * American: a cell with 9/20/18 was seen by its author, and is searched, as 20/09/2018.
 */
final class CellDates {

  private static final Pattern AMERICAN =
      Pattern.compile("(?m)(?<=^|\\t)(1[0-2]|[1-9])/([12][0-9]|3[01]|[1-9])/([0-9]{2})(?=\\t|$)");

  private static final DateTimeFormatter ITALIAN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  /** Years of two digits up to this one are of this century, as Excel takes them. */
  private static final int LATEST = 49;

  private CellDates() {}

  /** The rows of a sheet, cells parted by tabs, with dates as they are written in Italy. */
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
