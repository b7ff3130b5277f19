package it.lente.source;

import java.text.Normalizer;
import java.util.Locale;

/** Compares names regardless of case, accents, apostrophes, dashes and spaces. */
final class Spelling {

  private Spelling() {}

  /** Returns the form in which labels and names of places are compared. */
  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean gap = false;
    for (char c : decomposed(text).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        folded.append(gap && !folded.isEmpty() ? " " : "").append(c);
        gap = false;
      } else if (space(c) || dash(c)) {
        gap = true;
      } else if (!silent(c)) {
        if (gap && !folded.isEmpty()) {
          folded.append(' ');
        }
        gap = false;
        folded.append(c);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /** Most lines are plain ASCII, for which normalizing would be most of the cost of reading. */
  private static String decomposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
      }
    }
    return text;
  }

  /** Returns a text without white space at its ends, even no-break or invisible characters. */
  static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean blank(char c) {
    return space(c) || Character.getType(c) == Character.FORMAT;
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean dash(char c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION;
  }

  private static boolean silent(char c) {
    return switch (c) {
      case '\'', '’', '‘', '‛', 'ʼ', '′', '`', '´', '\u0092' -> true;
      default ->
          Character.getType(c) == Character.NON_SPACING_MARK
              || Character.getType(c) == Character.FORMAT;
    };
  }
}
