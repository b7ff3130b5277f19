package it.lente.extract.reading.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a large initial that is as tall as several lines before the first word of these lines. */
final class DropCaps {

  /** The least size of an initial, and its greatest distance, in sizes of the text beside it. */
  private static final float LARGE = 1.5f;

  private static final float NEAR = 1.2f;
  private static final float OVERLAP = .3f;

  /** The height of capitals, in parts of their size. */
  private static final float CAPITAL = .75f;

  /** A page with more large letters is a poster. */
  private static final int MOST = 20;

  private static final String WORDS_OF_ONE_LETTER = "AEIOÈ";

  private DropCaps() {}

  static boolean is(Word word) {
    return word.isLetter() && word.size() >= LARGE * word.lineSize();
  }

  /** Returns the words of one angle, each initial with the line that it begins. */
  static List<Word> placed(List<Word> words) {
    float total = 0;
    for (Word word : words) {
      total += word.size();
    }
    float large = LARGE * total / words.size();
    List<Word> initials =
        words.stream().filter(word -> word.size() >= large && isCapital(word)).toList();
    if (initials.isEmpty() || initials.size() > MOST) {
      return words;
    }
    List<Word> placed = new ArrayList<>(words);
    for (Word initial : initials) {
      Word first = firstBeside(initial, words);
      if (first != null) {
        boolean alone =
            WORDS_OF_ONE_LETTER.contains(initial.text()) && occursElsewhere(first, words);
        placed.set(words.indexOf(initial), initial.on(first, alone));
        placed.set(words.indexOf(first), first.on(first, first.spaced()));
      }
    }
    return placed;
  }

  private static boolean isCapital(Word word) {
    return word.isLetter() && Character.isUpperCase(word.text().charAt(0));
  }

  /** Returns the word that an initial begins, or null if the initial is one line tall. */
  private static Word firstBeside(Word initial, List<Word> words) {
    float top = initial.base() - CAPITAL * initial.size();
    Word first = null;
    boolean several = false;
    for (Word word : words) {
      float gap = word.start() - initial.end();
      boolean beside =
          LARGE * word.size() <= initial.size()
              && gap >= -OVERLAP * word.size()
              && gap <= NEAR * word.size()
              && word.base() > top
              && word.base() <= initial.base() + OVERLAP * word.size();
      if (beside) {
        several |= first != null && Math.abs(word.base() - first.base()) > word.size() / 2;
        first = first == null || word.base() < first.base() ? word : first;
      }
    }
    return several ? first : null;
  }

  /** Distinguishes «I cittadini» from «Il»: a whole word occurs elsewhere without the initial. */
  private static boolean occursElsewhere(Word first, List<Word> words) {
    String letters = letters(first);
    return letters.length() > 1
        && words.stream().anyMatch(word -> !word.equals(first) && letters(word).equals(letters));
  }

  private static String letters(Word word) {
    return word.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}'’]", "");
  }
}
