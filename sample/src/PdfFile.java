package sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws a report's pages. Dates and ids come from the report, so the same source gives the same
 * bytes.
 */
final class PdfFile {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float BLEED = 28;

  private final Report report;
  private final PDDocument document;
  private final PDFont font;

  private PdfFile(Report report, PDDocument document, PDFont font) {
    this.report = report;
    this.document = document;
    this.font = font;
  }

  static byte[] of(Report report) throws IOException {
    try (PDDocument document = new PDDocument();
        InputStream ttf = PDDocument.class.getResourceAsStream(FONT)) {
      PdfFile file = new PdfFile(report, document, PDType0Font.load(document, ttf, true));
      List<Page> pages = Layout.of(report, file::unitWidth);
      for (Page page : pages) {
        file.draw(page);
      }
      if (report.is("roman")) {
        file.labels(pages);
      }
      return bytes(document, report);
    }
  }

  /** The finished file, with everything fixed that would differ from one run to the next. */
  static byte[] bytes(PDDocument document, Report report) throws IOException {
    GregorianCalendar date =
        GregorianCalendar.from(report.date().atTime(9, 0).atZone(ZoneOffset.UTC));
    date.setTimeZone(TimeZone.getTimeZone("UTC"));
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(report.title());
    information.setAuthor(report.body());
    information.setCreationDate(date);
    information.setModificationDate(date);
    document.setDocumentId((long) report.file().hashCode());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  private double unitWidth(String text) {
    try {
      return font.getStringWidth(text) / 1000;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(report.source() + ": the font has no glyph for " + text, e);
    }
  }

  private void labels(List<Page> pages) throws IOException {
    PDPageLabels labels = new PDPageLabels(document);
    PDPageLabelRange front = new PDPageLabelRange();
    front.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
    labels.setLabelItem(0, front);
    PDPageLabelRange body = new PDPageLabelRange();
    body.setStyle(PDPageLabelRange.STYLE_DECIMAL);
    int first = 0;
    while (!pages.get(first).label.matches("\\d+")) {
      first++;
    }
    labels.setLabelItem(first, body);
    document.getDocumentCatalog().setPageLabels(labels);
  }

  private void draw(Page page) throws IOException {
    PDRectangle sheet = new PDRectangle(Page.SHORT_SIDE, Page.LONG_SIDE);
    PDPage target = new PDPage(sheet);
    if (page.cropped) {
      target.setMediaBox(
          new PDRectangle(-BLEED, -BLEED, Page.SHORT_SIDE + 2 * BLEED, Page.LONG_SIDE + 2 * BLEED));
      target.setCropBox(sheet);
    }
    document.addPage(target);
    try (PDPageContentStream stream = new PDPageContentStream(document, target)) {
      if (page.landscape) {
        // Drawn on its side: the page is turned back for the reader.
        target.setRotation(90);
        stream.transform(new Matrix(0, 1, -1, 0, Page.SHORT_SIDE, 0));
      }
      for (Page.Mark mark : page.marks) {
        draw(mark, stream);
      }
      if (page.cropped) {
        printersMarks(stream);
      }
    }
  }

  private void printersMarks(PDPageContentStream stream) throws IOException {
    Page.Style tiny = new Page.Style(6, 8, false, false, 0);
    draw(new Page.Text(60, -18, tiny, "prova di stampa, lastra nero", 0), stream);
    draw(new Page.Rule(-BLEED, 0, -10, 0, .4f), stream);
    draw(new Page.Rule(0, -BLEED, 0, -10, .4f), stream);
  }

  private void draw(Page.Mark mark, PDPageContentStream stream) throws IOException {
    switch (mark) {
      case Page.Text text -> draw(text, stream);
      case Page.Rule rule -> {
        stream.setStrokingColor(.35f);
        stream.setLineWidth(rule.width());
        stream.moveTo(rule.x1(), rule.y1());
        stream.lineTo(rule.x2(), rule.y2());
        stream.stroke();
      }
      case Page.Box box -> {
        fill(stream, box.color());
        stream.addRect(box.x(), box.y(), box.width(), box.height());
        stream.fill();
      }
    }
  }

  private void draw(Page.Text text, PDPageContentStream stream) throws IOException {
    Page.Style style = text.style();
    fill(stream, style.color());
    stream.beginText();
    stream.setFont(font, style.size());
    if (style.bold()) {
      // The library ships one weight: a thin outline makes it bold.
      stream.setRenderingMode(RenderingMode.FILL_STROKE);
      stream.setStrokingColor(red(style.color()), green(style.color()), blue(style.color()));
      stream.setLineWidth(style.size() * .028f);
    } else {
      stream.setRenderingMode(RenderingMode.FILL);
    }
    stream.setTextMatrix(new Matrix(1, 0, style.slanted() ? .2f : 0, 1, text.x(), text.y()));
    stream.showTextWithPositioning(spaced(text));
    stream.endText();
  }

  private Object[] spaced(Page.Text text) {
    String words = report.is("ligatures") ? ligatures(text.text()) : text.text();
    if (text.stretch() == 0) {
      return new Object[] {words};
    }
    List<Object> pieces = new ArrayList<>();
    for (String word : words.split("(?<= )")) {
      pieces.add(word);
      if (word.endsWith(" ")) {
        pieces.add(-text.stretch() * 1000 / text.style().size());
      }
    }
    return pieces.toArray();
  }

  private static String ligatures(String words) {
    return words.replace("fi", "\uFB01").replace("fl", "\uFB02");
  }

  private static void fill(PDPageContentStream stream, int color) throws IOException {
    stream.setNonStrokingColor(red(color), green(color), blue(color));
  }

  private static float red(int color) {
    return (color >> 16 & 0xff) / 255f;
  }

  private static float green(int color) {
    return (color >> 8 & 0xff) / 255f;
  }

  private static float blue(int color) {
    return (color & 0xff) / 255f;
  }
}
