package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.NoteMark;

/**
 * Finds by size, height and distance the pieces of a page that are marks of notes. {@link NoteMark}
 * decides by the letters.
 */
final class RaisedMark {

  /** Sizes, heights and distances of marks, in parts of the size of the word beside them. */
  private static final float SMALL = .86f;

  private static final float VERY_SMALL = .75f;
  private static final float RAISED = .2f;
  private static final float HARDLY_RAISED = .08f;
  private static final float NEAR = .6f;

  private RaisedMark() {}

  /** Returns whether a word is the mark of a note to the word before it, which it touches. */
  static boolean follows(Word word, Word next) {
    return isMark(next, word) && !NoteMark.isPartOf(word.text(), next.text());
  }

  /** Returns whether a word is the mark of a note to the word before it, after a blank. */
  static boolean isNear(Word word, Word next) {
    float gap = next.start() - word.end();
    return gap >= 0
        && Math.max(gap / NEAR, next.size() / SMALL) <= word.lineSize()
        && word.lineBase() - next.base() >= RAISED * word.lineSize()
        && !Character.isLetter(next.text().charAt(0))
        && NoteMark.endsText(word.text());
  }

  /** Returns whether a word is a mark that the next one, which touches it, does not continue. */
  static boolean ends(Word word, Word next) {
    return isMark(word, next) && Character.isLetterOrDigit(next.text().codePointAt(0));
  }

  private static boolean isMark(Word word, Word beside) {
    if (word.length() > 5 || word.size() > beside.lineSize() * 1.05f) {
      return false;
    }
    String text = word.text();
    if (NoteMark.isRaisedDigit(text.substring(0, 1))) {
      return true;
    }
    float raised = (beside.lineBase() - word.base()) / beside.lineSize();
    float size = word.size() / beside.lineSize();
    boolean letter = Character.isLetter(text.charAt(0));
    boolean shifted =
        raised >= RAISED
            || (raised >= HARDLY_RAISED && size <= SMALL)
            || (raised >= -HARDLY_RAISED && size <= VERY_SMALL && !letter);
    return shifted && NoteMark.is(text);
  }
}
