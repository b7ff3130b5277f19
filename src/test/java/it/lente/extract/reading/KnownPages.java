package it.lente.extract.reading;

import it.lente.record.Box;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

/** Makes a PDF line by line and knows from the font's widths where each word stands. */
final class KnownPages implements AutoCloseable {

  /** Pixels a point. */
  static final int SCALE = 2;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /** Helvetica's, in em. */
  private static final float ASCENT = .718f;

  private static final float DESCENT = -.207f;

  final Pdfs pdf = new Pdfs();
  private final List<Placed> words = new ArrayList<>();

  /**
   * A word where it was painted.
   *
   * @param page from 1
   * @param word as it reads: ligatures taken apart
   * @param box as the page is displayed
   */
  record Placed(
      int page, String word, String painted, Box box, float x, float y, PDFont font, float size) {}

  /** Another A4 page. */
  PDPage page() {
    return pdf.blank();
  }

  /** Another page of which only a part is shown, turned by some degrees. */
  PDPage page(PDRectangle crop, int rotation) {
    PDPage page = pdf.blank();
    page.setCropBox(crop);
    page.setRotation(rotation);
    return page;
  }

  void line(PDPage page, float x, float y, String text) {
    line(page, x, y, Pdfs.HELVETICA, 12, text);
  }

  /** Paints a line from a point of the page's own coordinates on. */
  void line(PDPage page, float x, float y, PDFont font, float size, String text) {
    pdf.write(page, Matrix.getTranslateInstance(x, y), font, size, text);
    int number = pdf.document.getNumberOfPages();
    for (MatchResult word : WORD.matcher(text).results().toList()) {
      float left = x + width(font, size, text.substring(0, word.start()));
      float right = x + width(font, size, text.substring(0, word.end()));
      Box box = displayed(page, left, y + DESCENT * size, right, y + ASCENT * size);
      words.add(
          new Placed(
              number,
              Normalizer.normalize(word.group(), Normalizer.Form.NFKC),
              word.group(),
              box,
              left,
              y,
              font,
              size));
    }
  }

  /** Those words of a page that read so. */
  List<Placed> placed(int page, String word) {
    return words.stream().filter(each -> each.page() == page && each.word().equals(word)).toList();
  }

  /** A page as it is displayed. */
  BufferedImage image(int page) {
    try {
      return new PDFRenderer(pdf.document).renderImage(page - 1, SCALE, ImageType.GRAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same page with nothing on it but one word. */
  BufferedImage imageOf(Placed word) {
    PDPage like = pdf.document.getPage(word.page() - 1);
    try (KnownPages twin = new KnownPages()) {
      PDPage page = twin.page(like.getCropBox(), like.getRotation());
      twin.pdf.write(
          page,
          Matrix.getTranslateInstance(word.x(), word.y()),
          word.font(),
          word.size(),
          word.painted());
      return twin.image(1);
    }
  }

  @Override
  public void close() {
    pdf.close();
  }

  private static float width(PDFont font, float size, String text) {
    try {
      return font.getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Box displayed(PDPage page, float left, float foot, float right, float top) {
    PDRectangle crop = page.getCropBox();
    float x = left - crop.getLowerLeftX();
    float y = foot - crop.getLowerLeftY();
    float width = right - left;
    float height = top - foot;
    return switch (page.getRotation()) {
      case 90 -> new Box(y, x, height, width);
      case 180 -> new Box(crop.getWidth() - x - width, y, width, height);
      case 270 ->
          new Box(crop.getHeight() - y - height, crop.getWidth() - x - width, height, width);
      default -> new Box(x, crop.getHeight() - y - height, width, height);
    };
  }
}
