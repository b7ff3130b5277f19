package it.lente.extract.reading.pdf;

import it.lente.extract.PlainReason;
import it.lente.extract.judging.PictureCoverage;
import it.lente.extract.reading.frame.OverBudgetException;
import it.lente.record.PageShape;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.util.Matrix;

/**
 * Runs the contents of one page at a time and collects its characters, its horizontal lines and the
 * positions of its pictures. Ignores colours and shadings, follows forms and annotations.
 */
final class GlyphCollector {

  /** Honest contents save only a few states; further ones are not worth their memory. */
  private static final int STATES = 10_000;

  /** The rendering mode that paints nothing. */
  private static final int UNSEEN = 3;

  private final PdfBudget budget;
  private final PageFonts fonts;
  private final Glyphs glyphs = new Glyphs();
  private final GlyphPositioner pen = new GlyphPositioner(glyphs);
  private final Transform operands = new Transform();
  private final DrawnRules rules = new DrawnRules();
  private final MarkedContent marked = new MarkedContent();
  private PageContents contents;
  private TextState state;
  private Transform text = new Transform();
  private Transform line = new Transform();
  private PicturedArea pictures = new PicturedArea(PageShape.NONE);
  private boolean transcribed;
  private Optional<Reason> loss = Optional.empty();
  private int forms;
  private int depth;

  GlyphCollector(PdfBudget budget) {
    this.budget = budget;
    this.fonts = new PageFonts(budget);
    this.contents = new PageContents(budget.decodedBytes());
    this.state = new TextState(null);
  }

  /** Reads a page. The other methods return results for the last page read. */
  Glyphs collect(PDPage page, PageFrame frame) {
    glyphs.clear();
    marked.clear();
    rules.clear();
    contents = new PageContents(budget.decodedBytes());
    pictures = new PicturedArea(frame.shape());
    transcribed = false;
    loss = Optional.empty();
    forms = 0;
    depth = 0;
    try {
      COSDictionary resources = resources(page.getCOSObject());
      begin(frame);
      run(contents.of(streams(page.getCOSObject())), resources);
      showAnnotations(page, frame, resources);
    } catch (OverBudgetException e) {
      loss = Optional.of(e.reason());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      loss = Optional.of(PlainReason.of(e));
    }
    if (loss.isEmpty() && contents.damaged()) {
      loss = Optional.of(ReasonCode.CONTENTS_DAMAGED.with());
    }
    return glyphs;
  }

  /** Returns why a part of the page could not be read. */
  Optional<Reason> loss() {
    return loss;
  }

  /** Returns the lines that the page draws. */
  DrawnRules rules() {
    return rules;
  }

  PictureCoverage pictured() {
    return new PictureCoverage(pictures.share(), transcribed);
  }

  private void begin(PageFrame frame) {
    state = new TextState(null);
    state.display.set(Transform.of(frame.display()));
    text.reset();
    line.reset();
  }

  private static COSDictionary resources(COSDictionary page) {
    return PDPageTree.getInheritableAttribute(page, COSName.RESOURCES)
            instanceof COSDictionary resources
        ? resources
        : new COSDictionary();
  }

  private static List<COSStream> streams(COSDictionary page) {
    COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
    List<COSStream> streams = new ArrayList<>();
    if (contents instanceof COSStream stream) {
      streams.add(stream);
    } else if (contents instanceof COSArray parts) {
      for (int part = 0; part < parts.size(); part++) {
        if (parts.getObject(part) instanceof COSStream stream) {
          streams.add(stream);
        }
      }
    }
    return streams;
  }

