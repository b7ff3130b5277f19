package it.lente.engine;

import java.text.Collator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The order of titles: as Italian sorts letters, word by word («Il parco» before «Illuminare»),
 * whatever signs stand around and between the words.
 */
public final class TitleOrder {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final Pattern AT_THE_ENDS = Pattern.compile("^_|_$");

  private TitleOrder() {}

  /** Bytes that sort as the titles do. */
  public static byte[] key(String title) {
    Collator collator = Collator.getInstance(Locale.ITALIAN);
    collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    // Java's collator passes over spaces; the underscore it sorts before every other sign.
    String words = BETWEEN_WORDS.matcher(title).replaceAll("_");
    return collator.getCollationKey(AT_THE_ENDS.matcher(words).replaceAll("")).toByteArray();
  }
}
