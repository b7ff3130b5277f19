package it.lente.browser;

import it.lente.record.Box;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;

/** A PDF of which it is known where every word stands, as its pages are displayed. */
final class Paper {

  private static final float SIZE = 14;
  private static final String LIBERATION =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDDocument document = new PDDocument();
  private final List<Word> words = new ArrayList<>();
  private final List<Box> sheets = new ArrayList<>();
  private PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private PDPage page = new PDPage();

  /**
   * A word that was written.
   *
   * @param page from 1
   */
  record Word(int page, String text, Box box) {}

  private Paper() {}

  /** With a font that every viewer has to bring. */
  static Paper withoutFont() {
    return new Paper();
  }

  static Paper withFont() {
    Paper paper = new Paper();
    try (InputStream file = PDDocument.class.getResourceAsStream(LIBERATION)) {
      paper.font = PDType0Font.load(paper.document, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return paper;
  }

  /** The next page is an A4 sheet, upright and whole. */
  Paper sheet() {
    return sheet(PDRectangle.A4, 0);
  }

  /**
   * @param crop what is shown of a page that reaches further on all sides
   * @param rotation degrees clockwise by which the page is turned when displayed
   */
  Paper sheet(PDRectangle crop, int rotation) {
    page = new PDPage(around(crop));
    page.setCropBox(crop);
    page.setRotation(rotation);
    document.addPage(page);
    boolean onItsSide = rotation % 180 != 0;
    sheets.add(
        new Box(
            0,
            0,
            onItsSide ? crop.getHeight() : crop.getWidth(),
            onItsSide ? crop.getWidth() : crop.getHeight()));
    return this;
  }

  /**
   * Writes a line that stands upright when displayed.
   *
   * @param left points from the left edge of the page as displayed
   * @param baseline points from its top
   */
  Paper write(float left, float baseline, String line) {
    float space = width(" ");
    float x = left;
    for (String word : line.split(" ")) {
      words.add(new Word(document.getNumberOfPages(), word, box(x, baseline, word)));
      x += width(word) + space;
    }
    AffineTransform place = displayedToPage();
    place.translate(left, baseline);
    place.scale(1, -1);
    try (PDPageContentStream contents =
        new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
      contents.beginText();
      contents.setFont(font, SIZE);
      contents.setTextMatrix(new Matrix(place));
      contents.showText(line);
      contents.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The first pages are called i, ii, …, those after them 1, 2, … */
  Paper roman(int pages) {
    PDPageLabels labels = new PDPageLabels(document);
    PDPageLabelRange front = new PDPageLabelRange();
    front.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
    PDPageLabelRange body = new PDPageLabelRange();
    body.setStyle(PDPageLabelRange.STYLE_DECIMAL);
    labels.setLabelItem(0, front);
    labels.setLabelItem(pages, body);
    document.getDocumentCatalog().setPageLabels(labels);
    return this;
  }

  /** Where a word stands, in the order in which it was written. */
  List<Word> words(String text) {
    return words.stream().filter(word -> word.text().equals(text)).toList();
  }

  /** A whole page as it is displayed. */
  Box sheet(int page) {
    return sheets.get(page - 1);
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (document) {
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Box box(float left, float baseline, String word) {
    float ascent = font.getFontDescriptor().getAscent() / 1000 * SIZE;
    float descent = font.getFontDescriptor().getDescent() / 1000 * SIZE;
    return new Box(left, baseline - ascent, width(word), ascent - descent);
  }

  private float width(String text) {
    try {
      return font.getStringWidth(text) / 1000 * SIZE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AffineTransform displayedToPage() {
    PDRectangle crop = page.getCropBox();
    float left = crop.getLowerLeftX();
    float right = crop.getUpperRightX();
    float bottom = crop.getLowerLeftY();
    float top = crop.getUpperRightY();
    return switch (page.getRotation()) {
      case 90 -> new AffineTransform(0, 1, 1, 0, left, bottom);
      case 180 -> new AffineTransform(-1, 0, 0, 1, right, bottom);
      case 270 -> new AffineTransform(0, -1, -1, 0, right, top);
      default -> new AffineTransform(1, 0, 0, -1, left, top);
    };
  }

  private static PDRectangle around(PDRectangle crop) {
    return crop.equals(PDRectangle.A4)
        ? crop
        : new PDRectangle(
            crop.getLowerLeftX() - 40,
            crop.getLowerLeftY() - 60,
            crop.getWidth() + 100,
            crop.getHeight() + 90);
  }
}
