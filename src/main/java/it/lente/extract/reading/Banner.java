package it.lente.extract.reading;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds letter-spaced words («I N F O R M A Z I O N I»): a row of single letters with even gaps,
 * and wider ones between the words. Lists of letters are none.
 */
final class Banner {

  private static final int LETTERS_OF_ONE_WORD = 6;
  private static final int LONGEST_WORD = 40;
  private static final int LETTERS = 8;
  private static final int LETTERS_PER_WORD = 3;
  private static final int DIFFERENT_LETTERS = 5;
  private static final float EVEN = 1.6f;
  private static final String VOWELS = "aeiouyàèéìòù";

  private Banner() {}

  /**
   * Where the words of a line go on without a blank: at each place, whether the word there belongs
   * to the one before it.
   */
  static boolean[] joined(List<Word> line) {
    boolean[] joined = new boolean[line.size()];
    int from = 0;
    while (from + LETTERS_OF_ONE_WORD <= line.size()) {
      int to = from;
      while (to < line.size() && line.get(to).isLetter()) {
        to++;
      }
      if (to - from >= LETTERS_OF_ONE_WORD) {
        join(line, from, to, joined);
      }
      from = to + 1;
    }
    return joined;
  }

  private static void join(List<Word> line, int from, int to, boolean[] joined) {
    float narrowest = Float.MAX_VALUE;
    for (int word = from + 1; word < to; word++) {
      narrowest = Math.min(narrowest, gap(line, word));
    }
    List<Integer> within = new ArrayList<>();
    for (int word = from + 1; word < to; word++) {
      if (gap(line, word) <= EVEN * narrowest) {
        within.add(word);
      }
    }
    int words = to - from - within.size();
    boolean banner =
        words == 1
            ? isWord(line.subList(from, to))
            : to - from >= Math.max(LETTERS, LETTERS_PER_WORD * words);
    if (banner) {
      within.forEach(word -> joined[word] = true);
    }
  }

  private static float gap(List<Word> line, int word) {
    return line.get(word).start() - line.get(word - 1).end();
  }

  private static boolean isWord(List<Word> letters) {
    if (letters.size() > LONGEST_WORD) {
      return false;
    }
    String word = letters.stream().map(Word::text).collect(joining()).toLowerCase(Locale.ROOT);
    int vowels = (int) word.chars().filter(letter -> VOWELS.indexOf(letter) >= 0).count();
    boolean listed = Arrays.equals(word.chars().sorted().toArray(), word.chars().toArray());
    return !listed
        && word.chars().distinct().count() >= DIFFERENT_LETTERS
        && 4 * vowels >= word.length()
        && 4 * vowels <= 3 * word.length();
  }
}
