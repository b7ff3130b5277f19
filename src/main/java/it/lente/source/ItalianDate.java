package it.lente.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parses days as Italian records write them. */
final class ItalianDate {

  private static final String MONTHS =
      "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre";

  private static final Pattern NUMBERS =
      Pattern.compile("(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4})");
  private static final Pattern ISO =
      Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:[T ].*)?");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?<day>\\d{1,2})\\s*°?\\s+(?<month>" + MONTHS + ")\\s+(?<year>\\d{4})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern YEAR = Pattern.compile("\\d{4}(?!\\d)");

  /** The part of a date before its year. */
  private static final Pattern DAY_OR_MONTH =
      Pattern.compile(
          "(?:(?<![\\d/.-])\\d{1,2}[/.-]\\d{1,2}[/.-]|\\b(?:" + MONTHS + ")\\s+)\\z",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_DAY_OR_MONTH = 16;

  /** Words before or after the date of a law, which is irrelevant for the process. */
  private static final Pattern ACT_BEFORE =
      Pattern.compile(
          "(?:legge|l\\.r\\.|decreto|deliber\\p{L}*|determin\\p{L}*|d\\.?g\\.?r\\.?|dpr|dlgs)"
              + "(?:(?!\\.\\s+\\p{L})[^,;:()]){0,60}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER_AFTER = Pattern.compile("^,?\\s*n\\.?\\s*\\d.*");
  private static final int BEFORE = 80;
  private static final int AFTER = 12;

  private ItalianDate() {}

  /** Parses «16/12/2013», «2013-12-16», «16 dicembre 2013»; nothing for an impossible day. */
  static Optional<LocalDate> parse(String text) {
    String date = Spelling.stripped(text);
    return Stream.of(NUMBERS, ISO, WORDS)
        .map(form -> form.matcher(date))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(found -> day(found.group("year"), found.group("month"), found.group("day")));
  }

  /** Returns the years of the dates inside a text, without those of laws and resolutions. */
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

  private static Optional<LocalDate> day(String year, String month, String day) {
    int named = List.of(MONTHS.split("\\|")).indexOf(month.toLowerCase(Locale.ROOT)) + 1;
    try {
      return Optional.of(
          LocalDate.of(number(year), named > 0 ? named : number(month), number(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
