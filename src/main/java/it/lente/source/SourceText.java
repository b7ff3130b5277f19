package it.lente.source;

import it.lente.record.ReasonCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The text of a file in any encoding.
 *
 * @param guessed the bytes are not UTF-8 and were read as Windows-1252
 */
public record SourceText(String text, boolean guessed) {

  /** Greatest size of a file in bytes. A larger file is refused, to save memory. */
  static final long MOST_BYTES = 64L << 20;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern MISREAD = Pattern.compile("[\\x{80}-\\x{9F}]");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  public static SourceText read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new UnusableFileException(ReasonCode.OVERSIZED);
    }
    SourceText source = of(Files.readAllBytes(file));
    if (source.text().isBlank()) {
      throw new UnusableFileException(ReasonCode.SOURCE_EMPTY);
    }
    return source;
  }

  static SourceText of(byte[] bytes) throws UnusableFileException {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new SourceText(withoutMark(new String(bytes, StandardCharsets.UTF_16)), false);
    }
    if (binary(bytes)) {
      throw new UnusableFileException(ReasonCode.BINARY);
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
      return new SourceText(withoutMark(repaired(text)), false);
    } catch (CharacterCodingException notUtf8) {
      return new SourceText(new String(bytes, WINDOWS), true);
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static boolean binary(byte[] bytes) {
    int controls = 0;
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
      if (b > 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        controls++;
      }
    }
    boolean pdf = new String(bytes, 0, Math.min(5, bytes.length), WINDOWS).equals("%PDF-");
    return pdf || controls > bytes.length / 20;
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /**
   * Windows-1252 text that was once decoded as Latin-1 has control characters such as U+0092
   * instead of apostrophes.
   */
  private static String repaired(String text) {
    return MISREAD
        .matcher(text)
        .replaceAll(
            found -> new String(found.group().getBytes(StandardCharsets.ISO_8859_1), WINDOWS));
  }
}
