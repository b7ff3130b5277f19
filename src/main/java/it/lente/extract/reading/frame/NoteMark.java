package it.lente.extract.reading.frame;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Distinguishes the mark of a note from a part of the word before it: «rigenerazione¹» is a word
 * and a mark, m², CO₂ and 1ª are whole. A mark is written with raised characters (¹ ᵃ) after a
 * blank, whatever the format of the file: the analysis gives such a word no position, so that a
 * phrase continues over it.
 */
public final class NoteMark {

  private static final Pattern MARK =
      Pattern.compile(
          "[(\\[]?(?:[\\d⁰¹²³⁴-⁹]{1,3}(?:[,;][\\d⁰¹²³⁴-⁹]{1,3})*|[ivx]{2,4}|\\p{L}|[*†‡§]{1,4})[)\\]]?");

  private static final Pattern POWER = Pattern.compile("[2-4²³⁴]");
  private static final Pattern TEN = Pattern.compile("(?s)(?:.*[^\\d.,/-])?10");

  /**
   * Exponents of ten. The first and second power are rare, and notes with these numbers are not.
   */
  private static final Pattern EXPONENT = Pattern.compile("[3-9³⁴-⁹]|[1¹][0-9⁰¹²³⁴-⁹]");

  private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Characters that have a raised form, and their raised forms in the same order. */
  private static final String PLAIN = "0123456789abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW";

  private static final String RAISED_FORMS =
      RAISED_DIGITS + "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ";

  private static final String ROMAN = "IVXLC";

  /** Units and symbols, apart from single letters, that have a power or a number of atoms. */
  private static final Set<String> POWERED =
      Set.of("km", "hm", "dam", "dm", "cm", "mm", "mq", "mc", "CO", "NO", "SO", "CH", "NH", "PO");

  /** A number continues after these characters. */
  private static final String WITHIN_NUMBERS = "/⁄-−";

  private NoteMark() {}

  public static boolean isRaisedDigit(String glyph) {
    return glyph.length() == 1
        && glyph.charAt(0) > 127
        && RAISED_DIGITS.indexOf(glyph.charAt(0)) >= 0;
  }

  /** Returns whether a word ends like running text, in letters that are no unit or in a sign. */
  public static boolean endsText(String word) {
    return word.matches("(?s).*(?:\\p{L}{3}|[.,;:)\\]»”\"])");
  }

  /** Returns whether raised text is the mark of a note, in a file that records raised text. */
  public static boolean is(String piece) {
    return MARK.matcher(piece).matches();
  }

  /** Returns whether raised text is the exponent of ten before it: 10⁶ is one number. */
  public static boolean isExponent(String word, String piece) {
    return TEN.matcher(word).matches() && EXPONENT.matcher(piece).matches();
  }

  /** Returns a mark in raised characters; characters without a raised form stay unchanged. */
  public static String raised(String mark) {
    StringBuilder raised = new StringBuilder(mark);
    for (int i = 0; i < mark.length(); i++) {
      int form = PLAIN.indexOf(mark.charAt(i));
      raised.setCharAt(i, form < 0 ? mark.charAt(i) : RAISED_FORMS.charAt(form));
    }
    return raised.toString();
  }

  /** Returns whether raised text belongs to the word before: power, ordinal, part of a number. */
  public static boolean isPartOf(String word, String piece) {
    int end = word.length();
    int letters = end;
    while (letters > 0 && Character.isLetter(word.charAt(letters - 1))) {
      letters--;
    }
    String run = word.substring(letters);
    if (Character.isLetter(piece.charAt(0))) {
      return run.length() <= 2 || run.chars().allMatch(letter -> ROMAN.indexOf(letter) >= 0);
    }
    if (!run.isEmpty()) {
      boolean alone = run.length() == 1 && (letters == 0 || word.charAt(letters - 1) != '.');
      return alone || (POWERED.contains(run) && POWER.matcher(piece).matches());
    }
    char before = word.charAt(end - 1);
    boolean decimal =
        (before == ',' || before == '.') && end > 1 && Character.isDigit(word.charAt(end - 2));
    return decimal || WITHIN_NUMBERS.indexOf(before) >= 0;
  }
}
