package it.lente.extract;

import it.lente.record.PageShape;
import it.lente.record.PageText;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Reads one open PDF: every page that its tree holds, in order, also those without contents. */
final class PdfReader {

  private final PDDocument document;
  private final PdfPages pages;
  private PageStripper stripper = new PageStripper();

  PdfReader(PDDocument document, PdfPages pages) {
    this.document = document;
    this.pages = pages;
  }

  void read() {
    PageLabels labels = PageLabels.of(document);
    int number = 0;
    for (Iterator<PDPage> tree = document.getPages().iterator(); tree.hasNext(); ) {
      number++;
      pages.add(readPage(tree.next(), number, labels.of(number)));
    }
    int claimed = document.getNumberOfPages();
    if (claimed > number) {
      pages.lost("it claims " + claimed + " pages but holds " + number);
    }
  }

  private ReadPage readPage(PDPage page, int number, String label) {
    try {
      stripper.read(page);
      String text = ReadableText.ofPage(stripper.text());
      Optional<String> loss = stripper.loss().or(() -> loss(page));
      return new ReadPage(
          new PageText(number, label, text, shape(page)), stripper.pictured(), loss);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      stripper = new PageStripper();
      return new ReadPage(
          new PageText(number, label, "", PageShape.NONE), false, Optional.of(PlainReason.of(e)));
    }
  }

  private static Optional<String> loss(PDPage page) {
    try {
      return ContentCheck.loss(page);
    } catch (IOException e) {
      return Optional.of(PlainReason.of(e));
    }
  }

  private static PageShape shape(PDPage page) {
    PDRectangle box = page.getCropBox();
    int rotation = page.getRotation();
    return rotation % 180 == 0
        ? new PageShape(box.getWidth(), box.getHeight(), rotation)
        : new PageShape(box.getHeight(), box.getWidth(), rotation);
  }
}
