package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.ReadableText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.util.Vector;

/** Metrics of a font for building lines and words, computed once for each of its characters. */
final class FontMetrics {

  /** The text of every character that paints nothing. */
  static final String BLANK = " ";

  /**
   * A character: its text (empty if it has none, {@link #BLANK} if it paints nothing) and how far
   * it moves the pen, in ems.
   */
  record Glyph(String text, float advance) {}

  /** Metrics of an unreadable font: its characters have no text. */
  static final FontMetrics UNREADABLE = new FontMetrics();

  private static final float THOUSAND = 1000f;
  private static final int TWO_BYTES = 1 << 16;

  /** Letters of a usual font are not taller than this from descent to ascent. */
  private static final float TALLEST = 1200;

  /** Ascent of Times and Arial. */
  private static final float COMMON_ASCENT = .89f;

  private static final float USUAL_ASCENT = .75f;
  private static final float USUAL_DESCENT = -.22f;
  private static final float USUAL_SPACE = .25f;
  private static final float USUAL_ADVANCE = .5f;
  private static final float NARROWEST_GAP = .08f;
  private static final float WIDEST_GAP = .2f;

  private final Optional<COSDictionary> dictionary;
  private final Optional<FontTables> tables;
  private final int codeLength;
  private final boolean vertical;
  private Glyph[] glyphs = new Glyph[256];
  private final Map<Integer, Glyph> others = new HashMap<>();
  private final float em;
  private final float ascent;
  private final float descent;
  private final float gap;
  private Optional<PDFont> font;
  private boolean opened;

  FontMetrics(PDFont font) {
    this.dictionary = Optional.empty();
    this.tables = Optional.empty();
    this.font = Optional.of(font);
    this.opened = true;
    this.codeLength = font instanceof PDSimpleFont ? 1 : 0;
    this.vertical = font.isVertical();
    this.em = font instanceof PDType3Font drawn ? height(drawn) : 1;
    PDFontDescriptor descriptor = font.getFontDescriptor();
    this.ascent = vertical ? .5f : ascent(descriptor);
    this.descent = vertical ? -.5f : descent(descriptor);
    this.gap = gap(spaceWidth(font));
  }

  private FontMetrics(COSDictionary dictionary, FontTables tables) {
    this.dictionary = Optional.of(dictionary);
    this.tables = Optional.of(tables);
    this.font = Optional.empty();
    this.codeLength = tables.isComposite() ? 2 : 1;
    this.vertical = false;
    this.em = 1;
    this.ascent = ascent(tables.descriptor());
    this.descent = descent(tables.descriptor());
    float space = tables.spaceWidth() / THOUSAND;
    this.gap = gap(space > 0 ? space : USUAL_SPACE);
  }

  private FontMetrics() {
    this.dictionary = Optional.empty();
    this.tables = Optional.empty();
    this.font = Optional.empty();
    this.opened = true;
    this.codeLength = 2;
    this.vertical = false;
    this.em = 1;
    this.ascent = USUAL_ASCENT;
    this.descent = USUAL_DESCENT;
    this.gap = gap(USUAL_SPACE);
  }

  /** Opens the font's program only if its tables are not sufficient. */
  static FontMetrics of(COSDictionary dictionary, PdfBudget budget) throws IOException {
    Optional<FontTables> tables = FontTables.of(dictionary, budget);
    return tables.isPresent()
        ? new FontMetrics(dictionary, tables.get())
        : new FontMetrics(PDFontFactory.createFont(dictionary));
  }

  /** Returns the bytes of a string for each character, 0 if the number varies. */
  int codeLength() {
    return codeLength;
  }

  /** Returns the next character of a string in a font whose codes differ in length. */
  int readCode(InputStream string) throws IOException {
    return font.orElseThrow().readCode(string);
  }

  boolean isVertical() {
    return vertical;
  }

  /** Returns the height of the font in units of the font size: 1 except for drawn fonts. */
  float em() {
    return em;
  }

  /** Returns the top of letters above the base line, in units of {@link #em}. */
  float ascent() {
    return ascent;
  }

  /** Returns the bottom of letters below the base line, negative, in units of {@link #em}. */
  float descent() {
    return descent;
  }

  /** Returns the narrowest gap between two words, in units of {@link #em}. */
  float gap() {
    return gap;
  }

