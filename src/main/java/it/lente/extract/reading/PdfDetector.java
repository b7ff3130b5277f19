package it.lente.extract.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;

/**
 * Recognises a PDF by its first bytes and leaves other files to Tika, which tries all its patterns
 * and so takes as long as reading several pages.
 */
final class PdfDetector implements Detector {

  private static final long serialVersionUID = 1L;
  private static final MediaType PDF = MediaType.application("pdf");
  private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final Detector others;

  PdfDetector(Detector others) {
    this.others = others;
  }

  @Override
  public MediaType detect(InputStream bytes, Metadata metadata) throws IOException {
    if (bytes != null && bytes.markSupported()) {
      bytes.mark(MARK.length);
      byte[] first = bytes.readNBytes(MARK.length);
      bytes.reset();
      if (Arrays.equals(first, MARK)) {
        return PDF;
      }
    }
    return others.detect(bytes, metadata);
  }
}
