package it.lente.source;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Ids that can stand in an address and name a folder. */
final class RecordId {

  private static final String PLAIN = "-._";

  private RecordId() {}

  /**
   * Letters, digits, dot, hyphen and underscore stay; every other byte of the UTF-8 form is
   * percent-encoded. So is a dot in front, lest an id name a hidden folder or the one above.
   */
  static String of(String name) {
    StringBuilder id = new StringBuilder();
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    for (byte b : composed.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean leadingDot = c == '.' && id.isEmpty();
      if (c < 0x80 && !leadingDot && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        id.append(c);
      } else {
        id.append(String.format("%%%02X", (int) c));
      }
    }
    return id.toString();
  }
}
