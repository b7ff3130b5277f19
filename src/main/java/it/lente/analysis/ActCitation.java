package it.lente.analysis;

import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A law or another act that is cited by its kind, number and year: «L.R. 15/2018», «LR 15 2018»,
 * «legge regionale n. 15 del 2018», «legge regionale 22 ottobre 2018, n. 15» are the same.
 */
final class ActCitation {

  /** Exceeds the number of forms in the longest citation. */
  private static final int LONGEST = 16;

  private static final List<String> SIGNS = FixedExpression.NUMBER_SIGNS;
  private static final List<String> OF = List.of("del", "anno");

  private static final String FULL_YEAR = "(?:1[89]|20)\\d\\d";
  private static final String DAY_AND_MONTH =
      "(?:(?:\\d{1,2}|1o) (?:\\d{1,2}|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto"
          + "|settembre|ottobre|novembre|dicembre) )";
  private static final String SIGN = "(?:(?:" + String.join("|", SIGNS) + ") )?";
  private static final String DEL = "(?:(?:" + String.join("|", OF) + ") )?";
  private static final String TAIL =
      "(?:%s%s(?<year2>%s) %s(?<number2>\\d{1,5})|%s(?<number>\\d{1,5}) %s%s?(?<year>%s|\\d\\d))"
          .formatted(DEL, DAY_AND_MONTH, FULL_YEAR, SIGN, SIGN, DEL, DAY_AND_MONTH, FULL_YEAR);

  private static final List<Kind> KINDS = WordList.lines("acts.txt").map(Kind::of).toList();

  private ActCitation() {}

  /** A kind of act: its spellings, and the pattern of a citation of it, as forms. */
  private record Kind(List<List<Word>> ways, Pattern citation) {

    static Kind of(String line) {
      List<String> ways = Stream.of(line.split(";")).map(String::strip).toList();
      String any = ways.stream().map(Kind::pattern).collect(Collectors.joining("|", "(?:", ")"));
      return new Kind(
          ways.stream().map(Kind::words).toList(), Pattern.compile(any + " " + TAIL + "(?= |$)"));
    }

    private static String pattern(String way) {
      return Stream.of(way.split(" ")).map("(?:%s)"::formatted).collect(Collectors.joining(" "));
    }

    private static List<Word> words(String way) {
      return Stream.of(way.split(" ")).map(place -> anyOf(place.split("\\|"))).toList();
    }
  }

  private static Word anyOf(String... forms) {
    return Word.anyOf(List.of(forms));
  }

  /** Returns the citation that some forms begin with, if any. */
  static Optional<FixedExpression> at(List<String> forms) {
    List<String> first = forms.subList(0, Math.min(LONGEST, forms.size()));
    if (first.stream().noneMatch(form -> Character.isDigit(form.charAt(0)))) {
      return Optional.empty();
    }
    String text = String.join(" ", first);
    for (Kind kind : KINDS) {
      Matcher found = kind.citation().matcher(text);
      if (found.lookingAt()) {
        return Optional.of(of(kind, found, first));
      }
    }
    return Optional.empty();
  }

  private static FixedExpression of(Kind kind, Matcher found, List<String> forms) {
    int length = found.group().split(" ").length;
    boolean numberFirst = found.group("number") != null;
    String number = found.group(numberFirst ? "number" : "number2");
    String year = found.group(numberFirst ? "year" : "year2");
    List<Sequence> alternatives = new ArrayList<>();
    alternatives.add(Sequence.exact(forms.subList(0, length)));
    for (List<Word> way : kind.ways()) {
      tails(anyOf(number), year.length() == 2 ? century(year) + year : year)
          .map(tail -> new Sequence(Stream.concat(way.stream(), tail.stream()).toList()))
          .forEach(alternatives::add);
    }
    return new FixedExpression(length, alternatives, false);
  }

  /** Returns the ends of citations. A short year comes last: «15 del 18» may go on with a month. */
  private static Stream<List<Word>> tails(Word number, String fullYear) {
    Word year = anyOf(fullYear);
    Word anyYear = anyOf(fullYear, fullYear.substring(2));
    Word sign = Word.anyOf(SIGNS);
    Word of = Word.anyOf(OF);
    Word day = Word.ANY;
    Word month = Word.ANY;
    return Stream.of(
        List.of(number, anyYear),
        List.of(number, of, year),
        List.of(sign, number, anyYear),
        List.of(sign, number, of, year),
        List.of(day, month, year, sign, number),
        List.of(of, day, month, year, sign, number),
        List.of(number, of, day, month, year),
        List.of(sign, number, of, day, month, year));
  }

  /** Completes a year of two digits: «15/18» is of 2018, «241/90» of 1990. */
  private static String century(String year) {
    return Integer.parseInt(year) < 50 ? "20" : "19";
  }
}
