package it.lente.extract.reading;

import it.lente.record.ReasonCode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;

/**
 * Reads PDFs page by page instead of Tika's own parser. Being named in META-INF/services, it takes
 * precedence, so all files still enter through Tika. Public only because a service has to be.
 */
public final class PdfPageParser implements Parser {

  private static final long serialVersionUID = 1L;

  private static final String END_MARK = "%%EOF";

  /**
   * Signatures and mail gateways leave bytes after the end mark: look for it well before the end.
   */
  private static final int TAIL = 1 << 16;

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return Set.of(MediaType.parse(PdfReader.TYPE));
  }

  @Override
  public void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws IOException, TikaException {
    FileParse attempt = FileParse.of(context);
    try (TemporaryResources temporary = new TemporaryResources()) {
      File file = TikaInputStream.get(stream, temporary, metadata).getFile();
      read(file, attempt.pdf(), attempt.members());
    }
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
