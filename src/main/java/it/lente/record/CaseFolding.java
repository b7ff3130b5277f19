package it.lente.record;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared by people who look for one: capitals and accents do not count. */
public final class CaseFolding {

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}");

  private CaseFolding() {}

  /** The name in small letters without accents, its apostrophes straight. */
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
