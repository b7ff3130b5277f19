package it.lente.analysis;

import org.tartarus.snowball.ext.ItalianStemmer;

/**
 * Words of one family begin alike: «fondare», «fondazione», «fondato». They indicate the subject of
 * a text: a sentence's words score more with their families, but only their own forms match.
 */
final class WordFamily {

  private static final int LETTERS = 5;
  private static final int FEWEST_LETTERS = 3;

  private WordFamily() {}

  /**
   * Returns the common beginning of a family: at most five letters of the Snowball stem.
   *
   * @return the empty string if too few letters remain
   */
  static String beginning(String form) {
    ItalianStemmer stemmer = new ItalianStemmer();
    stemmer.setCurrent(form);
    stemmer.stem();
    String stem = stemmer.getCurrent();
    return stem.length() < FEWEST_LETTERS
        ? ""
        : stem.substring(0, Math.min(LETTERS, stem.length()));
  }
}
