package it.lente.extract.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * Unpacks the contents of one page and of its forms, once, within a budget. PDFBox unpacks whatever
 * it is handed to the end, and tells only its log when the end is missing.
 */
final class PageContents {

  private static final int ZLIB_HEADER = 2;
  private static final int CHUNK = 1 << 14;

  private final byte[] packed = new byte[CHUNK];
  private final byte[] unpacked = new byte[CHUNK];
  private final long limit;
  private long spent;
  private boolean damaged;

  PageContents(long limit) {
    this.limit = limit;
  }

  /** Whether some contents ended before their end. */
  boolean damaged() {
    return damaged;
  }

  /**
   * The unpacked bytes of these streams, one after the other, as far as they can be read.
   *
   * @throws OverBudgetException if the page unpacks to more than its budget
   */
  byte[] of(List<COSStream> streams) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
    for (COSStream stream : streams) {
      if (isDeflatedOnce(stream)) {
        inflate(stream, bytes);
      } else {
        copy(stream, bytes);
      }
      // A token never runs on from one stream into the next.
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private static boolean isDeflatedOnce(COSStream stream) {
    COSBase filters = stream.getFilters();
    if (filters instanceof COSArray several && several.size() == 1) {
      filters = several.getObject(0);
    }
    return COSName.FLATE_DECODE.equals(filters)
        && stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP) == null;
  }

  private void copy(COSStream stream, ByteArrayOutputStream bytes) throws IOException {
    try (InputStream in = stream.createInputStream()) {
      for (int read = in.read(unpacked); read > 0; read = in.read(unpacked)) {
        keep(read, bytes);
      }
    }
  }

  private void inflate(COSStream stream, ByteArrayOutputStream bytes) throws IOException {
    // Without the header, so that a wrong checksum costs nothing.
    Inflater inflater = new Inflater(true);
    try (InputStream raw = stream.createRawInputStream()) {
      raw.skipNBytes(Math.min(ZLIB_HEADER, stream.getLength()));
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int read = raw.read(packed);
          if (read <= 0) {
            damaged = true;
            return;
          }
          inflater.setInput(packed, 0, read);
        }
        keep(inflater.inflate(unpacked), bytes);
      }
    } catch (DataFormatException e) {
      damaged = true;
    } finally {
      inflater.end();
    }
  }

  private void keep(int count, ByteArrayOutputStream bytes) {
    spent += count;
    if (spent > limit) {
      throw new OverBudgetException("it unpacks to more than", limit / (1 << 20), "MB");
    }
    bytes.write(unpacked, 0, count);
  }
}
