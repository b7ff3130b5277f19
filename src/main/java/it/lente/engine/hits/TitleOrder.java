package it.lente.engine.hits;

import java.text.Collator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The order of titles: Italian alphabetical order, word by word («Parco» before «Partecipare»),
 * numbers by value, ignoring a leading article and punctuation.
 */
public final class TitleOrder {

  private static final Pattern ARTICLE =
      Pattern.compile(
          "^[^\\p{L}\\p{Nd}]*(?:(?:il|lo|la|i|gli|le|uno?|una)\\s+|(?:l|un|gl)['’‘`´]\\s*)(?=\\S)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER = Pattern.compile("0*([0-9]+)");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final Pattern AT_THE_ENDS = Pattern.compile("^_|_$");

  /** Titles that share this many characters are equal; this bounds the size of keys. */
  private static final int LONGEST = 300;

  /** Shorter numbers are padded with zeros to this many digits. */
  private static final int DIGITS = 12;

  private TitleOrder() {}

  /** Returns the part of a title that determines its order. */
  public static String told(String title) {
    return title.substring(0, Math.min(title.length(), LONGEST));
  }

  /** Returns bytes that sort like the titles. */
  public static byte[] key(String title) {
    Collator collator = Collator.getInstance(Locale.ITALIAN);
    collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    String plain = ARTICLE.matcher(told(title)).replaceFirst("");
    String filled =
        NUMBER
            .matcher(plain)
            .replaceAll(number ->
                "0".repeat(Math.max(0, DIGITS - number.group(1).length())) + number.group(1));
    // Java's collator ignores spaces, and sorts the underscore before every other sign.
    String words = BETWEEN_WORDS.matcher(filled).replaceAll("_");
    return collator.getCollationKey(AT_THE_ENDS.matcher(words).replaceAll("")).toByteArray();
  }
}
