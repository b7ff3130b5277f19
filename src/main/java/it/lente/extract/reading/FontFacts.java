package it.lente.extract.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.util.Vector;

/** What lines and words need to know of a font, asked once for each of its characters. */
final class FontFacts {

  /** A character: its text (empty if it has none) and how far it moves the pen, in ems. */
  record Glyph(String text, boolean blank, float advance) {}

  private static final GlyphList NAMES = names();
  private static final float THOUSAND = 1000f;
  private static final float USUAL_ASCENT = .75f;
  private static final float USUAL_DESCENT = -.22f;
  private static final float NARROWEST_GAP = .08f;
  private static final float WIDEST_GAP = .2f;

  private final PDFont font;
  private final boolean simple;
  private final boolean vertical;
  private final Glyph[] oneByte = new Glyph[256];
  private final Map<Integer, Glyph> others = new HashMap<>();
  private final float em;
  private final float ascent;
  private final float descent;
  private final float gap;

  FontFacts(PDFont font) {
    this.font = font;
    this.simple = font instanceof PDSimpleFont;
    this.vertical = font.isVertical();
    this.em = font instanceof PDType3Font drawn ? height(drawn) : 1;
    PDFontDescriptor descriptor = font.getFontDescriptor();
    this.ascent = vertical ? .5f : ascent(descriptor);
    this.descent = vertical ? -.5f : descent(descriptor);
    this.gap = Math.clamp(spaceWidth() / 2, NARROWEST_GAP, WIDEST_GAP);
  }

  PDFont font() {
    return font;
  }

  /** Whether each byte of a string is one character. */
  boolean isSimple() {
    return simple;
  }

  boolean isVertical() {
    return vertical;
  }

  /** The height of the font in units of the font size: 1 but for fonts that are drawn. */
  float em() {
    return em;
  }

  /** The top of letters above the base line, in units of {@link #em}. */
  float ascent() {
    return ascent;
  }

  /** The foot of letters below the base line, negative, in units of {@link #em}. */
  float descent() {
    return descent;
  }

  /** The narrowest gap between two words, in units of {@link #em}. */
  float gap() {
    return gap;
  }

  Glyph glyph(int code) {
    if (code >= 0 && code < oneByte.length) {
      Glyph known = oneByte[code];
      if (known == null) {
        known = read(code);
        oneByte[code] = known;
      }
      return known;
    }
    return others.computeIfAbsent(code, this::read);
  }

  private Glyph read(int code) {
    String text = ReadableText.ofGlyph(unicode(code));
    return new Glyph(text, !text.isEmpty() && text.isBlank(), advance(code));
  }

  private String unicode(int code) {
    String text = null;
    try {
      text = font.toUnicode(code, NAMES);
    } catch (RuntimeException e) {
      // A character map that fails for one code is no worse than one that lacks it.
    }
    if (text != null) {
      return text;
    }
    // As viewers do: simple fonts fall back on the code itself, others have nothing to fall back
    // on.
    return simple ? String.valueOf((char) code) : "";
  }

  private float advance(int code) {
    try {
      Vector moved = font.getDisplacement(code);
      return vertical ? moved.getY() : moved.getX();
    } catch (IOException | RuntimeException e) {
      return .5f;
    }
  }

  private static float ascent(PDFontDescriptor descriptor) {
    float above = descriptor == null ? 0 : descriptor.getAscent() / THOUSAND;
    return above > .3f && above < 1.5f ? above : USUAL_ASCENT;
  }

  private static float descent(PDFontDescriptor descriptor) {
    // Some producers forget the sign.
    float below = descriptor == null ? 0 : -Math.abs(descriptor.getDescent() / THOUSAND);
    return below < 0 && below > -.8f ? below : USUAL_DESCENT;
  }

  private float spaceWidth() {
    try {
      float width = font.getSpaceWidth();
      return font instanceof PDType3Font drawn
          ? Math.abs(width * drawn.getFontMatrix().getScaleX()) / em
          : width / THOUSAND;
    } catch (RuntimeException e) {
      return .25f;
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

  private static GlyphList names() {
    try (InputStream more =
        PDVectorFont.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
      return new GlyphList(GlyphList.getAdobeGlyphList(), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
