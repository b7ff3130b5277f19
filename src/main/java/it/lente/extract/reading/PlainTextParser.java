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
 * Reads plain text in place of Tika's own parser, whose XHTML has no room for form feeds: they are
 * the pages of a text. Public only because a service has to be.
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
    // One byte more than there is room for, so that a text that is too long is told from a full
    // one.
    String text = EncodingDetector.decode(stream.readNBytes(Sections.MOST_CHARACTERS + 1));
    for (String part : text.split("\f", -1)) {
      sections.breakHere(Sections.Break.PAGE);
      sections.append(part);
    }
  }

  /** Tika takes reports of mail servers for a kind of plain text; they are nothing to read. */
  private static boolean isMessage(Metadata metadata) {
    MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
    return type != null && Set.of("message", "multipart").contains(type.getType());
  }
}
