package it.lente.analysis;

import java.util.Set;

/** Articles, prepositions and the like: a closed list, as forms. */
final class FunctionWords {

  private static final Set<String> ALL = WordList.words("function-words.txt");

  private FunctionWords() {}

  static boolean contain(String form) {
    return ALL.contains(form);
  }
}
