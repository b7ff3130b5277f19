package it.lente.analysis;

import java.util.Collection;
import java.util.Set;

/** Articles, prepositions and the like: a closed list, as forms. */
final class FunctionWords {

  private static final Set<String> ALL = WordList.words("function-words.txt");

  /** Shorter words are abbreviations or fragments. */
  private static final int SHORTEST = 3;

  private FunctionWords() {}

  /** Returns whether all forms are function words. */
  static boolean are(Collection<String> forms) {
    return ALL.containsAll(forms);
  }

  /** Returns whether a form is a word with meaning: no function word, number or single letter. */
  static boolean leaveOver(String form) {
    return form.length() >= SHORTEST
        && form.chars().allMatch(Character::isLetter)
        && !ALL.contains(form);
  }
}
