package it.lente.web;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Refuses addresses whose percent-escapes are not UTF-8. Decoders would replace them, and the
 * response would answer a different question.
 */
final class PercentEscapes {

  private PercentEscapes() {}

  static void require(Context context) {
    String query = Objects.requireNonNullElse(context.queryString(), "");
    if (!areReadable(context.req().getRequestURI()) || !areReadable(query)) {
      throw ProblemException.unreadable(
          "A % in the address must be followed by two hex digits, and what they say must be"
              + " UTF-8.");
    }
  }

  private static boolean areReadable(String text) {
    // Unescaped bytes that are not UTF-8 were replaced before this check.
    if (text.indexOf('\uFFFD') >= 0) {
      return false;
    }
    if (text.indexOf('%') < 0) {
      return true;
    }
    try {
      String escapes = text.replaceAll("[^\\x00-\\x7F]", "");
      byte[] bytes =
          URLDecoder.decode(escapes, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (IllegalArgumentException | CharacterCodingException broken) {
      return false;
    }
  }
}