  Glyph glyph(int code) {
    if (code < 0 || code >= TWO_BYTES) {
      return others.computeIfAbsent(code, this::read);
    }
    if (code >= glyphs.length) {
      glyphs = Arrays.copyOf(glyphs, 2 * Integer.highestOneBit(code));
    }
    Glyph known = glyphs[code];
    if (known == null) {
      known = read(code);
      glyphs[code] = known;
    }
    return known;
  }

  private Glyph read(int code) {
    String text = ReadableText.ofGlyph(unicode(code));
    boolean blank = !text.isEmpty() && text.isBlank();
    float advance = tables.isPresent() ? tables.get().width(code) / THOUSAND : advance(code);
    return new Glyph(blank ? BLANK : text.intern(), advance);
  }

  private String unicode(int code) {
    String text = tables.isPresent() ? tables.get().text(code) : null;
    if (text == null) {
      text = font().map(known -> unicode(known, code)).orElse(null);
    }
    if (text != null) {
      return text;
    }
    // As in viewers, simple fonts fall back on the code itself; other fonts have no fallback.
    return codeLength == 1 ? String.valueOf((char) code) : "";
  }

  private static String unicode(PDFont font, int code) {
    try {
      String text = font.toUnicode(code, FontTables.NAMES);
      return text == null && font instanceof PDSimpleFont simple && simple.getEncoding() != null
          ? FontTables.textOf(simple.getEncoding().getName(code))
          : text;
    } catch (RuntimeException e) {
      // A character map that fails for one code is treated like one that lacks the code.
      return null;
    }
  }

  private Optional<PDFont> font() {
    if (!opened) {
      opened = true;
      try {
        font = Optional.ofNullable(PDFontFactory.createFont(dictionary.orElseThrow()));
      } catch (IOException | RuntimeException e) {
        // The font's tables are used instead of its program.
        font = Optional.empty();
      }
    }
    return font;
  }

  private float advance(int code) {
    try {
      Vector moved = font.orElseThrow().getDisplacement(code);
      return vertical ? moved.getY() : moved.getX();
    } catch (IOException | RuntimeException e) {
      return USUAL_ADVANCE;
    }
  }

  private static float gap(float space) {
    return Math.clamp(space / 2, NARROWEST_GAP, WIDEST_GAP);
  }

  private static float ascent(PDFontDescriptor descriptor) {
    if (describesBounds(descriptor)) {
      return COMMON_ASCENT;
    }
    float above = descriptor == null ? 0 : descriptor.getAscent() / THOUSAND;
    return above > .3f && above < 1.5f ? above : USUAL_ASCENT;
  }

  private static float descent(PDFontDescriptor descriptor) {
    if (describesBounds(descriptor)) {
      return USUAL_DESCENT;
    }
    // Some producers omit the minus sign.
    float below = descriptor == null ? 0 : -Math.abs(descriptor.getDescent() / THOUSAND);
    return below < 0 && below > -.8f ? below : USUAL_DESCENT;
  }

  /**
   * Returns whether ascent and descent enclose the tallest sign of all. Some producers write the
   * bounding box of the font there, and a highlight would extend into the neighbouring lines.
   */
  private static boolean describesBounds(PDFontDescriptor descriptor) {
    if (descriptor == null) {
      return false;
    }
    PDRectangle bounds = descriptor.getFontBoundingBox();
    float height = descriptor.getAscent() + Math.abs(descriptor.getDescent());
    return bounds != null
        && height > TALLEST
        && descriptor.getAscent() == bounds.getUpperRightY()
        && -Math.abs(descriptor.getDescent()) == bounds.getLowerLeftY();
  }

  private float spaceWidth(PDFont font) {
    try {
      float width = font.getSpaceWidth();
      return font instanceof PDType3Font drawn
          ? Math.abs(width * drawn.getFontMatrix().getScaleX()) / em
          : width / THOUSAND;
    } catch (RuntimeException e) {
      return USUAL_SPACE;
    }
  }

  private static float height(PDType3Font font) {
    try {
      float height = Math.abs(font.getFontBBox().getHeight() * font.getFontMatrix().getScaleY());
      return height > .01f && height < 100 ? height : 1;
    } catch (RuntimeException e) {
      return 1;
    }
  }
}
