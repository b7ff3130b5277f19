package it.lente.extract.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;

/**
 * Reads plain text in place of Tika's own parser, whose XHTML has no room for form feeds: they are
 * the pages of a text. Public only because a service has to be.
 */
public final class PlainTextParser implements Parser {

  private static final long serialVersionUID = 1L;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return Set.of(MediaType.TEXT_PLAIN);
  }

  @Override
  public void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws IOException, TikaException {
    Sections sections = Sections.wantedBy(context);
    if (isMessage(metadata)) {
      new Attempt.NoReader().parse(stream, handler, metadata, context);
      return;
    }
    String text = decode(stream.readAllBytes());
    for (String part : text.split("\f", -1)) {
      sections.breakHere(Sections.Break.PAGE);
      sections.append(part);
    }
  }

  /** Tika takes messages for a kind of plain text, but their source is nothing to read. */
  private static boolean isMessage(Metadata metadata) {
    MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
    return type != null && Set.of("message", "multipart").contains(type.getType());
  }

  /** Bytes that are good UTF-8 are hardly ever anything else; else a Windows of the West wrote. */
  private static String decode(byte[] bytes) {
    String text;
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      text = new String(bytes, StandardCharsets.UTF_16);
    } else {
      text = utf8OrWindows(bytes);
    }
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static String utf8OrWindows(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS_1252);
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
