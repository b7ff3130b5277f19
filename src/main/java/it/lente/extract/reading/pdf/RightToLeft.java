package it.lente.extract.reading.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Puts words and characters written from right to left into reading order. */
final class RightToLeft {

  private static final char FIRST = '\u0590';

  private RightToLeft() {}

  /** Returns whether a character belongs to a script that runs from right to left. */
  static boolean is(String glyph) {
    if (glyph.isEmpty() || glyph.charAt(0) < FIRST) {
      return false;
    }
    byte direction = Character.getDirectionality(glyph.codePointAt(0));
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /**
   * Returns a word's characters from the right, but its numbers and foreign letters from the left.
   */
  static String text(Word word) {
    List<Integer> shown = new ArrayList<>();
    for (int glyph = word.first(); glyph <= word.last(); glyph++) {
      shown.add(glyph);
    }
    shown.sort(Comparator.comparingDouble(glyph -> -word.glyphs().start(glyph)));
    turnRuns(shown, glyph -> isLeftToRight(word.glyphs().text(glyph)));
    StringBuilder text = new StringBuilder();
    shown.forEach(glyph -> text.append(mirrored(word.glyphs().text(glyph))));
    return text.toString();
  }

  /** Returns the words of a line in reading order. The argument is ordered from left to right. */
  static List<Word> line(List<Word> shown) {
    int letters = shown.stream().mapToInt(Word::length).sum();
    int turned = shown.stream().filter(Word::isRightToLeft).mapToInt(Word::length).sum();
    if (turned == 0) {
      return shown;
    }
    List<Word> read = new ArrayList<>(shown);
    if (2 * turned >= letters) {
      Collections.reverse(read);
      turnRuns(read, word -> !word.isRightToLeft());
    } else {
      turnRuns(read, Word::isRightToLeft);
    }
    return read;
  }

  private static <T> void turnRuns(List<T> items, Predicate<T> turned) {
    int from = 0;
    while (from < items.size()) {
      int to = from;
      while (to < items.size() && turned.test(items.get(to))) {
        to++;
      }
      Collections.reverse(items.subList(from, to));
      from = to + 1;
    }
  }

  private static boolean isLeftToRight(String glyph) {
    return !glyph.isEmpty()
        && (Character.isDigit(glyph.codePointAt(0))
            || (Character.isLetter(glyph.codePointAt(0)) && !is(glyph)));
  }

  private static String mirrored(String glyph) {
    return switch (glyph) {
      case "(" -> ")";
      case ")" -> "(";
      case "[" -> "]";
      case "]" -> "[";
      default -> glyph;
    };
  }
}
