package it.lente.record;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds names for comparison: case and accents are ignored. */
public final class CaseFolding {

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}");

  private CaseFolding() {}

  /** Returns the name in lower case without accents and with straight apostrophes. */
  public static String of(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.chars().allMatch(letter -> letter < 0x80)
        ? small
        : MARKS
            .matcher(Normalizer.normalize(small, Normalizer.Form.NFKD))
            .replaceAll("")
            .replace('’', '\'')
            .replace('‘', '\'');
  }
}
