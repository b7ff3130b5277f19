package it.lente.extract.reading;

import it.lente.extract.ExtractorVersion;
import it.lente.extract.NotReadNowException;
import it.lente.extract.PlainReason;
import it.lente.extract.TextExtractor;
import it.lente.extract.reading.frame.PageFollower;
import it.lente.extract.reading.frame.PageRecognizer;
import it.lente.extract.reading.frame.PdfPages;
import it.lente.extract.reading.frame.UnpackLimits;
import it.lente.extract.reading.ocr.TesseractRecognizer;
import it.lente.extract.workers.ReadRequest;
import it.lente.record.AttachmentText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.AutoDetectParserConfig;
import org.apache.tika.parser.DefaultParser;

/**
 * Reads files of every type that Tika knows, PDFs page by page, and the files inside archives and
 * messages. Pictures are recognised only on request.
 */
public final class TikaTextExtractor implements TextExtractor {

  /**
   * Built once and only when a file must be read, because building searches every jar. Keeps no
   * data of the files that it parses.
   */
  private static final class Tikas {

    /** Limit of nested elements: web pages have hundreds, but Tika rejects a hundred. */
    private static final int DEEPEST = 2_000;

    /** Tika's parser of notebooks fills the memory if one is damaged. */
    private static final String[] LEFT_OUT = {
      "application/onenote", "application/onenote; format=one"
    };

    static final AutoDetectParser PARSER =
        new AutoDetectParser(
            new PdfDetector(new DefaultDetector()),
            new DefaultParser(),
            new FileParse.NoReader(LEFT_OUT));

    static {
      PARSER.setFallback(new FileParse.NoReader());
      AutoDetectParserConfig config = new AutoDetectParserConfig();
      config.setMaximumDepth(DEEPEST);
      PARSER.setAutoDetectParserConfig(config);
    }

    private Tikas() {}
  }

  private final UnpackLimits limits;

  public TikaTextExtractor() {
    this(UnpackLimits.DEFAULT);
  }

  TikaTextExtractor(UnpackLimits limits) {
    this.limits = limits;
  }

  @Override
  public AttachmentText extract(Path file) {
    return extract(ReadRequest.of(file), PageFollower.NONE);
  }

  /** Extracts like {@link #extract(Path)}, and reports each page to a follower. */
  AttachmentText extract(ReadRequest request, PageFollower follower) {
    Path file = Path.of(request.file());
    Optional<PageRecognizer> recognizer = request.languages().map(TesseractRecognizer::new);
    PdfPages pages = new PdfPages(request.last(), follower, recognizer);
    FileParse attempt = FileParse.at(file, Tikas.PARSER, limits, pages);
    if (attempt.problem().isPresent()) {
      requireReadable(file);
    }
    return ExtractionOutcome.on(attempt);
  }

  @Override
  public String version() {
    return ExtractorVersion.current();
  }

  /** Parsers report a failing disk like a damaged file. Only another read distinguishes them. */
  private static void requireReadable(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new NotReadNowException(PlainReason.ofReading(e), e);
    }
  }
}
