package it.lente.extract.reading;

import it.lente.extract.PlainReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * Runs the contents of one page at a time for its characters alone: paths, colours, images and
 * shadings are passed over, forms and painted annotations are gone into.
 */
final class GlyphCollector extends PDFStreamEngine {

  private final IdentityHashMap<PDFont, FontFacts> fonts = new IdentityHashMap<>();
  private final ResourceCache cache;
  private final PdfBudget budget;
  private final Glyphs glyphs = new Glyphs();
  private PageContents contents;
  private Matrix display = new Matrix();
  private boolean pictured;
  private Optional<String> loss = Optional.empty();
  private int forms;
  private int depth;
  private FontFacts fallback;

  GlyphCollector(ResourceCache cache, PdfBudget budget) {
    this.cache = cache;
    this.budget = budget;
    this.contents = new PageContents(budget.decodedBytes());
    addOperator(new BeginText(this));
    addOperator(new Concatenate(this));
    addOperator(new DrawObject(this));
    addOperator(new EndText(this));
    addOperator(new MoveText(this));
    addOperator(new MoveTextSetLeading(this));
    addOperator(new NextLine(this));
    addOperator(new Restore(this));
    addOperator(new Save(this));
    addOperator(new SetCharSpacing(this));
    addOperator(new SetFontAndSize(this));
    addOperator(new SetGraphicsStateParameters(this));
    addOperator(new SetMatrix(this));
    addOperator(new SetTextHorizontalScaling(this));
    addOperator(new SetTextLeading(this));
    addOperator(new SetTextRise(this));
    addOperator(new SetWordSpacing(this));
    addOperator(new ShowText(this));
    addOperator(new ShowTextAdjusted(this));
    addOperator(new ShowTextLine(this));
    addOperator(new ShowTextLineAndSpace(this));
  }

  /** A fresh page: the answers of the other methods are about this one. */
  Glyphs collect(PDPage page, PageFrame frame) {
    glyphs.clear();
    contents = new PageContents(budget.decodedBytes());
    display = frame.display();
    pictured = false;
    loss = Optional.empty();
    forms = 0;
    depth = 0;
    try {
      processPage(new UnpackedPage(page.getCOSObject(), contents, cache));
      showAnnotations(page);
    } catch (OverBudgetException e) {
      loss = Optional.of(e.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      loss = Optional.of(PlainReason.of(e));
    }
    if (loss.isEmpty() && contents.damaged()) {
      loss = Optional.of("its contents are damaged, what follows the damage is lost");
    }
    return glyphs;
  }

  /** Why a part of the page could not be read. */
  Optional<String> loss() {
    return loss;
  }

  /** Whether the page paints a picture. */
  boolean pictured() {
    return pictured;
  }

  /** Form values and notes that are painted on the page are read with it. */
  private void showAnnotations(PDPage page) throws IOException {
    for (Iterator<PDAnnotation> all = page.getAnnotations().iterator(); all.hasNext(); ) {
      PDAnnotation annotation = all.next();
      if (!annotation.isHidden() && !annotation.isNoView()) {
        showOne(annotation);
      }
    }
  }

  private void showOne(PDAnnotation annotation) {
    try {
      countForm();
      showAnnotation(annotation);
    } catch (IOException e) {
      loss = Optional.of(PlainReason.of(e));
    }
  }

  @Override
  public PDAppearanceStream getAppearance(PDAnnotation annotation) {
    PDAppearanceStream appearance = super.getAppearance(annotation);
    return appearance == null
        ? null
        : new UnpackedAppearance(appearance.getCOSObject(), contents, cache);
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    countForm();
    if (depth >= budget.formDepth()) {
      throw new OverBudgetException("its forms are nested more than", budget.formDepth(), "deep");
    }
    depth++;
    try {
      super.showForm(new UnpackedForm(form.getCOSObject(), contents, cache));
    } finally {
      depth--;
    }
  }

  /** For its text, a group is a form like any other. */
  @Override
  public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
    showForm(group);
  }

  private void countForm() {
    forms++;
    if (forms > budget.forms()) {
      throw new OverBudgetException("it draws more than", budget.forms(), "forms");
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (!pictured) {
      pictured = paintsPicture(operator, operands);
    }
    super.processOperator(operator, operands);
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

  @Override
  protected void showText(byte[] string) throws IOException {
    Matrix text = getTextMatrix();
    if (text == null) {
      return;
    }
    PDGraphicsState state = getGraphicsState();
    FontFacts font = facts(state.getTextState().getFont());
    Matrix shown = text.multiply(state.getCurrentTransformationMatrix()).multiply(display);
    TextPen pen = new TextPen(state.getTextState(), font, shown);
    if (font.isSimple()) {
      for (byte code : string) {
        write(pen, code & 0xFF, 1);
      }
    } else {
      ByteArrayInputStream codes = new ByteArrayInputStream(string);
      for (int left = codes.available(); left > 0; left = codes.available()) {
        int code = font.font().readCode(codes);
        write(pen, code, left - codes.available());
      }
    }
    text.translate(pen.movedRight(), pen.movedUp());
  }

  private void write(TextPen pen, int code, int bytes) {
    if (glyphs.count() >= budget.glyphs()) {
      throw new OverBudgetException("it draws more than", budget.glyphs(), "characters");
    }
    pen.write(code, code == ' ' && bytes == 1, glyphs);
  }

  private FontFacts facts(PDFont font) {
    if (font == null) {
      if (fallback == null) {
        fallback = new FontFacts(new PDType1Font(Standard14Fonts.FontName.HELVETICA));
      }
      return fallback;
    }
    FontFacts known = fonts.get(font);
    if (known == null) {
      known = new FontFacts(font);
      fonts.put(font, known);
    }
    return known;
  }
}
