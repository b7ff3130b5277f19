package it.lente.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Days as Italian records write them. */
final class ItalianDate {

  private static final String MONTHS =
      "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre";

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ].*)?");
  private static final Pattern WORDS =
      Pattern.compile("(\\d{1,2})\\s*°?\\s+(" + MONTHS + ")\\s+(\\d{4})", Pattern.CASE_INSENSITIVE);

  private static final Pattern YEAR = Pattern.compile("\\d{4}(?!\\d)");

  /** What stands before the year of a date. */
  private static final Pattern DAY_OR_MONTH =
      Pattern.compile(
          "(?:(?<![\\d/.-])\\d{1,2}[/.-]\\d{1,2}[/.-]|\\b(?:" + MONTHS + ")\\s+)\\z",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_DAY_OR_MONTH = 16;

  /** What stands before or after the date of a law, which tells nothing about the process. */
  private static final Pattern ACT_BEFORE =
      Pattern.compile(
          "(?:legge|l\\.r\\.|decreto|deliber\\p{L}*|determin\\p{L}*|d\\.?g\\.?r\\.?|dpr|dlgs)"
              + "(?:(?!\\.\\s+\\p{L})[^,;:()]){0,60}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER_AFTER = Pattern.compile("^,?\\s*n\\.?\\s*\\d.*");
  private static final int BEFORE = 80;
  private static final int AFTER = 12;

  private ItalianDate() {}

  /** «16/12/2013», «2013-12-16», «16 dicembre 2013»; nothing for a day that does not exist. */
  static Optional<LocalDate> parse(String text) {
    String date = Spelling.stripped(text);
    Matcher numbers = NUMBERS.matcher(date);
    if (numbers.matches()) {
      return day(numbers.group(3), number(numbers.group(2)), numbers.group(1));
    }
    Matcher iso = ISO.matcher(date);
    if (iso.matches()) {
      return day(iso.group(1), number(iso.group(2)), iso.group(3));
    }
    Matcher words = WORDS.matcher(date);
    if (words.matches()) {
      String month = words.group(2).toLowerCase(Locale.ROOT);
      return day(words.group(3), List.of(MONTHS.split("\\|")).indexOf(month) + 1, words.group(1));
    }
    return Optional.empty();
  }

  /** The years of the dates inside a text; those of laws and resolutions are left out. */
  static IntStream yearsIn(String text) {
    IntStream.Builder years = IntStream.builder();
    Matcher year = YEAR.matcher(text);
    Matcher before = DAY_OR_MONTH.matcher(text).useTransparentBounds(true);
    while (year.find()) {
      before.region(Math.max(0, year.start() - LONGEST_DAY_OR_MONTH), year.start());
      if (before.find() && !ofAnAct(text, before.start(), year.end())) {
        years.add(number(year.group()));
      }
    }
    return years.build();
  }

  private static boolean ofAnAct(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - BEFORE), start);
    String after = text.substring(end, Math.min(text.length(), end + AFTER)).replace('\n', ' ');
    return ACT_BEFORE.matcher(before).find() || NUMBER_AFTER.matcher(after).matches();
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(number(year), month, number(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
