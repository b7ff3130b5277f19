package it.lente.extract.reading.ocr;

import it.lente.record.PageShape;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.w3c.dom.NodeList;

/**
 * Display size and orientation of a picture.
 *
 * @param shape its size by the resolution in the file
 * @param turn from the stored picture to the displayed one, both of them the square from the origin
 *     at the top left to (1, 1)
 */
record ImageMetadata(PageShape shape, AffineTransform turn) {

  private static final float POINTS_AN_INCH = 72;
  private static final float MILLIMETRES_AN_INCH = 25.4f;

  /** The resolution of a picture that states none, in dots per inch. */
  private static final float OF_SCREENS = 96;

  /** A resolution outside these limits, in dots per inch, is implausible. */
  private static final float COARSEST = 30;

  private static final float FINEST = 5_000;

  private static final String TIFF = "javax_imageio_tiff_image_1.0";
  private static final String JPEG = "javax_imageio_jpeg_image_1.0";

  /** The marker of a JPEG file under which cameras store their orientation. */
  private static final String APP1 = "225";

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  /** The first value that turns a picture onto its side (TIFF 6.0, the tag Orientation). */
  private static final int FIRST_ON_SIDE = 5;

  /** Transformations for the values 1 to 8 of Orientation. */
  private static final List<AffineTransform> TURNS =
      List.of(
          new AffineTransform(1, 0, 0, 1, 0, 0),
          new AffineTransform(-1, 0, 0, 1, 1, 0),
          new AffineTransform(-1, 0, 0, -1, 1, 1),
          new AffineTransform(1, 0, 0, -1, 0, 1),
          new AffineTransform(0, 1, 1, 0, 0, 0),
          new AffineTransform(0, 1, -1, 0, 1, 0),
          new AffineTransform(0, -1, -1, 0, 1, 1),
          new AffineTransform(0, -1, 1, 0, 0, 1));

  static ImageMetadata of(ImageReader reader, int index) throws IOException {
    Optional<IIOMetadata> said = said(reader, index);
    float width = points(reader.getWidth(index), said, "HorizontalPixelSize");
    float height = points(reader.getHeight(index), said, "VerticalPixelSize");
    int orientation = said.map(ImageMetadata::orientation).orElse(1);
    PageShape shape =
        orientation < FIRST_ON_SIDE
            ? new PageShape(width, height, 0)
            : new PageShape(height, width, 0);
    return new ImageMetadata(shape, TURNS.get(orientation - 1));
  }

  /** Returns the metadata, or nothing: many pictures can be shown although theirs are damaged. */
  private static Optional<IIOMetadata> said(ImageReader reader, int index) throws IOException {
    try {
      return Optional.ofNullable(reader.getImageMetadata(index));
    } catch (IIOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static float points(int pixels, Optional<IIOMetadata> said, String side) {
    float resolution =
        said.flatMap(all -> millimetres(all, side))
            .map(size -> MILLIMETRES_AN_INCH / size)
            .filter(dots -> dots >= COARSEST && dots <= FINEST)
            .orElse(OF_SCREENS);
    return pixels * POINTS_AN_INCH / resolution;
  }

  /** Returns the side of a pixel. */
  private static Optional<Float> millimetres(IIOMetadata said, String side) {
    if (!said.isStandardMetadataFormatSupported()) {
      return Optional.empty();
    }
    IIOMetadataNode root =
        (IIOMetadataNode) said.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    NodeList sizes = root.getElementsByTagName(side);
    return sizes.getLength() == 0
        ? Optional.empty()
        : Optional.of(Float.valueOf(((IIOMetadataNode) sizes.item(0)).getAttribute("value")));
  }

  /** Returns the orientation from 1 to 8; 1 is upright. */
  private static int orientation(IIOMetadata said) {
    try {
      return tags(said)
          .map(tags -> tags.getTIFFField(BaselineTIFFTagSet.TAG_ORIENTATION))
          .map(field -> field.getAsInt(0))
          .filter(value -> value >= 1 && value <= TURNS.size())
          .orElse(1);
    } catch (IOException | RuntimeException damaged) {
      return 1;
    }
  }

  private static Optional<TIFFDirectory> tags(IIOMetadata said) throws IOException {
    String format = said.getNativeMetadataFormatName();
    if (TIFF.equals(format)) {
      return Optional.of(TIFFDirectory.createFromMetadata(said));
    }
    return JPEG.equals(format) ? camera(said) : Optional.empty();
  }

  /** Returns the data of a camera, which a JPEG file contains as a TIFF file without a picture. */
  private static Optional<TIFFDirectory> camera(IIOMetadata said) throws IOException {
    NodeList markers = ((IIOMetadataNode) said.getAsTree(JPEG)).getElementsByTagName("unknown");
    for (int place = 0; place < markers.getLength(); place++) {
      IIOMetadataNode marker = (IIOMetadataNode) markers.item(place);
      if (marker.getAttribute("MarkerTag").equals(APP1)
          && marker.getUserObject() instanceof byte[] bytes
          && Arrays.mismatch(bytes, EXIF) >= EXIF.length) {
        return Optional.of(tags(bytes));
      }
    }
    return Optional.empty();
  }

  private static TIFFDirectory tags(byte[] exif) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try {
      reader.setInput(
          new MemoryCacheImageInputStream(
              new ByteArrayInputStream(exif, EXIF.length, exif.length - EXIF.length)));
      return TIFFDirectory.createFromMetadata(reader.getImageMetadata(0));
    } finally {
      reader.dispose();
    }
  }
}
