package it.lente.extract.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;

/**
 * Reads a picture, such as a scanned letter, as a page, and so each picture of a TIFF file. Public
 * only because a service has to be.
 */
public final class PictureParser implements Parser {

  private static final long serialVersionUID = 1L;

  private static final MediaType TIFF = MediaType.image("tiff");

  private static final Set<MediaType> TYPES =
      Set.of(
          TIFF,
          MediaType.image("png"),
          MediaType.image("jpeg"),
          MediaType.image("gif"),
          MediaType.image("bmp"));

  static boolean reads(String mediaType) {
    return TYPES.contains(MediaType.parse(mediaType));
  }

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return TYPES;
  }

  @Override
  public void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws IOException, TikaException {
    FileParse attempt = FileParse.of(context);
    MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE)).getBaseType();
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.toString());
    if (!readers.hasNext()) {
      attempt.passOver();
      return;
    }
    ImageReader reader = readers.next();
    try (TemporaryResources temporary = new TemporaryResources();
        ImageInputStream bytes =
            ImageIO.createImageInputStream(
                TikaInputStream.get(stream, temporary, metadata).getFile())) {
      reader.setInput(bytes);
      new PictureReader(reader, attempt.pdf()).read(type.toString(), type.equals(TIFF));
    } finally {
      reader.dispose();
    }
  }
}
