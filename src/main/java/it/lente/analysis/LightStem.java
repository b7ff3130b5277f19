package it.lente.analysis;

import java.util.Map;
import java.util.Set;

/**
 * A light stem for Italian nouns and adjectives: a word and its plural, or an adjective in its four
 * endings, have one stem; nouns whose genders mean different things («casa», «caso») have two.
 *
 * <p>The stem depends only on a word's last letters and on closed lists. Therefore {@link
 * Inflections} can compute every word from a stem, and the index contains words without stems.
 */
final class LightStem {

  private static final int SHORT = 4;

  private static final Map<String, String> IRREGULAR = WordList.pairs("irregular-plurals.txt");
  private static final Set<String> TWO_MEANINGS = WordList.words("two-genders-two-meanings.txt");
  private static final Set<String> NOUNS_IN_E = WordList.words("nouns-in-e.txt");
  private static final Set<String> MASCULINES_IN_A = WordList.words("masculines-in-a.txt");
  private static final Set<String> WITHOUT_CLASS = WordList.words("short-adjectives.txt");

  private LightStem() {}

  /** Returns the plurals that no ending explains, each with its singular. */
  static Map<String, String> irregularPlurals() {
    return IRREGULAR;
  }

  /**
   * Returns the stem of a form.
   *
   * @param form as {@link FormReader} returns it
   * @return the unchanged letters, followed by a capital if the gender matters
   */
  static String of(String form) {
    String word = IRREGULAR.getOrDefault(form, form);
    int last = word.length() - 1;
    if (last < 3 || !endsInVowel(word)) {
      return word;
    }
    char vowel = word.charAt(last);
    int end = rootEnd(word);
    String root = word.substring(0, end);
    if (end > SHORT && !TWO_MEANINGS.contains(root)) {
      return root;
    }
    return WITHOUT_CLASS.contains(root) ? root : root + genderClass(root, vowel, end == last);
  }

  /** Returns the letters that no inflection changes; the whole word if it does not inflect. */
  static String root(String form) {
    String word = IRREGULAR.getOrDefault(form, form);
    return word.length() < 4 || !endsInVowel(word) ? word : word.substring(0, rootEnd(word));
  }

  private static int rootEnd(String word) {
    int end = word.length() - 1;
    char vowel = word.charAt(end);
    if (end > SHORT && vowel != 'i' && word.charAt(end - 1) == 'i') {
      end--;
    }
    if (end > 3 && word.charAt(end - 1) == 'h' && isHard(word.charAt(end - 2))) {
      end--;
    }
    return end;
  }

  private static char genderClass(String root, char vowel, boolean onlyVowelDropped) {
    if (onlyVowelDropped && (vowel == 'e' || vowel == 'i') && NOUNS_IN_E.contains(root)) {
      return 'E';
    }
    if (MASCULINES_IN_A.contains(root) && (vowel == 'a' || vowel == 'i')) {
      return 'A';
    }
    return vowel == 'a' || vowel == 'e' ? 'A' : 'O';
  }

  private static boolean isHard(char c) {
    return c == 'c' || c == 'g';
  }

  private static boolean endsInVowel(String word) {
    return "aeio".indexOf(word.charAt(word.length() - 1)) >= 0;
  }
}
