package it.lente.analysis;

import org.tartarus.snowball.ext.ItalianStemmer;

/**
 * Words of one family: «fondare», «fondazione», «fondato» begin alike. They say that a text is
 * about the matter, not that it holds the word: a sentence's words weigh more where their families
 * stand, but only a word's own forms answer.
 */
final class WordFamily {

  private static final int LETTERS = 5;
  private static final int FEWEST_LETTERS = 3;

  private WordFamily() {}

  /**
   * The beginning that the words of a family share: five letters at most of the Snowball stem.
   *
   * @return the empty string where too few letters are left
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
