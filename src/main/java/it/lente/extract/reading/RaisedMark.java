package it.lente.extract.reading;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Distinguishes the mark of a note from a part of the word before it: «rigenerazione¹» is a word
 * and a mark, m², CO₂ and 1ª are whole. A mark is written with raised characters (¹ ᵃ) after a
 * blank, whatever the format of the file: the analysis gives such a word no position, so that a
 * phrase continues over it.
 */
final class RaisedMark {

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

  /** Sizes, heights and distances of marks, in parts of the size of the word beside them. */
  private static final float SMALL = .86f;

  private static final float VERY_SMALL = .75f;
  private static final float RAISED = .2f;
  private static final float HARDLY_RAISED = .08f;
  private static final float NEAR = .6f;

  private RaisedMark() {}

  static boolean isRaisedDigit(String glyph) {
    return glyph.length() == 1
        && glyph.charAt(0) > 127
        && RAISED_DIGITS.indexOf(glyph.charAt(0)) >= 0;
  }

  /** Returns whether a word is the mark of a note to the word before it, which it touches. */
  static boolean follows(Word word, Word next) {
    return isMark(next, word) && !isPartOf(word.text(), next.text());
  }

  /** Returns whether a word is the mark of a note to the word before it, after a blank. */
  static boolean isNear(Word word, Word next) {
    float gap = next.start() - word.end();
    return gap >= 0
        && Math.max(gap / NEAR, next.size() / SMALL) <= word.lineSize()
        && word.lineBase() - next.base() >= RAISED * word.lineSize()
        && !Character.isLetter(next.text().charAt(0))
        && endsText(word.text());
  }

  /** Returns whether a word ends like running text, in letters that are no unit or in a sign. */
  static boolean endsText(String word) {
    return word.matches("(?s).*(?:\\p{L}{3}|[.,;:)\\]»”\"])");
  }

  /** Returns whether a word is a mark that the next one, which touches it, does not continue. */
  static boolean ends(Word word, Word next) {
    return isMark(word, next) && Character.isLetterOrDigit(next.text().codePointAt(0));
  }

  /** Returns whether raised text is the mark of a note, in a file that records raised text. */
  static boolean is(String piece) {
    return MARK.matcher(piece).matches();
  }

  /** Returns whether raised text is the exponent of ten before it: 10⁶ is one number. */
  static boolean isExponent(String word, String piece) {
    return TEN.matcher(word).matches() && EXPONENT.matcher(piece).matches();
  }

  /** Returns a mark in raised characters; characters without a raised form stay unchanged. */
  static String raised(String mark) {
    StringBuilder raised = new StringBuilder(mark);
    for (int i = 0; i < mark.length(); i++) {
      int form = PLAIN.indexOf(mark.charAt(i));
      raised.setCharAt(i, form < 0 ? mark.charAt(i) : RAISED_FORMS.charAt(form));
    }
    return raised.toString();
  }

  private static boolean isMark(Word word, Word beside) {
    if (word.length() > 5 || word.size() > beside.lineSize() * 1.05f) {
      return false;
    }
    String text = word.text();
    if (isRaisedDigit(text.substring(0, 1))) {
      return true;
    }
    float raised = (beside.lineBase() - word.base()) / beside.lineSize();
    float size = word.size() / beside.lineSize();
    boolean letter = Character.isLetter(text.charAt(0));
    boolean shifted =
        raised >= RAISED
            || (raised >= HARDLY_RAISED && size <= SMALL)
            || (raised >= -HARDLY_RAISED && size <= VERY_SMALL && !letter);
    return shifted && MARK.matcher(text).matches();
  }

  /** Returns whether raised text belongs to the word before: power, ordinal, part of a number. */
  static boolean isPartOf(String word, String piece) {
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
