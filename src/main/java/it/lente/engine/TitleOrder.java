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

  /** Beyond so many characters titles are the same; it bounds the keys. */
  private static final int LONGEST = 300;

  private TitleOrder() {}

  /** The part of a title by which it is ordered. */
  public static String told(String title) {
    return title.substring(0, Math.min(title.length(), LONGEST));
  }

  /** Bytes that sort as the titles do. */
  public static byte[] key(String title) {
    Collator collator = Collator.getInstance(Locale.ITALIAN);
    collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    // Java's collator passes over spaces; the underscore it sorts before every other sign.
    String words = BETWEEN_WORDS.matcher(told(title)).replaceAll("_");
    return collator.getCollationKey(AT_THE_ENDS.matcher(words).replaceAll("")).toByteArray();
  }
}
