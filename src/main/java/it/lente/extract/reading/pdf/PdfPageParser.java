package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.EmbeddedFiles;
import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.ParsedFile;
import it.lente.extract.reading.frame.PdfPages;
import it.lente.record.ReasonCode;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;

/**
 * Reads PDFs page by page instead of Tika's own parser. Being named in META-INF/services, it takes
 * precedence, so all files still enter through Tika. Public only because a service has to be.
 */
public final class PdfPageParser extends FormatParser {

  private static final long serialVersionUID = 1L;

  /** The media type of the files that this class reads. */
  public static final String TYPE = "application/pdf";

  private static final String END_MARK = "%%EOF";

  /**
   * Signatures and mail gateways leave bytes after the end mark: look for it well before the end.
   */
  private static final int TAIL = 1 << 16;

  public PdfPageParser() {
    super(TYPE);
  }

  @Override
  protected void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException, TikaException {
    read(bytes.getFile(), file.pdf(), file.members());
  }

  private static void read(File file, PdfPages pages, EmbeddedFiles members)
      throws IOException, TikaException {
    // An empty password opens documents that only their owner may change.
    try (PDDocument document =
        Loader.loadPDF(file, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      if (isCutOff(file)) {
        pages.lost(ReasonCode.END_MISSING.with());
      }
      new PdfReader(document, pages, PdfBudget.DEFAULT).read();
      PdfAttachments.read(document, members);
    } catch (InvalidPasswordException e) {
      throw new EncryptedDocumentException(e);
    }
  }

  private static boolean isCutOff(File file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file, "r")) {
      byte[] tail = new byte[(int) Math.min(bytes.length(), TAIL)];
      bytes.seek(bytes.length() - tail.length);
      bytes.readFully(tail);
      return !new String(tail, StandardCharsets.ISO_8859_1).contains(END_MARK);
    }
  }
}
