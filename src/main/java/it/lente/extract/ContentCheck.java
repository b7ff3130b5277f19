package it.lente.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Tells whether a page's compressed contents are whole. PDFBox reads damaged ones as far as it can
 * and says so only in its log.
 */
final class ContentCheck {

  private static final int HEADER = 2;
  private static final int CHUNK = 1 << 16;

  private ContentCheck() {}

  /** What is wrong with the contents, nothing if they are whole or packed in another way. */
  static Optional<String> loss(PDPage page) throws IOException {
    for (Iterator<PDStream> parts = page.getContentStreams(); parts.hasNext(); ) {
      COSStream part = parts.next().getCOSObject();
      if (COSName.FLATE_DECODE.equals(part.getFilters()) && !isWhole(part)) {
        return Optional.of("its contents are damaged, what follows the damage is lost");
      }
    }
    return Optional.empty();
  }

  /** Whether the last block is reached; the checksum after it is no part of the page. */
  private static boolean isWhole(COSStream part) throws IOException {
    Inflater inflater = new Inflater(true);
    byte[] packed = new byte[CHUNK];
    byte[] unpacked = new byte[CHUNK];
    try (InputStream raw = part.createRawInputStream()) {
      raw.skipNBytes(Math.min(HEADER, part.getLength()));
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int read = raw.read(packed);
          if (read <= 0) {
            return false;
          }
          inflater.setInput(packed, 0, read);
        }
        inflater.inflate(unpacked);
      }
      return true;
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }
}
