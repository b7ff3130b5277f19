package it.lente.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words that are written joined or apart: compounds (coprogettazione, co-progettazione, co
 * progettazione), numbers (15000, 15.000, 15 000,00) and codes (an IBAN, a telephone number).
 */
final class Spellings {

  private static final Set<String> FIRST_PARTS = WordList.words("first-parts.txt");
  private static final int SHORTEST_SECOND_PART = 4;

  /** Matches the first word of tecnico-scientifico and normativo-finanziario. */
  private static final Pattern ADJECTIVE = Pattern.compile("[a-z]{3,}(?:ic|iv|ari|ori)o");

  /** Matches the digits of an amount, in groups of three or not, and its cents. */
  private static final Pattern AMOUNT =
      Pattern.compile("(?<euro>[0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,12})(?: (?<cents>[0-9]{2}))?");

  private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?: [0-9]{3})+(?: [0-9]{2})?");
  private static final Pattern YEAR = Pattern.compile("(?:1[89]|20)[0-9]{2}");
  private static final Pattern ACT = Pattern.compile("([0-9]{1,5}) ([0-9]{4})");
  private static final Pattern BIS =
      Pattern.compile("([0-9]{1,4}) ?(bis|ter|quater|quinquies|sexies|septies|octies)");

  /** Matches a number or a code: letters without accents and at least one digit. */
  private static final Pattern OF_DIGITS = Pattern.compile("(?=[a-z ]*[0-9])[a-z0-9 ]+");

  /** Minimum length of a number whose cents may be dropped: «18.00» is a time. */
  private static final int SHORTEST_AMOUNT = 3;

  private static final int SHORTEST_CODE = 6;
  private static final int LONGEST_CODE = 40;
  private static final int SHORTEST_GROUP = 2;
  private static final int LONGEST_GROUP = 12;

  /** Maximum number of ways of grouping a code that are tried. */
  private static final int GROUPINGS = 16;

  private Spellings() {}

  /** Returns two words that were typed apart as one compound, if possible. */
  static Optional<String> joined(String first, String second) {
    boolean compound =
        FIRST_PARTS.contains(first)
            && second.length() >= SHORTEST_SECOND_PART
            && isOfLetters(second);
    return compound ? Optional.of(first + second) : Optional.empty();
  }

  /** Returns words that were typed with a sign between them as one, if possible. */
  static Optional<String> joined(List<String> forms) {
    String joined = String.join("", forms);
    return isOfLetters(joined) ? Optional.of(joined) : Optional.empty();
  }

  /**
   * Returns the ways in which one word may be written apart; none of what is longer than any word.
   */
  static List<List<String>> apart(String form) {
    List<List<String>> apart = new ArrayList<>();
    int last = form.length() > SpellingFallback.LONGEST ? 0 : form.length() - SHORTEST_SECOND_PART;
    for (int at = 1; at <= last; at++) {
      String first = form.substring(0, at);
      if (FIRST_PARTS.contains(first) || ADJECTIVE.matcher(first).matches()) {
        apart.add(List.of(first, form.substring(at)));
      }
    }
    return apart;
  }

  /** Returns whether some forms are a number or a code. */
  static boolean isOfDigits(List<String> forms) {
    return OF_DIGITS.matcher(String.join(" ", forms)).matches();
  }

  /**
   * Returns every spelling of a number or a code: with and without groups of three digits and zero
   * cents, and in the groups that occur in the collection.
   *
   * @param typed the number with its signs
   */
  static Stream<List<String>> ofDigits(String typed, List<String> forms, Dictionary dictionary) {
    String text = String.join(" ", forms);
    String joined = String.join("", forms);
    Stream<List<String>> bis =
        BIS.matcher(text).matches()
            ? Stream.of(
                List.of(joined), List.of(BIS.matcher(text).replaceFirst("$1 $2").split(" ")))
            : Stream.empty();
    Stream<List<String>> code =
        joined.length() < SHORTEST_CODE || joined.length() > LONGEST_CODE
            ? Stream.empty()
            : Stream.concat(Stream.of(List.of(joined)), groups(joined, dictionary).stream());
    return Stream.of(amounts(typed, text), ofNumberAndYear(forms), bis, code).flatMap(each -> each);
  }

  /** Returns groups of digits that were typed apart as one number or code. */
  static Stream<List<String>> joinedDigits(List<String> groups) {
    String text = String.join(" ", groups);
    if (GROUPED.matcher(text).matches()) {
      return amounts(",", text);
    }
    String joined = String.join("", groups);
    boolean code =
        joined.length() >= SHORTEST_CODE
            && joined.length() <= LONGEST_CODE
            && groups.stream().allMatch(group -> OF_DIGITS.matcher(group).matches());
    return code || BIS.matcher(text).matches() ? Stream.of(List.of(joined)) : Stream.empty();
  }

  private static Stream<List<String>> amounts(String typed, String forms) {
    Matcher amount = AMOUNT.matcher(forms);
    if (!amount.matches()) {
      return Stream.empty();
    }
    String euro = amount.group("euro").replace(" ", "");
    String cents = amount.group("cents");
    boolean isYear = YEAR.matcher(forms).matches();
    Stream<List<String>> ways =
        euro.length() <= 3 || isYear
            ? Stream.of(List.of(euro))
            : Stream.of(List.of(euro), thousands(euro));
    if (cents == null) {
      return ways;
    }
    boolean isWhole =
        cents.equals("00") && (typed.contains(",") || euro.length() >= SHORTEST_AMOUNT);
    return isWhole ? ways : ways.map(way -> Stream.concat(way.stream(), Stream.of(cents)).toList());
  }

  /** Returns the ways of writing a code as consecutive words of the collection. */
  private static List<List<String>> groups(String code, Dictionary dictionary) {
    List<List<List<String>>> from =
        new ArrayList<>(Collections.nCopies(code.length() + 1, List.of()));
    from.set(code.length(), List.of(List.of()));
    for (int start = code.length() - SHORTEST_GROUP; start >= 0; start--) {
      List<List<String>> ways = new ArrayList<>();
      int last = Math.min(code.length(), start + LONGEST_GROUP);
      int begin = start;
      Set<List<String>> known =
          dictionary.known(
              IntStream.rangeClosed(start + SHORTEST_GROUP, last)
                  .filter(end -> !from.get(end).isEmpty() && end - begin < code.length())
                  .mapToObj(end -> List.of(code.substring(begin, end)))
                  .toList());
      for (int end = last; end >= start + SHORTEST_GROUP && ways.size() < GROUPINGS; end--) {
        String group = code.substring(start, end);
        if (known.contains(List.of(group))) {
          from.get(end).stream()
              .map(rest -> Stream.concat(Stream.of(group), rest.stream()).toList())
              .limit(GROUPINGS - ways.size())
              .forEach(ways::add);
        }
      }
      from.set(start, ways);
    }
    return from.getFirst();
  }

  /** Returns «15 del 2018» for «15/2018». */
  private static Stream<List<String>> ofNumberAndYear(List<String> forms) {
    return ACT.matcher(String.join(" ", forms))
        .results()
        .filter(found -> forms.size() == 2)
        .map(found -> List.of(found.group(1), "del", found.group(2)));
  }

  private static List<String> thousands(String digits) {
    List<String> groups = new ArrayList<>();
    for (int end = digits.length(); end > 0; end -= 3) {
      groups.addFirst(digits.substring(Math.max(0, end - 3), end));
    }
    return groups;
  }

  private static boolean isOfLetters(String form) {
    return form.chars().allMatch(Character::isLetter);
  }
}
