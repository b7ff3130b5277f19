package it.lente.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word with open letters: * for any number of them, ? between two letters for one. */
final class OpenWord {

  private static final Pattern OPEN =
      Pattern.compile("\\*+|(?<=[\\p{L}\\p{N}])\\?(?=[\\p{L}\\p{N}])");

  private OpenWord() {}

  /** Returns whether a text has open letters. */
  static boolean isIn(String text) {
    return OPEN.matcher(text).find();
  }

  /** Returns the forms between the open letters, with one * or ? for each. */
  static String pattern(String typed) {
    List<String> pieces = new ArrayList<>();
    Matcher open = OPEN.matcher(typed);
    int from = 0;
    while (open.find()) {
      pieces.add(form(typed.substring(from, open.start())));
      pieces.add(open.group().substring(0, 1));
      from = open.end();
    }
    pieces.add(form(typed.substring(from)));
    return String.join("", pieces);
  }

  private static String form(String letters) {
    return String.join("", FormReader.forms(letters));
  }
}
