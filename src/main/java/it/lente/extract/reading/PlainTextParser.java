package it.lente.extract.reading;

import it.lente.extract.reading.frame.EncodingDetector;
import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.ParsedFile;
import it.lente.extract.reading.frame.Sections;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;

/**
 * Reads plain text instead of Tika's own parser, whose XHTML cannot contain form feeds, which
 * separate the pages of a text. Public only because a service has to be.
 */
public final class PlainTextParser extends FormatParser {

  private static final long serialVersionUID = 1L;

  public PlainTextParser() {
    super("text/plain");
  }

  @Override
  protected void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException, TikaException {
    Sections sections = file.sections();
    if (isMessage(metadata)) {
      file.passOver();
      return;
    }
    // One byte above the limit is read, to distinguish a text that is too long from a full one.
    String text = EncodingDetector.decode(bytes.readNBytes(Sections.MOST_CHARACTERS + 1));
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
