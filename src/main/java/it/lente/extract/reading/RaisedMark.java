package it.lente.extract.reading;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the mark of a footnote from what belongs to the word before it: «rigenerazione¹» is a word
 * and a mark, m², CO₂ and 1ª are whole.
 */
final class RaisedMark {

  private static final Pattern MARK =
      Pattern.compile("[(\\[]?(?:[\\d⁰¹²³⁴-⁹]{1,3}|\\p{L}|[*†‡§]{1,4})[)\\]]?");

  private static final Pattern POWER = Pattern.compile("[2-4²³⁴]");
  private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String ROMAN = "IVXLC";

  /** What has a power or a number of atoms, apart from single letters. */
  private static final Set<String> POWERED =
      Set.of("km", "hm", "dam", "dm", "cm", "mm", "mq", "mc", "CO", "NO", "SO", "CH", "NH", "PO");

  /** A number goes on after these. */
  private static final String WITHIN_NUMBERS = "/⁄-−";

  /** Parts of the size of the word beside it. */
  private static final float SMALL = .86f;

  private static final float VERY_SMALL = .75f;
  private static final float RAISED = .2f;
  private static final float HARDLY_RAISED = .08f;

  private RaisedMark() {}

  static boolean isRaisedDigit(String glyph) {
    return glyph.length() == 1
        && glyph.charAt(0) > 127
        && RAISED_DIGITS.indexOf(glyph.charAt(0)) >= 0;
  }

  /** Whether a mark separates two words that touch each other. */
  static boolean separates(Word word, Word next) {
    if (isMark(next, word)) {
      return !isPartOf(word.text(), next.text());
    }
    return isMark(word, next) && Character.isLetterOrDigit(next.text().codePointAt(0));
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

  /**
   * Whether a raised piece belongs to the word before it: a power, an ordinal, part of a number.
   */
  private static boolean isPartOf(String word, String piece) {
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
