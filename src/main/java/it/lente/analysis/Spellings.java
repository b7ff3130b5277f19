package it.lente.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is written joined or apart: compounds (coprogettazione, co-progettazione, co progettazione)
 * and large numbers (15000, 15.000, 15 000).
 */
final class Spellings {

  private static final Set<String> FIRST_PARTS = WordList.words("first-parts.txt");
  private static final int SHORTEST_SECOND_PART = 4;

  private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?: [0-9]{3})+");
  private static final Pattern NO_CENTS = Pattern.compile(" 00$");
  private static final Pattern LARGE = Pattern.compile("[0-9]{4,12}");
  private static final Pattern YEAR = Pattern.compile("(?:1[89]|20)[0-9]{2}");
  private static final Pattern ACT = Pattern.compile("([0-9]{1,5}) ([0-9]{4})");

  private Spellings() {}

  /** Two words that were typed apart, as one, if they can be. */
  static Optional<String> joined(String first, String second) {
    boolean compound =
        FIRST_PARTS.contains(first)
            && second.length() >= SHORTEST_SECOND_PART
            && isOfLetters(second);
    boolean number = THOUSANDS.matcher(first + " " + second).matches();
    return compound || number ? Optional.of(first + second) : Optional.empty();
  }

  /** What was typed with a sign inside, as one word, if it can be. */
  static Optional<String> joined(List<String> forms) {
    String apart = NO_CENTS.matcher(String.join(" ", forms)).replaceFirst("");
    String joined = apart.replace(" ", "");
    return isOfLetters(joined) || THOUSANDS.matcher(apart).matches()
        ? Optional.of(joined)
        : Optional.empty();
  }

  /** The ways in which one word may be written apart. */
  static List<List<String>> apart(String form) {
    if (LARGE.matcher(form).matches()) {
      return YEAR.matcher(form).matches() ? List.of() : List.of(thousands(form));
    }
    List<List<String>> apart = new ArrayList<>();
    for (int at = 1; at <= form.length() - SHORTEST_SECOND_PART; at++) {
      if (FIRST_PARTS.contains(form.substring(0, at))) {
        apart.add(List.of(form.substring(0, at), form.substring(at)));
      }
    }
    return apart;
  }

  /** «15/2018» is also «15 del 2018». */
  static Stream<List<String>> ofNumberAndYear(List<String> forms) {
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
