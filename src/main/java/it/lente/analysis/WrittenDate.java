package it.lente.analysis;

import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A date: «9/5/2017», «09.05.2017», «2017-05-09», «9 maggio 2017», «9 mag. 2017» are the same. A
 * day of a month without a year, «9 maggio», matches all dates of that day.
 */
final class WrittenDate {

  private static final List<List<String>> MONTHS =
      Stream.of(
              ("gennaio genn gen,febbraio febbr feb,marzo mar,aprile apr,maggio magg mag,giugno"
                      + " giu,luglio lug,agosto ago,settembre sett set,ottobre ott,novembre"
                      + " nov,dicembre dic")
                  .split(","))
          .map(line -> List.of(line.split(" ")))
          .toList();

  private static final String DAY = "(?<day>0?[1-9]|[12][0-9]|3[01]|1o)";
  private static final String NUMBER = "(?<number>0?[1-9]|1[0-2])";
  private static final String NAME =
      "(?<name>" + String.join("|", MONTHS.stream().flatMap(List::stream).toList()) + ")";
  private static final String YEAR = "(?<year>1[0-9]{3}|2[0-9]{3})";
  private static final String SHORT_YEAR = "(?<short>[0-9]{2})";

  /** Matches dates of digits, which are dates only if a sign separates the digits. */
  private static final List<Pattern> OF_DIGITS =
      Stream.of(
              DAY + " " + NUMBER + " (?:" + YEAR + "|" + SHORT_YEAR + ")",
              YEAR + " " + NUMBER + " " + DAY)
          .map(date -> Pattern.compile(date + "(?= |$)"))
          .toList();

  private static final Pattern WITH_NAME =
      Pattern.compile(DAY + " (?:di )?" + NAME + "(?: (?:del )?" + YEAR + ")?(?= |$)");

  /** Years of the dates that match a day without a year. */
  private static final Word RECENT_YEARS =
      Word.anyOf(IntStream.range(1990, 2040).mapToObj(Integer::toString).toList());

  private WrittenDate() {}

  /** Returns the date at the beginning of some forms, if any. */
  static Optional<FixedExpression> at(List<String> forms) {
    if (forms.isEmpty() || !Character.isDigit(forms.getFirst().charAt(0))) {
      return Optional.empty();
    }
    List<String> first = forms.subList(0, Math.min(5, forms.size()));
    String text = String.join(" ", first);
    Matcher named = WITH_NAME.matcher(text);
    if (named.lookingAt()) {
      return Optional.of(named(named, first));
    }
    return OF_DIGITS.stream()
        .map(date -> date.matcher(text))
        .filter(Matcher::lookingAt)
        .findFirst()
        .map(found -> ofDigits(found, first));
  }

  private static FixedExpression named(Matcher found, List<String> forms) {
    int month = monthNamed(found.group("name"));
    Word day = day(found.group("day"));
    int length = found.group().split(" ").length;
    List<Sequence> ways = new ArrayList<>();
    ways.add(Sequence.exact(forms.subList(0, length)));
    String year = found.group("year");
    if (year == null) {
      ways.add(new Sequence(List.of(day, names(month))));
      ways.add(new Sequence(List.of(day, Word.exact("di"), names(month))));
      ways.add(new Sequence(List.of(day, numbers(month), RECENT_YEARS)));
      ways.add(new Sequence(List.of(RECENT_YEARS, numbers(month), day)));
    } else {
      ways.addAll(ways(day, month, Integer.parseInt(year)));
    }
    return new FixedExpression(length, ways, false);
  }

  private static FixedExpression ofDigits(Matcher found, List<String> forms) {
    int length = found.group().split(" ").length;
    List<Sequence> ways = new ArrayList<>();
    ways.add(Sequence.exact(forms.subList(0, length)));
    int month = Integer.parseInt(found.group("number"));
    ways.addAll(ways(day(found.group("day")), month, year(found.group())));
    return new FixedExpression(length, ways, true);
  }

  /** Returns the year of a date of digits; two digits from 50 on are of the last century. */
  private static int year(String date) {
    String year =
        Stream.of(date.split(" ")).filter(each -> each.length() == 4).findFirst().orElse("");
    if (!year.isEmpty()) {
      return Integer.parseInt(year);
    }
    int last = Integer.parseInt(date.substring(date.lastIndexOf(' ') + 1));
    return last < 50 ? 2000 + last : 1900 + last;
  }

  private static List<Sequence> ways(Word day, int month, int fullYear) {
    Word year = Word.exact(Integer.toString(fullYear));
    Word anyYear = Word.anyOf(List.of(year.typed(), year.typed().substring(2)));
    Word of = Word.exact("di");
    Word ofYear = Word.exact("del");
    List<String> month12 =
        Stream.concat(names(month).forms().stream(), numbers(month).forms().stream()).toList();
    return Stream.of(
            List.of(day, Word.anyOf(month12), anyYear),
            List.of(day, of, names(month), year),
            List.of(day, names(month), ofYear, year),
            List.of(day, of, names(month), ofYear, year),
            List.of(year, numbers(month), day))
        .map(Sequence::new)
        .toList();
  }

  private static Word day(String typed) {
    int day = typed.equals("1o") ? 1 : Integer.parseInt(typed);
    return Word.anyOf(day == 1 ? List.of("1", "01", "1o") : withZero(day));
  }

  private static Word numbers(int month) {
    return Word.anyOf(withZero(month));
  }

  private static Word names(int month) {
    return Word.anyOf(MONTHS.get(month - 1));
  }

  private static List<String> withZero(int number) {
    return Stream.of("" + number, "%02d".formatted(number)).distinct().toList();
  }

  private static int monthNamed(String name) {
    return 1
        + IntStream.range(0, 12)
            .filter(i -> MONTHS.get(i).contains(name))
            .findFirst()
            .orElseThrow();
  }
}
