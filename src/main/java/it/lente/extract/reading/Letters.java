package it.lente.extract.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Finds out in which encoding a text of unknown origin was written. */
final class Letters {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LOOKED_AT = 4096;

  /** One in so many bytes: texts of one byte a letter hold no zeros at all. */
  private static final int ZEROS = 4;

  private Letters() {}

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
    // Bytes that are good UTF-8 are hardly ever anything else; else a Windows of the West wrote.
    return isUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /** Western letters in UTF-16 have a byte of zero each, before or after the other. */
  private static boolean mostlyZero(byte[] bytes, int side) {
    int looked = Math.min(bytes.length, LOOKED_AT);
    int zeros = 0;
    for (int at = side; at < looked; at += 2) {
      zeros += bytes[at] == 0 ? 1 : 0;
    }
    return looked >= 2 && zeros * ZEROS >= looked;
  }

  /** A letter cut in two, as where files were joined, spoils no text of many others. */
  private static boolean isUtf8(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(LOOKED_AT);
    long letters = 0;
    long errors = 0;
    while (true) {
      int from = in.position();
      CoderResult result = decoder.decode(in, out, true);
      letters += in.position() - from - out.position();
      out.clear();
      if (result.isError()) {
        errors++;
        in.position(in.position() + result.length());
      } else if (result.isUnderflow()) {
        return errors == 0 || letters > ZEROS * errors;
      }
    }
  }
}
