package it.lente.extract.reading.frame;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Detects the encoding of a text of unknown origin. */
public final class EncodingDetector {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  /** Encodings of Windows, the old Macintosh and DOS; the first wins if equally probable. */
  private static final List<Charset> ONE_BYTE =
      Stream.of("windows-1252", "x-MacRoman", "IBM850").map(Charset::forName).toList();

  private static final int JUDGED = 1 << 20;

  private static final String ACCENTED = "àèéìòù";

  /** Signs that follow a word. */
  private static final String AFTER_WORD = "…’”»–—";

  private static final String TYPOGRAPHIC = AFTER_WORD + "‘“«•°€\u00A0§·";

  /** Italian words end with a vowel, and «à» or «ù» hardly ever follows one. */
  private static final String VOWELS = "aeiou";

  private static final Set<String> BEFORE_U = Set.of("pi", "gi", "laggi", "quaggi");

  /** Words that end with a consonant, as those before a final «à» or «ù» do without it. */
  private static final Set<String> WHOLE =
      Set.of(
          ("ad al bar ben col con dal del don ed est fin gran il in mal nel non nord or per qual"
                  + " quel san son sud sul tal un")
              .split(" "));

  private static final int LONGEST_WORD = 40;

  private static final int LOOKED_AT = 4096;

  /** At least one byte in this many is zero in UTF-16, and none with one byte a letter. */
  private static final int ZEROS = 4;

  private EncodingDetector() {}

  public static String decode(byte[] bytes) {
    String text = new String(bytes, encoding(bytes));
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Charset encoding(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || mostlyZero(bytes, 0)) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(bytes, 0xFF, 0xFE) || mostlyZero(bytes, 1)) {
      return StandardCharsets.UTF_16LE;
    }
    // Bytes that are valid UTF-8 are hardly ever in another encoding.
    return isUtf8(bytes) ? StandardCharsets.UTF_8 : ofOneByte(bytes);
  }

  /** Returns the Western encoding in which most accents and quotes are in plausible positions. */
  private static Charset ofOneByte(byte[] bytes) {
    int judged = Math.min(bytes.length, JUDGED);
    return ONE_BYTE.stream()
        .max(Comparator.comparingInt(charset -> plausible(new String(bytes, 0, judged, charset))))
        .orElseThrow();
  }

  private static int plausible(String text) {
    int plausible = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > 127) {
        plausible += plausible(text, at);
      }
    }
    return plausible;
  }

  /** Returns 2 for an Italian accent, 1 for a sign in its place, -1 for what no text contains. */
  private static int plausible(String text, int at) {
    char c = text.charAt(at);
    char small = Character.toLowerCase(c);
    String stem = wordBefore(text, at);
    boolean ends = at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1));
    boolean sameCase = c == small || stem.equals(stem.toUpperCase(Locale.ROOT));
    if (ends && sameCase && ACCENTED.indexOf(small) >= 0) {
      return accent(text, at, stem.toLowerCase(Locale.ROOT));
    }
    if (ends && !stem.isEmpty() && AFTER_WORD.indexOf(c) >= 0) {
      return 1;
    }
    if (c == '°' || c == '€') {
      String around = text.substring(Math.max(0, at - 2), Math.min(text.length(), at + 3));
      return around.matches("(?s).*(?:\\d|n°).*") ? 1 : 0;
    }
    boolean odd =
        Character.isLetter(c)
            ? c != small && !stem.isEmpty() && !sameCase
            : TYPOGRAPHIC.indexOf(c) < 0;
    return odd ? -1 : 0;
  }

  private static String wordBefore(String text, int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_WORD && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, at);
  }

  /** Judges an accented letter at the end of a word, after the letters before it. */
  private static int accent(String text, int at, String stem) {
    if (stem.isEmpty()) {
      return alone(text, at);
    }
    return isStem(stem, Character.toLowerCase(text.charAt(at))) ? 2 : 0;
  }

  /** Judges a letter that is a word: «è», which is often written «é», and «È» in front. */
  private static int alone(String text, int at) {
    String before = text.substring(Math.max(0, at - 3), at);
    boolean begins = before.isBlank() || before.matches("(?s).*[.!?:;]\\s+");
    return switch (text.charAt(at)) {
      case 'è' -> 2;
      case 'é' -> begins ? 0 : 1;
      case 'È' -> begins ? 2 : 0;
      default -> 0;
    };
  }

  /** Returns whether a word may end with an accented letter after these letters. */
  private static boolean isStem(String stem, char accented) {
    boolean vowel = VOWELS.indexOf(stem.charAt(stem.length() - 1)) >= 0;
    return switch (accented) {
      case 'à' -> vowel ? stem.equals("gi") : !WHOLE.contains(stem);
      case 'ù' -> vowel ? BEFORE_U.contains(stem) : !WHOLE.contains(stem);
      default -> true;
    };
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /** Western letters in UTF-16 have a zero byte each, before or after the other. */
  private static boolean mostlyZero(byte[] bytes, int side) {
    int looked = Math.min(bytes.length, LOOKED_AT);
    int zeros = 0;
    for (int at = side; at < looked; at += 2) {
      zeros += bytes[at] == 0 ? 1 : 0;
    }
    return looked >= 2 && zeros * ZEROS >= looked;
  }

  /** A letter cut in two, as in joined files, does not exclude UTF-8 in a text of many others. */
  private static boolean isUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long errors = text.chars().filter(c -> c == REPLACEMENT).count();
    long letters = text.chars().filter(c -> c > 127).count() - errors;
    return errors == 0 || letters > ZEROS * errors;
  }
}
