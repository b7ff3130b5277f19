package it.lente.source;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;

/** Makes ids that are valid in an address and as the name of a folder. */
public final class RecordId {

  private static final String PLAIN = "-._";

  private RecordId() {}

  /**
   * Letters, digits, dot, hyphen and underscore stay; every other byte of the UTF-8 form is
   * percent-encoded. So is a leading dot, as an id must not name a hidden folder or the parent.
   */
  public static String of(String name) {
    StringBuilder id = new StringBuilder();
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    for (byte b : composed.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean leadingDot = c == '.' && id.isEmpty();
      if (c < 0x80 && !leadingDot && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        id.append(c);
      } else {
        id.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return id.toString();
  }
}