  /** Reads the form values and notes that are painted on the page. */
  private void showAnnotations(PDPage page, PageFrame frame, COSDictionary resources)
      throws IOException {
    if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray all) {
      for (int place = 0; place < all.size(); place++) {
        if (all.getObject(place) instanceof COSDictionary annotation) {
          Optional<Appearance> appearance = Appearance.of(annotation);
          if (appearance.isPresent()) {
            begin(frame);
            state.display.prepend(Transform.of(appearance.get().place()));
            draw(appearance.get().stream(), resources);
          }
        }
      }
    }
  }

  /** Draws a form. A transparency group contains text like any other form. */
  private void drawForm(COSStream form, COSDictionary resources) throws IOException {
    TextState outside = state;
    Transform outsideText = text;
    Transform outsideLine = line;
    state = state.copy();
    text = new Transform();
    line = new Transform();
    state.display.prepend(
        Transform.of(Matrix.createMatrix(form.getDictionaryObject(COSName.MATRIX))));
    try {
      draw(form, resources);
    } finally {
      state = outside;
      text = outsideText;
      line = outsideLine;
    }
  }

  private void draw(COSStream form, COSDictionary resources) throws IOException {
    forms++;
    if (forms > budget.forms()) {
      throw new OverBudgetException(ReasonCode.TOO_MANY_FORMS, budget.forms());
    }
    if (depth >= budget.formDepth()) {
      throw new OverBudgetException(ReasonCode.FORMS_TOO_DEEP, budget.formDepth());
    }
    depth++;
    try {
      COSDictionary own = form.getCOSDictionary(COSName.RESOURCES);
      run(contents.of(List.of(form)), own == null ? resources : own);
    } finally {
      depth--;
    }
  }

  private void run(byte[] bytes, COSDictionary resources) throws IOException {
    ContentScanner scanner = new ContentScanner(bytes);
    Deque<TextState> saved = new ArrayDeque<>();
    int unsaved = 0;
    for (int operator = scanner.next(); operator >= 0; operator = scanner.next()) {
      switch (operator) {
        case Operators.SAVE -> {
          if (saved.size() < STATES) {
            saved.push(state.copy());
          } else {
            unsaved++;
          }
        }
        case Operators.RESTORE -> {
          if (unsaved > 0) {
            unsaved--;
          } else if (!saved.isEmpty()) {
            state = saved.pop();
          }
        }
        case Operators.DRAW -> drawObject(scanner.name(), resources);
        case Operators.FONT -> {
          setFont(resource(COSName.FONT, scanner.name(), resources), scanner.fromLast(1));
        }
        case Operators.GRAPHICS_STATE -> setGraphicsState(scanner.name(), resources);
        case Operators.BEGIN_MARKED -> marked.begin(glyphs);
        case Operators.BEGIN_MARKED_WITH -> marked.begin(glyphs, scanner, resources);
        case Operators.END_MARKED -> marked.end(glyphs);
        case Operators.IMAGE_DATA -> {
          pictures.add(state.display);
          scanner.skipImage();
        }
        default -> runText(operator, scanner);
      }
    }
  }

  private void runText(int operator, ContentScanner scanner) throws IOException {
    switch (operator) {
      case Operators.CONCATENATE -> {
        operands.set(scanner);
        state.display.prepend(operands);
      }
      case Operators.BEGIN_TEXT -> {
        text.reset();
        line.reset();
      }
      case Operators.TEXT_MATRIX -> {
        line.set(scanner);
        text.set(line);
      }
      case Operators.MOVE -> move(scanner.fromLast(2), scanner.fromLast(1));
      case Operators.MOVE_LEADING -> {
        state.leading = -scanner.fromLast(1);
        move(scanner.fromLast(2), scanner.fromLast(1));
      }
      case Operators.NEXT_LINE -> move(0, -state.leading);
      case Operators.SHOW -> show(scanner, false);
      case Operators.SHOW_KERNED -> show(scanner, true);
      case Operators.SHOW_LINE -> {
        move(0, -state.leading);
        show(scanner, false);
      }
      case Operators.SHOW_SPACED_LINE -> {
        state.wordSpacing = scanner.fromLast(3);
        state.charSpacing = scanner.fromLast(2);
        move(0, -state.leading);
        show(scanner, false);
      }
      case Operators.CHAR_SPACING -> state.charSpacing = scanner.fromLast(1);
      case Operators.WORD_SPACING -> state.wordSpacing = scanner.fromLast(1);
      case Operators.STRETCH -> state.stretch = scanner.fromLast(1) / 100;
      case Operators.LEADING -> state.leading = scanner.fromLast(1);
      case Operators.RENDERING -> state.unseen = scanner.fromLast(1) == UNSEEN;
      case Operators.RISE -> state.rise = scanner.fromLast(1);
      default -> rules.draw(operator, scanner, state.display);
    }
  }

  private void move(float right, float up) {
    line.translate(right, up);
    text.set(line);
  }

  private void setFont(COSBase font, float size) {
    state.fontSize = size;
    try {
      state.font = font instanceof COSDictionary known ? fonts.of(known) : null;
    } catch (IOException e) {
      loss = Optional.of(PlainReason.of(e));
      state.font = FontMetrics.UNREADABLE;
    }
  }

  private static COSBase resource(COSName kind, String name, COSDictionary resources) {
    return resources.getDictionaryObject(kind) instanceof COSDictionary known
        ? known.getDictionaryObject(COSName.getPDFName(name))
        : null;
  }

  private void setGraphicsState(String name, COSDictionary resources) {
    if (resource(COSName.EXT_G_STATE, name, resources) instanceof COSDictionary set
        && set.getDictionaryObject(COSName.FONT) instanceof COSArray font
        && font.size() > 1
        && font.getObject(1) instanceof COSNumber size) {
      setFont(font.getObject(0), size.floatValue());
    }
  }

  private void drawObject(String name, COSDictionary resources) {
    if (!(resource(COSName.XOBJECT, name, resources) instanceof COSStream drawn)) {
      loss = Optional.of(ReasonCode.DRAWN_MISSING.with());
      return;
    }
    COSName kind = drawn.getCOSName(COSName.SUBTYPE);
    if (COSName.IMAGE.equals(kind)) {
      pictures.add(state.display);
    } else if (!COSName.PS.equals(kind)) {
      try {
        drawForm(drawn, resources);
      } catch (IOException e) {
        loss = Optional.of(PlainReason.of(e));
      }
    }
  }

  private void show(ContentScanner scanner, boolean kerned) throws IOException {
    if (state.font == null) {
      state.font = fonts.fallback();
    }
    transcribed |= state.unseen;
    pen.begin(state, text);
    for (int operand = 0; operand < scanner.operands(); operand++) {
      if (scanner.isString(operand)) {
        show(scanner.strings(), scanner.from(operand), scanner.to(operand));
      } else if (kerned && scanner.isNumber(operand)) {
        pen.kern(scanner.number(operand));
      }
    }
    text.translate(pen.movedRight(), pen.movedUp());
  }

  private void show(byte[] strings, int from, int to) throws IOException {
    FontMetrics font = state.font;
    if (font.codeLength() == 1) {
      for (int at = from; at < to; at++) {
        write(strings[at] & 0xFF, 1);
      }
    } else if (font.codeLength() == 2) {
      for (int at = from; at + 1 < to; at += 2) {
        write(((strings[at] & 0xFF) << 8) | (strings[at + 1] & 0xFF), 2);
      }
    } else {
      ByteArrayInputStream codes = new ByteArrayInputStream(strings, from, to - from);
      for (int left = codes.available(); left > 0; left = codes.available()) {
        int code = font.readCode(codes);
        write(code, left - codes.available());
      }
    }
  }

  private void write(int code, int bytes) {
    if (glyphs.count() >= budget.glyphs()) {
      throw new OverBudgetException(ReasonCode.TOO_MANY_CHARACTERS, budget.glyphs());
    }
    pen.write(code, bytes == 1 && code == ' ');
  }
}
