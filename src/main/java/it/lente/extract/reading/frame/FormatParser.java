package it.lente.extract.reading.frame;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * A parser that leaves what it finds in the {@link ParsedFile}, so that it bypasses Tika's XHTML.
 */
public abstract class FormatParser implements Parser {

  private static final long serialVersionUID = 1L;

  private final transient Set<MediaType> types;

  protected FormatParser(String... types) {
    this.types = MediaType.set(types);
  }

  @Override
  public final Set<MediaType> getSupportedTypes(ParseContext context) {
    return types;
  }

  @Override
  public final void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws IOException, SAXException, TikaException {
    ParsedFile file = context.get(ParsedFile.class);
    if (file == null) {
      throw new TikaException("The parse context names nobody who takes what is found");
    }
    try (TemporaryResources temporary = new TemporaryResources()) {
      read(TikaInputStream.get(stream, temporary, metadata), metadata, file, context);
    }
  }

  /**
   * Reads a file of one of the types.
   *
   * @param metadata of these bytes, which may be a part of the file
   */
  protected abstract void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException, SAXException, TikaException;
}
