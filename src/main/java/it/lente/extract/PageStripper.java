package it.lente.extract;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads one page at a time, whatever its number, and notes whether it paints a picture. */
final class PageStripper extends PDFTextStripper {

  private boolean pictured;
  private Optional<String> loss = Optional.empty();

  PageStripper() {
    // The stripper reads a page only within a range, and the number of a page that it was handed
    // directly stays 0.
    setStartPage(0);
    setLineSeparator("\n");
    setPageEnd("");
    // Printers double glyphs to make them bold less often than this check costs: a fifth of the
    // time.
    setSuppressDuplicateOverlappingText(false);
  }

  /** A fresh page: the answers of the other methods are about this one. */
  void read(PDPage page) throws IOException {
    // Else a page that fails early would be given the characters of the one before.
    charactersByArticle.forEach(List::clear);
    pictured = false;
    loss = Optional.empty();
    output = new StringWriter();
    try {
      processPage(page);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      loss = Optional.of(PlainReason.of(e));
      writeWhatWasRead();
    }
  }

  String text() {
    return output.toString();
  }

  /** Why a part of the page could not be read. */
  Optional<String> loss() {
    return loss;
  }

  boolean pictured() {
    return pictured;
  }

  /** Form values and notes that are painted on the page are read with it. */
  @Override
  protected void writePage() throws IOException {
    for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
      if (!annotation.isHidden() && !annotation.isNoView()) {
        showAnnotation(annotation);
      }
    }
    super.writePage();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    pictured |= paintsPicture(operator, operands);
    super.processOperator(operator, operands);
  }

  /** The engine goes on after some failures with no more than a line in the log. */
  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException problem)
      throws IOException {
    if (operator.getName().equals(OperatorName.DRAW_OBJECT)
        || problem.getCause() instanceof DataFormatException) {
      loss = Optional.of(PlainReason.of(problem));
    }
    super.operatorException(operator, operands, problem);
  }

  private boolean paintsPicture(Operator operator, List<COSBase> operands) {
    return switch (operator.getName()) {
      case OperatorName.BEGIN_INLINE_IMAGE -> true;
      case OperatorName.DRAW_OBJECT ->
          !operands.isEmpty()
              && operands.getFirst() instanceof COSName name
              && getResources() != null
              && getResources().isImageXObject(name);
      default -> false;
    };
  }

  private void writeWhatWasRead() throws IOException {
    if (text().isEmpty()) {
      super.writePage();
    }
  }
}
