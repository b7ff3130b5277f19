package sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where an Italian word may be broken: before the consonants that can begin a syllable. */
final class Hyphenation {

  private static final String VOWELS = "aeiouàèéìòù";
  private static final Set<String> ONSETS =
      Set.of(
          "bl", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gh", "gl", "gn", "gr", "pl", "pr", "tr",
          "vr", "chr", "ghr");
  private static final int SHORTEST = 6;
  private static final int LEAST_BEFORE = 2;
  private static final int LEAST_AFTER = 3;

  private Hyphenation() {}

  /** Offsets in the word before which a hyphen may stand, ascending. */
  static List<Integer> points(String word) {
    int start = 0;
    while (start < word.length() && !Character.isLetter(word.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < word.length() && Character.isLetter(word.charAt(end))) {
      end++;
    }
    if (end < word.length() && "'’".indexOf(word.charAt(end)) >= 0) {
      int after = end + 1;
      return points(word.substring(after)).stream().map(point -> point + after).toList();
    }
    int first = start;
    String letters = word.substring(start, end).toLowerCase(java.util.Locale.ITALIAN);
    return letters.length() < SHORTEST
        ? List.of()
        : inside(letters).stream().map(point -> point + first).toList();
  }

  private static List<Integer> inside(String letters) {
    List<Integer> points = new ArrayList<>();
    int i = 0;
    while (i < letters.length()) {
      int from = i;
      while (i < letters.length() && VOWELS.indexOf(letters.charAt(i)) < 0) {
        i++;
      }
      if (from > 0 && i > from && i < letters.length()) {
        int point = i - onset(letters.substring(from, i));
        if (point >= LEAST_BEFORE && letters.length() - point >= LEAST_AFTER) {
          points.add(point);
        }
      }
      i++;
    }
    return points;
  }

  /** How many of the consonants at the end of a group go with the vowel that follows. */
  private static int onset(String consonants) {
    for (int length = consonants.length(); length > 1; length--) {
      String end = consonants.substring(consonants.length() - length);
      if (ONSETS.contains(end) || beginsWithS(end)) {
        return length;
      }
    }
    return 1;
  }

  private static boolean beginsWithS(String end) {
    String rest = end.substring(1);
    return end.charAt(0) == 's'
        && rest.charAt(0) != 's'
        && (rest.length() == 1 || ONSETS.contains(rest));
  }
}
