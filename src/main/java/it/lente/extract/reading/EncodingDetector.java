package it.lente.extract.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Detects the encoding of a text of unknown origin. */
final class EncodingDetector {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  /** Encodings of Windows, the old Macintosh and DOS; the first wins if equally probable. */
  private static final List<Charset> ONE_BYTE =
      Stream.of("windows-1252", "x-MacRoman", "IBM850").map(Charset::forName).toList();

  private static final int JUDGED = 1 << 20;

  /** Final letters of Italian words, and signs that follow a word. */
  private static final String FINAL = "àèéìòù…’”»–—";

  private static final String TYPOGRAPHIC = "…’”»–—‘“«•°€\u00A0§·";

  private static final int LOOKED_AT = 4096;

  /** At least one byte in this many is zero in UTF-16, and none with one byte a letter. */
  private static final int ZEROS = 4;

  private EncodingDetector() {}

  static String decode(byte[] bytes) {
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
      char c = text.charAt(at);
      if (c > 127) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        boolean inWord = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        if (FINAL.indexOf(c) >= 0 && !inWord && (Character.isLetter(before) || c == 'è')) {
          plausible++;
        } else if (!Character.isLetter(c)
            ? TYPOGRAPHIC.indexOf(c) < 0
            : Character.isUpperCase(c) && Character.isLowerCase(before)) {
          plausible--;
        }
      }
    }
    return plausible;
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
