package it.lente.extract.reading.ocr;

import it.lente.extract.PlainReason;
import it.lente.extract.judging.PictureCoverage;
import it.lente.extract.reading.frame.OverBudgetException;
import it.lente.extract.reading.frame.PdfPages;
import it.lente.extract.reading.frame.ReadPage;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Reads the pictures of one open file, each as a page that waits for character recognition. */
final class PictureReader {

  /** Limit of pictures in one file; a damaged file may contain a ring of them. */
  private static final int MOST_PICTURES = 1_000;

  /** An A0 poster at 300 dots per inch has 140 million. */
  private static final int MOST_PIXELS = 200_000_000;

  /** Longest side in pixels: a row of pixels has to fit into the memory. */
  private static final int LONGEST_SIDE = 100_000;

  private final ImageReader reader;
  private final PdfPages pages;

  PictureReader(ImageReader reader, PdfPages pages) {
    this.reader = reader;
    this.pages = pages;
  }

  /**
   * @param all whether every picture of the file is a page, and not the first alone
   * @throws IOException if there is none
   */
  void read(String mediaType, boolean all) throws IOException {
    int count = all ? count() : 1;
    for (int number : pages.order(mediaType, count)) {
      pages.begin(number);
      pages.add(page(number));
    }
    pages.recognize(number -> scale -> painted(number - 1, scale));
  }

  /** Counts pictures one by one, because the reader's own count would follow a ring for ever. */
  private int count() throws IOException {
    reader.getWidth(0);
    for (int count = 1; count < MOST_PICTURES; count++) {
      try {
        reader.getWidth(count);
      } catch (IndexOutOfBoundsException end) {
        return count;
      } catch (IOException | RuntimeException damage) {
        pages.lost(ReasonCode.PICTURES_LOST.with(count));
        return count;
      }
    }
    pages.lost(ReasonCode.TOO_MANY_PICTURES.with(MOST_PICTURES - 1));
    return MOST_PICTURES - 1;
  }

  private ReadPage page(int number) {
    try {
      requireSize(number - 1);
      return read(number, ImageMetadata.of(reader, number - 1).shape(), Optional.empty());
    } catch (OverBudgetException e) {
      return read(number, PageShape.NONE, Optional.of(e.reason()));
    } catch (IOException | RuntimeException e) {
      return read(number, PageShape.NONE, Optional.of(PlainReason.of(e)));
    }
  }

  private static ReadPage read(int number, PageShape shape, Optional<Reason> problem) {
    return new ReadPage(
        new PageText(number, "", "", shape), new PictureCoverage(1, false), problem);
  }

  /** Checks the size before unpacking, because a few bytes can claim any size. */
  private void requireSize(int index) throws IOException {
    int width = reader.getWidth(index);
    int height = reader.getHeight(index);
    if (Math.max(width, height) > LONGEST_SIDE) {
      throw new OverBudgetException(ReasonCode.PICTURE_TOO_LONG, LONGEST_SIDE);
    }
    if ((long) width * height > MOST_PIXELS) {
      throw new OverBudgetException(ReasonCode.TOO_MANY_PIXELS, MOST_PIXELS);
    }
  }

  private BufferedImage painted(int index, float scale) throws IOException {
    ImageMetadata facts = ImageMetadata.of(reader, index);
    BufferedImage picture = reader.read(index, coarse(index));
    BufferedImage page =
        new BufferedImage(
            pixels(facts.shape().width(), scale),
            pixels(facts.shape().height(), scale),
            BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = page.createGraphics();
    // Transparent areas show white paper.
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, page.getWidth(), page.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform place = AffineTransform.getScaleInstance(page.getWidth(), page.getHeight());
    place.concatenate(facts.turn());
    place.scale(1.0 / picture.getWidth(), 1.0 / picture.getHeight());
    pen.drawImage(picture, place, null);
    pen.dispose();
    return page;
  }

  private static int pixels(float points, float scale) {
    return Math.max(1, Math.round(points * scale));
  }

  /** Reads only every second or third pixel of a picture above the size that is rendered. */
  private ImageReadParam coarse(int index) throws IOException {
    double pixels = (double) reader.getWidth(index) * reader.getHeight(index);
    int step = (int) Math.ceil(Math.sqrt(pixels / TesseractRecognizer.MOST_PIXELS));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return param;
  }
}
