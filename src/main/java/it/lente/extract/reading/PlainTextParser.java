package it.lente.extract.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;

/**
 * Reads plain text instead of Tika's own parser, whose XHTML cannot contain form feeds, which
 * separate the pages of a text. Public only because a service has to be.
 */
public final class PlainTextParser implements Parser {

  private static final long serialVersionUID = 1L;

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return Set.of(MediaType.TEXT_PLAIN);
  }

  @Override
  public void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws IOException, TikaException {
    FileParse attempt = FileParse.of(context);
    Sections sections = attempt.sections();
    if (isMessage(metadata)) {
      attempt.passOver();
      return;
    }
    // One byte above the limit is read, to distinguish a text that is too long from a full one.
    String text = EncodingDetector.decode(stream.readNBytes(Sections.MOST_CHARACTERS + 1));
    for (String part : text.split("\f", -1)) {
      sections.breakHere(Sections.Break.PAGE);
      sections.append(part);
    }
  }

  /** Tika treats reports of mail servers as a kind of plain text, but they have no text to read. */
  private static boolean isMessage(Metadata metadata) {
    MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
    return type != null && Set.of("message", "multipart").contains(type.getType());
  }
}
