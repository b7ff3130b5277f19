package it.lente.extract.reading;

import it.lente.extract.NotReadNowException;
import it.lente.extract.PlainReason;
import it.lente.extract.reading.frame.EmbeddedFiles;
import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.OverBudgetException;
import it.lente.extract.reading.frame.ParsedFile;
import it.lente.extract.reading.frame.PdfPages;
import it.lente.extract.reading.frame.SectionHandler;
import it.lente.extract.reading.frame.Sections;
import it.lente.extract.reading.frame.UnpackBudget;
import it.lente.extract.reading.frame.UnpackLimits;
import it.lente.extract.reading.ocr.PictureParser;
import it.lente.extract.reading.pdf.PdfPageParser;
import it.lente.record.AttachmentText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextUnit;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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

/** Parses one file with Tika and collects its text and the problems found. */
final class FileParse implements ParsedFile {

  /** Types of which Tika's parsers read only the author and the dates. */
  private static final Pattern ONLY_METADATA =
      Pattern.compile(
          "application/(vnd\\.stardivision\\..*|vnd\\.ms-(project|works)|sldworks|x-tika-msoffice.*)");

  private static final Pattern EXCEL =
      Pattern.compile("application/vnd\\.(ms-excel.*|openxmlformats-.*spreadsheetml.*)");

  private final AutoDetectParser parser;
  private final UnpackBudget allowance;
  private final int depth;
  private final EmbeddedFiles members;
  private final Metadata metadata = new Metadata();
  private final PdfPages pdf;
  private final Sections sections = new Sections();
  private boolean withoutReader;
  private Optional<Throwable> problem = Optional.empty();

  private FileParse(
      AutoDetectParser parser, UnpackBudget allowance, int depth, PdfPages pdf, long bytes) {
    this.parser = parser;
    this.allowance = allowance;
    this.depth = depth;
    this.pdf = pdf;
    this.members = new EmbeddedFiles(this, allowance, depth + 1, bytes);
  }

  /**
   * Never throws because of the file; what was read before a failure is kept.
   *
   * @throws NotReadNowException because of the disk
   * @throws OutOfMemoryError after which the process is unreliable
   */
  static FileParse at(Path file, AutoDetectParser parser, UnpackLimits limits, PdfPages pdf) {
    FileParse attempt =
        new FileParse(parser, new UnpackBudget(limits), 0, pdf, file.toFile().length());
    attempt.read(file, file.getFileName().toString());
    return attempt;
  }

  @Override
  public AttachmentText readInside(Path file, String name, PdfPages pages) {
    FileParse attempt = new FileParse(parser, allowance, depth + 1, pages, file.toFile().length());
    attempt.read(file, name);
    return ExtractionOutcome.on(attempt);
  }

  private void read(Path file, String name) {
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try (TikaInputStream bytes = TikaInputStream.get(file)) {
      parser.parse(bytes, new SectionHandler(sections), metadata, context());
    } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
      requireFilesFault(e);
      problem = Optional.of(e);
    }
    if (EXCEL.matcher(mediaType()).matches()) {
      sections.datesAreAmerican();
    }
    switch (mediaType()) {
      case "application/vnd.ms-outlook" -> sections.joinAs(TextUnit.MESSAGE);
      case "application/vnd.ms-excel" -> sections.pagesAre(TextUnit.SHEET);
      default -> {}
    }
  }

  private static void requireFilesFault(Throwable problem) {
    Optional<NotReadNowException> outside = cause(problem, NotReadNowException.class);
    if (outside.isPresent()) {
      throw outside.orElseThrow();
    }
    Optional<OutOfMemoryError> memory = cause(problem, OutOfMemoryError.class);
    if (memory.isPresent()) {
      throw memory.orElseThrow();
    }
  }

  /** Returns a cause of some kind: parsers wrap problems in exceptions of their own. */
  private static <T extends Throwable> Optional<T> cause(Throwable problem, Class<T> kind) {
    Throwable cause = problem;
    // Bounded, because chains of causes can form a ring.
    for (int link = 0; link < 20 && cause != null; link++) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private ParseContext context() {
    ParseContext context = new ParseContext();
    context.set(ParsedFile.class, this);
    context.set(EmbeddedDocumentExtractor.class, new Embedded(this));
    context.set(Parser.class, parser);
    // Dates and numbers in cells are shown as in Italy.
    context.set(Locale.class, Locale.ITALY);
    // Tika's default mapping drops the elements of HTML 5 and with them the ends of lines.
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    return context;
  }

  @Override
  public PdfPages pdf() {
    return pdf;
  }

  @Override
  public EmbeddedFiles members() {
    return members;
  }

  @Override
  public Sections sections() {
    return sections;
  }

  @Override
  public void passOver() {
    withoutReader = true;
  }

  boolean withoutReader() {
    return withoutReader
        || (problem.isEmpty()
            && sections.isBlank()
            && ONLY_METADATA.matcher(mediaType()).matches());
  }

  Optional<Throwable> problem() {
    return problem;
  }

  /** Returns the problem, if there was one. */
  Optional<Reason> reason() {
    return problem.map(e ->
        cause(e, OverBudgetException.class)
            .map(OverBudgetException::reason)
            .orElseGet(() -> PlainReason.of(e)));
  }

  boolean isLocked() {
    return problem.filter(EncryptedDocumentException.class::isInstance).isPresent();
  }

  boolean isEmpty() {
    return problem.filter(ZeroByteFileException.class::isInstance).isPresent();
  }

  /** Returns whether the file has fixed pages. */
  boolean isPaged() {
    return mediaType().equals(PdfPageParser.TYPE) || PictureParser.reads(mediaType());
  }

  /** Returns why there is no text in a file that was read without a problem. */
  Reason nothing() {
    return mediaType().endsWith("pkcs7-signature")
        ? ReasonCode.SIGNATURE_ONLY.with()
        : ReasonCode.NO_TEXT.with();
  }

  @Override
  public String mediaType() {
    MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
    return (type == null ? MediaType.OCTET_STREAM : type).getBaseType().toString();
  }

  /** Tika's fallback for types without a parser: records the missing parser in the parse. */
  static final class NoReader extends FormatParser {

    private static final long serialVersionUID = 1L;

    /** Takes the types for which Tika has a parser that shall not be used. */
    NoReader(String... types) {
      super(types);
    }

    @Override
    protected void read(
        TikaInputStream bytes, Metadata about, ParsedFile file, ParseContext context) {
      file.passOver();
    }
  }
}
