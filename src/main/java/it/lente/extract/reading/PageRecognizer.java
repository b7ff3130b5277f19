package it.lente.extract.reading;

import it.lente.extract.NotReadNowException;
import it.lente.extract.PageStates;
import it.lente.extract.PlainReason;
import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.ReasonCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a page that is a picture: has it painted as people see it and its words recognised. */
final class PageRecognizer {

  /** An A2 sheet at full resolution, some 35 MB; larger pages are painted coarser. */
  static final float MOST_PIXELS = 35e6f;

  private static final float POINTS_AN_INCH = 72;

  private final Tesseract tesseract;

  PageRecognizer(Tesseract tesseract) {
    this.tesseract = tesseract;
  }

  /** What paints one page. */
  @FunctionalInterface
  interface Painting {

    /**
     * The page as it is displayed.
     *
     * @param scale pixels a point
     */
    BufferedImage at(float scale) throws IOException;
  }

  /**
   * The page with the words that were recognised on it.
   *
   * @param read the page as it was read without recognition, and judged
   * @throws NotReadNowException if recognition is not possible on this machine
   */
  ReadPage recognize(ReadPage read, Painting painting) {
    try {
      return new ReadPage(recognized(read.text(), painting), read.pictured(), Optional.empty());
    } catch (NotReadNowException e) {
      throw e;
    } catch (PagePainter.LeftOutException e) {
      return read.lost(e.reason());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return read.lost(ReasonCode.RECOGNITION_FAILED.with(PlainReason.of(e)));
    }
  }

  /** A stamp on a scan is kept as it was read, for what is recognised of it is never better. */
  private PageText recognized(PageText page, Painting painting) throws IOException {
    float scale = scale(page.shape());
    List<Tesseract.Word> words = tesseract.words(painting.at(scale));
    RecognizedText found =
        PageStates.isGarbled(page)
            ? RecognizedText.of(words, 1 / scale)
            : RecognizedText.beside(page, words, 1 / scale);
    if (found.text().isEmpty()) {
      return page.withState(PageState.OCR);
    }
    return new PageText(
        page.number(),
        page.label(),
        found.text(),
        page.shape(),
        found.boxes(),
        List.of(),
        PageState.OCR);
  }

  /** Pixels a point. */
  private static float scale(PageShape shape) {
    float full = Tesseract.RESOLUTION / POINTS_AN_INCH;
    double pixels = (double) shape.width() * shape.height() * full * full;
    return pixels <= MOST_PIXELS ? full : full * (float) Math.sqrt(MOST_PIXELS / pixels);
  }
}
