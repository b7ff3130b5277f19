package it.lente.analysis;

import java.text.Normalizer;

/**
 * Replaces characters that Unicode distinguishes and readers do not: apostrophes of every kind,
 * ordinal signs, raised and lowered digits, fractions, full-width and other compatibility forms
 * (Unicode Standard Annex 15, NFKC).
 */
final class PlainCharacters {

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char ZERO_WIDTH_SPACE = '\u200B';
  private static final char NUMERO = '№';

  /** Longest unit of measure that a raised digit belongs to: «km²», not «rigenerazione²». */
  private static final int LONGEST_UNIT = 2;

  private PlainCharacters() {}

  /** Returns the text in plain characters, each at the offset of the one that it replaces. */
  static String of(String text) {
    char[] plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 127 || c == '`') {
        char other = plain(text, i);
        if (other != c) {
          plain = plain == null ? text.toCharArray() : plain;
          plain[i] = other;
        }
      }
    }
    return plain == null ? text : new String(plain);
  }

  private static char plain(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '’', '‘', '`', '´', 'ʼ', '′', '\u0092', '＇' -> '\'';
      // The only character across which the tokenizer does not split a word.
      case ZERO_WIDTH_SPACE -> SOFT_HYPHEN;
      case 'º', '°' -> isOrdinalSign(text, at) ? 'o' : '°';
      case 'ª' -> 'a';
      case NUMERO -> 'n';
      default -> hasExpansion(c) || isFullWidth(c) ? expansion(c).charAt(0) : c;
    };
  }

  /** Returns true for «3°», the third, but not for «20°C», a temperature, nor «n°», a number. */
  private static boolean isOrdinalSign(String text, int at) {
    return at > 0
        && Character.isDigit(text.charAt(at - 1))
        && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)));
  }

  private static boolean isFullWidth(char c) {
    return c >= '！' && c <= '～';
  }

  /** Returns whether a character that is no letter means letters or digits: ², ½, ①, ㎡. */
  static boolean hasExpansion(int c) {
    int type = c < 128 ? Character.UNASSIGNED : Character.getType(c);
    return (type == Character.OTHER_NUMBER
            || type == Character.LETTER_NUMBER
            || type == Character.OTHER_SYMBOL)
        && c != NUMERO
        && Character.isLetterOrDigit(expansion(c).charAt(0));
  }

  /** Returns the letters and digits that a character means, with other signs between them. */
  static String expansion(int c) {
    return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
  }

  /**
   * Returns whether an expansion belongs to the word before it: lowered digits do (H₂O), raised
   * ones only in units (m²); elsewhere they mark a note.
   *
   * @param letters the length of that word so far, 0 if it has characters other than letters
   */
  static boolean joins(int c, int letters) {
    boolean lowered = c >= '₀' && c <= '₉';
    return lowered || (isRaisedDigit(c) && letters > 0 && letters <= LONGEST_UNIT);
  }

  /** Returns whether a character marks a note unless it joins the word before it. */
  static boolean isRaisedDigit(int c) {
    return c == '²' || c == '³' || c == '¹' || (c >= '⁰' && c <= '⁹');
  }

  /** Returns whether a letter, if it begins a word, marks a note: ᵃ, but not ª. */
  static boolean isRaisedLetter(int c) {
    return c > 127
        && Character.getType(c) == Character.MODIFIER_LETTER
        && expansion(c).charAt(0) < 128;
  }
}
