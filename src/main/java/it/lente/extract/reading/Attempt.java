package it.lente.extract.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.xml.sax.ContentHandler;

/** One file on its way through Tika: what came out so far, and what went wrong. */
final class Attempt {

  private final Metadata metadata = new Metadata();
  private final PdfPages pdf;
  private final Sections sections = new Sections();
  private boolean withoutReader;
  private Optional<Throwable> problem = Optional.empty();

  private Attempt(PdfPages pdf) {
    this.pdf = pdf;
  }

  /**
   * Never throws for the file's sake; what was read before a failure is kept.
   *
   * @throws OutOfMemoryError after which nothing can be relied on
   */
  static Attempt at(Path file, AutoDetectParser parser, PdfPages pdf) {
    Attempt attempt = new Attempt(pdf);
    attempt.metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
    try (TikaInputStream bytes = TikaInputStream.get(file)) {
      parser.parse(
          bytes, new SectionHandler(attempt.sections), attempt.metadata, attempt.context());
    } catch (Exception | StackOverflowError | LinkageError e) {
      attempt.problem = Optional.of(e);
    }
    return attempt;
  }

  private ParseContext context() {
    ParseContext context = new ParseContext();
    context.set(Attempt.class, this);
    context.set(PdfPages.class, pdf);
    context.set(Sections.class, sections);
    context.set(EmbeddedDocumentExtractor.class, new Skipped());
    // Tika's own choice of elements drops those of HTML 5, and with them the ends of lines.
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    return context;
  }

  PdfPages pdf() {
    return pdf;
  }

  Sections sections() {
    return sections;
  }

  boolean withoutReader() {
    return withoutReader;
  }

  Optional<Throwable> problem() {
    return problem;
  }

  boolean isLocked() {
    return problem.filter(EncryptedDocumentException.class::isInstance).isPresent();
  }

  boolean isEmpty() {
    return problem.filter(ZeroByteFileException.class::isInstance).isPresent();
  }

  boolean isPdf() {
    return mediaType().equals("application/pdf");
  }

  /** The type that Tika detected, without parameters. */
  String mediaType() {
    MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
    return (type == null ? MediaType.OCTET_STREAM : type).getBaseType().toString();
  }

  /** Files inside the file are no text of it. */
  private static final class Skipped implements EmbeddedDocumentExtractor {

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }

  /** Stands where Tika finds no reader for a type, and tells the attempt so. */
  static final class NoReader implements Parser {

    private static final long serialVersionUID = 1L;

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
      return Set.of();
    }

    @Override
    public void parse(
        InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
        throws IOException {
      context.get(Attempt.class).withoutReader = true;
    }
  }
}
