package it.lente.extract.reading.pdf;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds letter-spaced words («I N F O R M A Z I O N I»): a row of single letters with even gaps,
 * and wider ones between the words. Lists of letters are excluded.
 */
final class LetterSpacing {

  private static final int LETTERS_OF_ONE_WORD = 6;
  private static final int LONGEST_WORD = 40;
  private static final int LETTERS = 8;
  private static final int LETTERS_PER_WORD = 3;
  private static final int DIFFERENT_LETTERS = 5;
  private static final float EVEN = 1.6f;

  /** Letters of one word have no wider gaps, in sizes, but labels of a chart do. */
  private static final float WIDEST = 1.5f;

  /** Initials of the months, in Italian and in English, which label the bars of charts. */
  private static final String MONTHS = "gfmamglasondgfmamglasond jfmamjjasondjfmamjjasond";

  private static final String VOWELS = "aeiouyàèéìòù";

  private LetterSpacing() {}

  /** Returns at each index whether that word continues the one before it without a blank. */
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
      if (gap(line, word) <= Math.min(EVEN * narrowest, WIDEST * line.get(word).size())) {
        within.add(word);
      }
    }
    int words = to - from - within.size();
    String letters = text(line.subList(from, to));
    boolean banner =
        words == 1
            ? isWord(letters)
            : !MONTHS.contains(letters) && to - from >= Math.max(LETTERS, LETTERS_PER_WORD * words);
    if (banner) {
      within.forEach(word -> joined[word] = true);
    }
  }

  private static float gap(List<Word> line, int word) {
    return line.get(word).start() - line.get(word - 1).end();
  }

  private static String text(List<Word> letters) {
    return letters.stream().map(Word::text).collect(joining()).toLowerCase(Locale.ROOT);
  }

  private static boolean isWord(String word) {
    if (word.length() > LONGEST_WORD || MONTHS.contains(word)) {
      return false;
    }
    int vowels = (int) word.chars().filter(letter -> VOWELS.indexOf(letter) >= 0).count();
    boolean listed = Arrays.equals(word.chars().sorted().toArray(), word.chars().toArray());
    return !listed
        && word.chars().distinct().count() >= DIFFERENT_LETTERS
        && 4 * vowels >= word.length()
        && 4 * vowels <= 3 * word.length();
  }
}
