package it.lente.extract.reading.ocr;

import it.lente.extract.NotReadNowException;
import it.lente.extract.PlainReason;
import it.lente.extract.judging.PageStates;
import it.lente.extract.reading.frame.PageRecognizer;
import it.lente.extract.reading.frame.ReadPage;
import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.ReasonCode;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Recognises the words of a rendered page with Tesseract, also if it is upside down. */
public final class TesseractRecognizer implements PageRecognizer {

  /** An A2 sheet at full resolution, some 35 MB. Larger pages are rendered at a lower one. */
  static final float MOST_PIXELS = 35e6f;

  private static final float POINTS_AN_INCH = 72;

  /**
   * Limits of confidence in percent. Pages of scans are recognised with a confidence above 90, and
   * above 70 if they are coarse. Text upside down has one below 40, and hardly a word of it is
   * right.
   */
  private static final float POOR = 65;

  private static final float ILLEGIBLE = 45;

  /** Fewer illegible words come from a photograph or a drawing. */
  private static final int FEW = 20;

  private final Tesseract tesseract;

  /** Takes languages as the program names them, separated by plus signs: «ita+eng». */
  public TesseractRecognizer(String languages) {
    this.tesseract = new Tesseract(languages);
  }

  @Override
  public ReadPage recognize(ReadPage read, Painting painting) {
    try {
      return recognized(read, painting);
    } catch (NotReadNowException e) {
      throw e;
    } catch (LeftOutException e) {
      return read.lost(e.reason());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return read.lost(ReasonCode.RECOGNITION_FAILED.with(PlainReason.of(e)));
    }
  }

  /** Keeps the text of a stamp on a scan, because its recognised text is never better. */
  private ReadPage recognized(ReadPage read, Painting painting) throws IOException {
    PageText page = read.text();
    float scale = scale(page.shape());
    List<Tesseract.Word> words = upright(painting.at(scale));
    boolean illegible = Tesseract.confidence(words) < ILLEGIBLE;
    if (illegible && words.size() < FEW) {
      words = List.of();
    }
    RecognizedText found =
        PageStates.isGarbled(page)
            ? RecognizedText.of(words, 1 / scale)
            : RecognizedText.beside(page, words, 1 / scale);
    PageText recognized =
        words.isEmpty()
            ? page.withState(PageState.OCR)
            : new PageText(
                page.number(),
                page.label(),
                found.text(),
                page.shape(),
                found.boxes(),
                List.of(),
                PageState.OCR);
    return !words.isEmpty() && (illegible || PageStates.isGarbled(recognized))
        ? read.lost(ReasonCode.RECOGNIZED_ILLEGIBLE.with())
        : new ReadPage(recognized, read.pictured(), Optional.empty());
  }

  /**
   * Returns the words of a page, turned if necessary. Tesseract itself finds lines that run up the
   * page, and then reads those that run down it as upside down.
   */
  private List<Tesseract.Word> upright(BufferedImage page) throws IOException {
    List<Tesseract.Word> words = tesseract.words(page);
    float confidence = Tesseract.confidence(words);
    if (confidence >= POOR) {
      return words;
    }
    List<Tesseract.Word> turned = tesseract.words(upsideDown(page));
    if (Tesseract.confidence(turned) <= confidence) {
      return words;
    }
    return turned.stream().map(word -> word.upsideDown(page.getWidth(), page.getHeight())).toList();
  }

  private static BufferedImage upsideDown(BufferedImage page) {
    AffineTransform turn = new AffineTransform(-1, 0, 0, -1, page.getWidth(), page.getHeight());
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(page, null);
  }

  /** Returns the resolution in pixels per point. */
  private static float scale(PageShape shape) {
    float full = Tesseract.RESOLUTION / POINTS_AN_INCH;
    double pixels = (double) shape.width() * shape.height() * full * full;
    return pixels <= MOST_PIXELS ? full : full * (float) Math.sqrt(MOST_PIXELS / pixels);
  }
}
