package it.lente.extract.reading.office;

import java.io.IOException;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decides which pictures in office documents may contain a text, such as scanned letters and
 * screenshots. Logos, lines and other decoration are small, on the page or in pixels.
 */
public final class EmbeddedPictures {

  /** Least size in square points: 5 by 5 cm, or a strip across a page of 1.6 cm. */
  static final double LEAST_AREA = 20_000;

  /** Least number of pixels: three lines of forty letters have as many. */
  private static final int LEAST_PIXELS = 40_000;

  private static final double UNITS_A_POINT = 12_700;
  private static final String LENGTH = ":\\s*([\\d.]{1,30})(pt|in|cm|mm|px|)(?:;|$)";
  private static final Pattern WIDTH = Pattern.compile("(?:^|;)\\s*width" + LENGTH);
  private static final Pattern HEIGHT = Pattern.compile("(?:^|;)\\s*height" + LENGTH);

  private EmbeddedPictures() {}

  /** Returns the area of a shape in square points, 0 if it is unknown; lengths in its own units. */
  static double area(String width, String height) {
    String digits = "\\d{1,12}";
    return width.matches(digits) && height.matches(digits)
        ? Double.parseDouble(width) * Double.parseDouble(height) / UNITS_A_POINT / UNITS_A_POINT
        : 0;
  }

  /** Returns the area in square points that a style of CSS names, 0 if it names none. */
  static double area(String style) {
    return points(WIDTH.matcher(style)) * points(HEIGHT.matcher(style));
  }

  private static double points(Matcher length) {
    if (!length.find() || !length.group(1).matches("\\d+(?:\\.\\d+)?")) {
      return 0;
    }
    double value = Double.parseDouble(length.group(1));
    return switch (length.group(2)) {
      case "in" -> value * 72;
      case "cm" -> value * 72 / 2.54;
      case "mm" -> value * 72 / 25.4;
      case "px", "" -> value * .75;
      default -> value;
    };
  }

  /**
   * Returns whether a picture has many pixels. Returns true for a format of which they cannot be
   * counted, and for other files.
   *
   * @param source a file or a stream
   */
  public static boolean isLarge(Object source) throws IOException {
    try (ImageInputStream bytes = ImageIO.createImageInputStream(source)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
      if (!readers.hasNext()) {
        return true;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(bytes);
        return (long) reader.getWidth(0) * reader.getHeight(0) >= LEAST_PIXELS;
      } finally {
        reader.dispose();
      }
    } catch (RuntimeException e) {
      // A damaged picture is reported when it is read.
      return true;
    }
  }
}
