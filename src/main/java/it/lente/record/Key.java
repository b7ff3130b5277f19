package it.lente.record;

import java.util.Locale;

/** Converts names of constants to those of the API and the messages. */
final class Key {

  private Key() {}

  /** Converts «START_YEAR» to «startYear». */
  static String camel(Enum<?> constant) {
    StringBuilder key = new StringBuilder();
    for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
      key.append(key.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)));
      key.append(word, 1, word.length());
    }
    return key.toString();
  }
}
