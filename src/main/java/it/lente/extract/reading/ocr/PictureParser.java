package it.lente.extract.reading.ocr;

import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.ParsedFile;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;

/**
 * Reads a picture, such as a scanned letter, as a page, and so each picture of a TIFF file. Public
 * only because a service has to be.
 */
public final class PictureParser extends FormatParser {

  private static final long serialVersionUID = 1L;

  private static final MediaType TIFF = MediaType.image("tiff");

  private static final Set<MediaType> TYPES =
      MediaType.set("image/tiff", "image/png", "image/jpeg", "image/gif", "image/bmp");

  public PictureParser() {
    super(TYPES.stream().map(MediaType::toString).toArray(String[]::new));
  }

  public static boolean reads(String mediaType) {
    return TYPES.contains(MediaType.parse(mediaType));
  }

  @Override
  protected void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException {
    MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE)).getBaseType();
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.toString());
    if (!readers.hasNext()) {
      file.passOver();
      return;
    }
    ImageReader reader = readers.next();
    try (ImageInputStream input = ImageIO.createImageInputStream(bytes.getFile())) {
      reader.setInput(input);
      new PictureReader(reader, file.pdf()).read(type.toString(), type.equals(TIFF));
    } finally {
      reader.dispose();
    }
  }
}
