package it.lente.extract.reading;

import it.lente.extract.NotReadNowException;
import it.lente.extract.PlainReason;
import it.lente.extract.TextExtractor;
import it.lente.record.AttachmentText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.util.Version;
import org.apache.tika.Tika;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.parser.AutoDetectParser;

/**
 * Reads files of every type that Tika knows, PDFs page by page. Files inside files are not read,
 * pictures neither.
 */
public final class TikaTextExtractor implements TextExtractor {

  /** To be raised whenever this room makes another text of the same bytes. */
  private static final int EDITION = 3;

  private static final String VERSION =
      (EDITION + "-" + Tika.getString() + "-pdfbox" + Version.getVersion())
          .replace("Apache Tika ", "tika")
          .replaceAll("[^A-Za-z0-9.-]", "");

  /**
   * Built once and only when a file must be read, for it looks through every jar; it keeps nothing
   * of the files that it parses.
   */
  private static final class Tikas {

    static final AutoDetectParser PARSER =
        new AutoDetectParser(new PdfFirst(TikaConfig.getDefaultConfig().getDetector()));

    static {
      PARSER.setFallback(new Attempt.NoReader());
    }

    private Tikas() {}
  }

  @Override
  public AttachmentText extract(Path file) {
    Attempt attempt = Attempt.at(file, Tikas.PARSER);
    if (attempt.ranOutOfMemory()) {
      // With several files in hand, the one that was refused memory may not be the one to blame.
      throw new NotReadNowException(
          "it needs more memory than there is", attempt.problem().orElseThrow());
    }
    if (attempt.problem().isPresent()) {
      requireReadable(file);
    }
    return Verdict.on(attempt);
  }

  @Override
  public String version() {
    return VERSION;
  }

  /** Parsers report a failing disk like a damaged file: only another read tells them apart. */
  private static void requireReadable(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new NotReadNowException(PlainReason.ofReading(e), e);
    }
  }
}
