package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.PageRecognizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Renders a page as people see it. PDFBox leaves out what it cannot paint; this is reported here.
 */
final class PagePainter extends PDFRenderer {

  private Optional<MissingImageReaderException> leftOut = Optional.empty();

  private PagePainter(PDDocument document) {
    super(document);
    setSubsamplingAllowed(true);
  }

  /**
   * Returns the page in shades of grey.
   *
   * @param scale in pixels per point
   * @throws PageRecognizer.LeftOutException if a picture would be missing
   */
  static BufferedImage paint(PDPage page, float scale) throws IOException {
    // The renderer finds pages only through a page tree, so this one gets its own document.
    try (PDDocument single = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      single.importPage(page);
      PagePainter painter = new PagePainter(single);
      BufferedImage painted = painter.renderImage(0, scale, ImageType.GRAY);
      if (painter.leftOut.isPresent()) {
        throw new PageRecognizer.LeftOutException(painter.leftOut.get());
      }
      return painted;
    }
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new PageDrawer(parameters) {
      @Override
      protected void operatorException(
          Operator operator, List<COSBase> operands, IOException problem) throws IOException {
        if (problem instanceof MissingImageReaderException missing) {
          leftOut = Optional.of(missing);
        }
        super.operatorException(operator, operands, problem);
      }
    };
  }
}
