package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.OverBudgetException;
import it.lente.record.ReasonCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Unpacks the contents of one page and of its forms, once, within a budget. PDFBox unpacks any
 * stream to the end, and reports a missing end only in its log.
 */
final class PageContents {

  /** Filters that produce pixels: no page's contents use them, and they easily fill the memory. */
  private static final Set<COSName> PICTURES =
      Set.of(
          COSName.JBIG2_DECODE,
          COSName.DCT_DECODE,
          COSName.DCT_DECODE_ABBREVIATION,
          COSName.JPX_DECODE,
          COSName.CCITTFAX_DECODE,
          COSName.CCITTFAX_DECODE_ABBREVIATION);

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

  /** Returns whether some contents were cut off. */
  boolean damaged() {
    return damaged;
  }

  /**
   * Returns the unpacked bytes of these streams, one after the other, as far as they can be read.
   *
   * @throws OverBudgetException if the page unpacks to more than its budget
   */
  byte[] of(List<COSStream> streams) throws IOException {
    Unpacked bytes = new Unpacked();
    for (COSStream stream : streams) {
      unpack(stream, bytes);
      // A token never continues from one stream into the next.
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  /** Applies the filters. Each may expand little to much, so the budget applies to each. */
  private void unpack(COSStream stream, Unpacked bytes) throws IOException {
    List<COSName> filters = filters(stream);
    if (filters.size() == 1 && isPlainFlate(stream, filters.getFirst())) {
      try (InputStream packedBytes = stream.createRawInputStream()) {
        inflate(packedBytes, bytes);
      }
      return;
    }
    byte[] stage;
    try (InputStream raw = stream.createRawInputStream()) {
      stage = raw.readAllBytes();
    }
    for (int place = 0; place < filters.size(); place++) {
      Unpacked next = new Unpacked();
      if (PICTURES.contains(filters.get(place))) {
        damaged = true;
      } else if (isPlainFlate(stream, filters.get(place))) {
        inflate(new ByteArrayInputStream(stage), next);
      } else {
        Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(place));
        try {
          filter.decode(new ByteArrayInputStream(stage), next, stream, place);
        } catch (IOException e) {
          damaged = true;
        }
      }
      stage = next.toByteArray();
    }
    bytes.writeBytes(stage);
  }

  private static List<COSName> filters(COSStream stream) {
    List<COSName> names = new ArrayList<>();
    switch (stream.getFilters()) {
      case COSName only -> names.add(only);
      case COSArray several -> {
        for (int place = 0; place < several.size(); place++) {
          if (several.getObject(place) instanceof COSName name) {
            names.add(name);
          }
        }
      }
      case null, default -> {}
    }
    return names;
  }

  private static boolean isPlainFlate(COSStream stream, COSName filter) {
    return (filter.equals(COSName.FLATE_DECODE) || filter.equals(COSName.FLATE_DECODE_ABBREVIATION))
        && stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP) == null;
  }

  private void inflate(InputStream raw, Unpacked bytes) throws IOException {
    // The header is skipped, so that a wrong checksum costs nothing.
    Inflater inflater = new Inflater(true);
    try {
      raw.readNBytes(ZLIB_HEADER);
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int read = raw.read(packed);
          if (read <= 0) {
            damaged = true;
            return;
          }
          inflater.setInput(packed, 0, read);
        }
        bytes.write(unpacked, 0, inflater.inflate(unpacked));
      }
    } catch (DataFormatException e) {
      damaged = true;
    } finally {
      inflater.end();
    }
  }

  /** Takes the output of filters up to the budget. */
  private final class Unpacked extends ByteArrayOutputStream {

    Unpacked() {
      super(CHUNK);
    }

    @Override
    public synchronized void write(int value) {
      spend(1);
      super.write(value);
    }

    @Override
    public synchronized void write(byte[] values, int from, int length) {
      spend(length);
      super.write(values, from, length);
    }

    private void spend(int length) {
      spent += length;
      if (spent > limit) {
        throw new OverBudgetException(ReasonCode.UNPACKS_TO, limit / (1 << 20));
      }
    }
  }
}
