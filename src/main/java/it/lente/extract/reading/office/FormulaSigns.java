package it.lente.extract.reading.office;

import it.lente.extract.reading.frame.Sections;
import java.util.Set;

/**
 * Writes the signs between the parts of a formula in one line: «a/b», «√2», «10^6». Powers and
 * indices of letters have none, as people type them: «m2».
 */
final class FormulaSigns {

  private static final String NAMESPACE = "/math";

  /** Elements after which another word begins. */
  private static final Set<String> WORDS = Set.of("f", "fName", "lim", "mr", "oMath");

  private boolean newWord;

  /** Writes what precedes an element of a formula, and nothing before any other. */
  void begin(String namespace, String element, Sections text) {
    if (!namespace.endsWith(NAMESPACE)) {
      return;
    }
    switch (element) {
      case "r" -> {
        if (newWord) {
          text.endWord();
        }
        newWord = false;
      }
      case "den" -> text.append("/");
      case "rad" -> text.append("√");
      case "d" -> text.append("(");
      case "sup" -> text.append(text.endsWithDigit() ? "^" : "");
      case "sub" -> text.append(text.endsWithDigit() ? "_" : "");
      case "lim", "fName", "nary" -> newWord = true;
      default -> {}
    }
  }

  /** Writes what follows an element of a formula. */
  void end(String namespace, String element, Sections text) {
    if (namespace.endsWith(NAMESPACE)) {
      text.append(element.equals("d") ? ")" : "");
      newWord |= WORDS.contains(element);
    } else if (element.equals("p")) {
      newWord = false;
    }
  }
}
