package it.lente.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the lines of a document's pages that are repeated: those with equal characters, apart from
 * spaces, case and a page number that increases with the pages («Pagina 3 di 12», «– 3 –», «iv», a
 * long title with a number before or after it). Any other number must be equal, because «Delibera
 * n. 14» and «Delibera n. 15» are two acts.
 */
public final class RunningLines {

  private static final Pattern WORDS = Pattern.compile("\\p{L}+|\\d+");

  private static final Set<String> PAGE_WORDS =
      Set.of(
          "pag", "pagina", "pagine", "pg", "p", "page", "pages", "foglio", "seite", "página",
          "slide");

  /** Words whose number counts something other than pages. */
  private static final Set<String> COUNTED =
      Set.of(
          ("n nr num numero no art articolo comma allegato all capitolo cap parte "
                  + "sezione tabella tab figura fig scheda gruppo tavolo lavoro incontro fase "
                  + "azione punto lotto zona domanda obiettivo delibera determina protocollo "
                  + "prot del anno")
              .split(" "));

  /** Roman numerals below 200 in their usual form. */
  private static final Pattern ROMAN =
      Pattern.compile("(?=[clxvi])c?(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})");

  private static final int[] ROMAN_VALUES = {1, 5, 10, 50, 100};

  /** Maximum difference between a page number and the page's position; smaller than any year. */
  private static final int FARTHEST = 1000;

  private static final int MOST_DIGITS = 6;

  private static final int LONGEST_WITH_ROMAN = 20;

  private final Map<String, Integer> numbers = new HashMap<>();
  private int size;

  /**
   * Returns the number of a line, from 0, equal for all repetitions; a new line gets the next.
   *
   * @param page the number of the page that contains it
   */
  public int numberOf(String line, int page) {
    String plain = plain(line);
    Optional<String> advancing = withoutPageNumber(plain, page);
    Integer known = advancing.map(numbers::get).orElse(null);
    known = known == null ? numbers.get(plain) : known;
    if (known != null) {
      return known;
    }
    advancing.ifPresent(key -> numbers.put(key, size));
    numbers.put(plain, size);
    return size++;
  }

  public int size() {
    return size;
  }

  private static String plain(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    boolean space = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = !plain.isEmpty();
        continue;
      }
      if (space) {
        plain.append(' ');
        space = false;
      }
      plain.append(Character.toLowerCase(c));
    }
    return plain.toString();
  }

  /** Returns a line with its page number relative to the page's position, empty if it has none. */
  private static Optional<String> withoutPageNumber(String line, int page) {
    if (!mayHoldNumber(line)) {
      return Optional.empty();
    }
    List<MatchResult> words = WORDS.matcher(line).results().toList();
    for (int candidate : candidates(words)) {
      MatchResult word = words.get(candidate);
      OptionalInt value = value(word.group());
      if (value.isPresent() && Math.abs(value.getAsInt() - page) < FARTHEST) {
        int distance = value.getAsInt() - page;
        return Optional.of(
            line.substring(0, word.start()) + '\0' + distance + '\0' + line.substring(word.end()));
      }
    }
    return Optional.empty();
  }

  private static boolean mayHoldNumber(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isDigit(line.charAt(i))) {
        return true;
      }
    }
    return !line.isEmpty()
        && line.length() <= LONGEST_WITH_ROMAN
        && "ivxlc–-—.)".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  /** Returns positions of words that may be the page number, the most likely first. */
  private static List<Integer> candidates(List<MatchResult> words) {
    int last = words.size() - 1;
    for (int i = 1; i <= last; i++) {
      if (PAGE_WORDS.contains(words.get(i - 1).group())) {
        return List.of(i);
      }
    }
    long letters = words.stream().filter(word -> !isDigits(word)).count();
    if (letters == 0 || words.size() == 1) {
      return words.size() == 1 || words.size() == 2 ? List.of(0) : List.of();
    }
    if (words.size() == 3 && letters == 1 && isDigits(words.get(0)) && isDigits(words.get(2))) {
      return List.of(0);
    }
    if (letters < 2) {
      return List.of();
    }
    boolean counts = COUNTED.contains(words.get(last - 1).group());
    if (isDigits(words.get(last)) && !isDigits(words.get(last - 1)) && !counts) {
      return List.of(last);
    }
    return isDigits(words.get(0)) && !isDigits(words.get(1)) ? List.of(0) : List.of();
  }

  private static boolean isDigits(MatchResult word) {
    return Character.isDigit(word.group().charAt(0));
  }

  private static OptionalInt value(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return word.length() > MOST_DIGITS
          ? OptionalInt.empty()
          : OptionalInt.of(Integer.parseInt(word));
    }
    return ROMAN.matcher(word).matches() ? OptionalInt.of(roman(word)) : OptionalInt.empty();
  }

  private static int roman(String word) {
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = digit(word.charAt(i));
      boolean subtracted = i + 1 < word.length() && digit < digit(word.charAt(i + 1));
      value += subtracted ? -digit : digit;
    }
    return value;
  }

  private static int digit(char letter) {
    return ROMAN_VALUES["ivxlc".indexOf(letter)];
  }
}
