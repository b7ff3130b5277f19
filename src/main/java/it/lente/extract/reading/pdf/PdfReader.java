package it.lente.extract.reading.pdf;

import it.lente.extract.PlainReason;
import it.lente.extract.judging.PictureCoverage;
import it.lente.extract.reading.frame.PdfPages;
import it.lente.extract.reading.frame.ReadPage;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.ReasonCode;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Reads one open PDF: every page in its tree, in order, including those without contents. */
final class PdfReader {

  private final PDDocument document;
  private final PdfPages pages;
  private final PdfBudget budget;
  private GlyphCollector collector;

  PdfReader(PDDocument document, PdfPages pages, PdfBudget budget) {
    this.document = document;
    this.pages = pages;
    this.budget = budget;
    this.collector = newCollector();
  }

  void read() {
    PageLabels labels = PageLabels.of(document);
    PageTree tree = PageTree.of(document.getPages().getCOSObject(), budget.pages());
    List<COSDictionary> found = tree.pages();
    for (int number : pages.order(PdfPageParser.TYPE, found.size())) {
      pages.begin(number);
      pages.add(readPage(new PDPage(found.get(number - 1)), number, labels.of(number)));
    }
    readInfo(tree);
    pages.recognize(number -> scale -> PagePainter.paint(new PDPage(found.get(number - 1)), scale));
    if (tree.isCut()) {
      pages.lost(ReasonCode.TOO_MANY_PAGES.with(budget.pages()));
    }
    int claimed = document.getNumberOfPages();
    if (claimed > found.size()) {
      pages.lost(ReasonCode.FEWER_PAGES.with(claimed, found.size()));
    }
  }

  private void readInfo(PageTree tree) {
    try {
      pages.say(new PdfInfo(document, tree.pages(), pages, budget).read());
    } catch (RuntimeException | StackOverflowError e) {
      pages.lost(ReasonCode.ABOUT_LOST.with());
    }
  }

  private ReadPage readPage(PDPage contents, int number, String label) {
    if (collector.loss().isPresent()) {
      // A collector that failed in the middle of a page is in an undefined state.
      collector = newCollector();
    }
    try {
      PageFrame frame = PageFrame.of(contents);
      Glyphs glyphs = collector.collect(contents, frame);
      PageWriter.Written page =
          PageWriter.write(ReadingOrder.of(WordBuilder.words(glyphs), collector.rules()));
      PageText text =
          new PageText(number, label, page.text(), frame.shape())
              .withBoxes(page.boxes())
              .withRepeated(page.notes());
      return new ReadPage(text, collector.pictured(), collector.loss());
    } catch (RuntimeException | StackOverflowError e) {
      collector = newCollector();
      return new ReadPage(
          new PageText(number, label, "", PageShape.NONE),
          PictureCoverage.NOTHING,
          Optional.of(PlainReason.of(e)));
    }
  }

  private GlyphCollector newCollector() {
    return new GlyphCollector(budget);
  }
}
