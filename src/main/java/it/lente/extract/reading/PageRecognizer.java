package it.lente.extract.reading;

import it.lente.extract.NotReadNowException;
import it.lente.extract.PlainReason;
import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads a page that is a picture: paints it as people see it and has its words recognised. */
final class PageRecognizer {

  private static final float POINTS_AN_INCH = 72;

  /** An A2 sheet at full resolution, some 35 MB; larger pages are painted coarser. */
  private static final float MOST_PIXELS = 35e6f;

  private final Tesseract tesseract;

  PageRecognizer(Tesseract tesseract) {
    this.tesseract = tesseract;
  }

  /**
   * The page with the words that were recognised on it; without any it is left as it was.
   *
   * @param read the page as it was read without recognition
   * @throws NotReadNowException if recognition is not possible on this machine
   */
  ReadPage recognize(PDPage page, ReadPage read) {
    try {
      return new ReadPage(recognized(page, read.text()), read.pictured(), Optional.empty());
    } catch (NotReadNowException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return read.lost("character recognition failed, " + PlainReason.of(e));
    }
  }

  private PageText recognized(PDPage page, PageText text) throws IOException {
    float scale = scale(text.shape());
    List<Tesseract.Word> words = tesseract.words(painted(page, scale));
    RecognizedText found = RecognizedText.of(words, 1 / scale);
    if (found.text().isEmpty()) {
      return text.withState(PageState.OCR);
    }
    return new PageText(
        text.number(),
        text.label(),
        found.text(),
        text.shape(),
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

  /** In a document of its own, for the renderer finds pages only by the way of the page tree. */
  private static BufferedImage painted(PDPage page, float scale) throws IOException {
    try (PDDocument single = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      single.importPage(page);
      PDFRenderer renderer = new PDFRenderer(single);
      renderer.setSubsamplingAllowed(true);
      return renderer.renderImage(0, scale, ImageType.GRAY);
    }
  }
}
