package it.lente.extract.reading;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import it.lente.extract.workers.InstalledTesseract;
import it.lente.extract.workers.WorkerLaunch;
import it.lente.extract.workers.WorkerLimits;
import it.lente.extract.workers.WorkerTextExtractor;
import it.lente.extract.workers.WorkerTextRecognizer;
import it.lente.messages.Said;
import it.lente.record.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

/** Makes pictures of text for the tests, with fonts that PDFBox brings along. */
public final class Scans {

  /** Dots per inch. */
  static final int RESOLUTION = 200;

  static final float POINTS = 72f / RESOLUTION;

  private Scans() {}

  /** Skips the test where text cannot be recognised, and says why. */
  public static void assumeTesseract() {
    try (WorkerTextRecognizer recognizer =
        new WorkerTextRecognizer(
            new WorkerTextExtractor(
                WorkerLaunch.ofThisJava(), WorkerLimits.RECOGNITION, 1, Path.of("none")),
            new InstalledTesseract())) {
      Optional<Reason> why = recognizer.unavailable();
      assumeTrue(why.isEmpty(), () -> "skipped: " + Said.of(why.orElseThrow()));
    }
  }

  /** A PDF of one page that is a picture of text. */
  public static byte[] report(String text) {
    try (Pdfs pdf = new Pdfs()) {
      scan(pdf, picture(text));
      return pdf.bytes();
    }
  }

  /** A picture of an A4 page with the lines of a text, set as {@link Pdfs#page} does it. */
  static BufferedImage picture(String text) {
    try (Pdfs pdf = new Pdfs()) {
      pdf.page(text);
      return new PDFRenderer(pdf.document).renderImageWithDPI(0, RESOLUTION, ImageType.GRAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture without text. */
  static BufferedImage blank() {
    BufferedImage image = new BufferedImage(850, 1100, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.dispose();
    return image;
  }

  /** A picture in one of the formats that Java can write. */
  static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException(format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An A4 page that is wholly a picture. */
  static PDPage scan(Pdfs pdf, BufferedImage image) {
    PDPage page = pdf.blank();
    draw(pdf, page, image, new Matrix(595, 0, 0, 842, 0, 0));
    return page;
  }

  /** A page as large as the picture of a sheet that lies on it. */
  static PDPage whole(Pdfs pdf, BufferedImage image) {
    PDPage page = pdf.blank();
    float width = image.getWidth() > image.getHeight() ? 842 : 595;
    float height = image.getWidth() > image.getHeight() ? 595 : 842;
    page.setMediaBox(new PDRectangle(width, height));
    draw(pdf, page, image, new Matrix(width, 0, 0, height, 0, 0));
    return page;
  }

  /** The bytes of a PDF whose page is a picture. */
  static byte[] pageOf(BufferedImage image) {
    try (Pdfs pdf = new Pdfs()) {
      scan(pdf, image);
      return pdf.bytes();
    }
  }

  /** A picture turned clockwise by so many quarters. */
  static BufferedImage lying(BufferedImage image, int quarters) {
    boolean side = quarters % 2 == 1;
    int width = side ? image.getHeight() : image.getWidth();
    int height = side ? image.getWidth() : image.getHeight();
    AffineTransform turn = new AffineTransform();
    turn.translate(width / 2.0, height / 2.0);
    turn.quadrantRotate(quarters);
    turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(image, new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));
  }

  /** A picture made smaller or larger. */
  static BufferedImage scaled(BufferedImage image, float factor) {
    int width = Math.round(image.getWidth() * factor);
    int height = Math.round(image.getHeight() * factor);
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = scaled.createGraphics();
    pen.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    pen.dispose();
    return scaled;
  }

  /** A sheet that went into the scanner on its side and is turned back when displayed. */
  static PDPage turned(Pdfs pdf, BufferedImage image) {
    PDPage page = pdf.blank();
    page.setRotation(90);
    // As it is shown, 842 points wide and 595 high.
    draw(pdf, page, image, new Matrix(0, 842, -595, 0, 595, 0));
    return page;
  }

  /** The picture fills the square from the origin to (1, 1), wherever that is put. */
  static void draw(Pdfs pdf, PDPage page, BufferedImage image, Matrix place) {
    pdf.paint(
        page,
        contents ->
            contents.drawImage(LosslessFactory.createFromImage(pdf.document, image), place));
  }
}
