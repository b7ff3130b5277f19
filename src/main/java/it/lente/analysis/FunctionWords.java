package it.lente.analysis;

import java.util.Collection;
import java.util.Set;

/** Articles, prepositions and the like: a closed list, as forms. */
final class FunctionWords {

  private static final Set<String> ALL = WordList.words("function-words.txt");

  /** Shorter ones are abbreviations, or what is left of them. */
  private static final int SHORTEST = 3;

  private FunctionWords() {}

  /** Whether some forms are nothing else. */
  static boolean are(Collection<String> forms) {
    return ALL.containsAll(forms);
  }

  /** Whether a form is a word that tells something: not one of these, no number, no letters. */
  static boolean leaveOver(String form) {
    return form.length() >= SHORTEST
        && form.chars().allMatch(Character::isLetter)
        && !ALL.contains(form);
  }
}
