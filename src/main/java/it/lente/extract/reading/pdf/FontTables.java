package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.OverBudgetException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.font.encoding.DictionaryEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/**
 * Data about characters in a font's dictionary. The dictionary is sufficient for nearly all fonts,
 * and opening the font's program, as PDFBox does, costs more than reading a page.
 */
final class FontTables {

  /** The letters that names of glyphs mean. */
  static final GlyphList NAMES = names();

  private static final int CODES = 1 << 16;
  private static final float WIDEST_SPACE = 400;
  private static final float THOUSAND = 1000f;

  private final boolean composite;
  private final PDFontDescriptor descriptor;
  private final float[] widths;
  private final float otherwise;
  private final Optional<CMap> unicode;
  private final boolean asOneByte;
  private final Optional<Encoding> encoding;

  @SuppressWarnings("ReferenceEquality") // A simple font describes itself.
  private FontTables(COSDictionary font, COSDictionary described, PdfBudget budget)
      throws IOException {
    composite = font != described;
    descriptor = new PDFontDescriptor(described.getCOSDictionary(COSName.FONT_DESC));
    widths = composite ? compositeWidths(described) : simpleWidths(font);
    otherwise = composite ? described.getFloat(COSName.DW, THOUSAND) : descriptor.getMissingWidth();
    unicode = unicode(font, budget);
    COSBase named = font.getDictionaryObject(COSName.ENCODING);
    asOneByte = !composite && named instanceof COSName;
    encoding = composite ? Optional.empty() : encoding(named, descriptor.isSymbolic());
  }

  /** Returns nothing for fonts that are drawn, vertical, or incompletely described. */
  static Optional<FontTables> of(COSDictionary font, PdfBudget budget) {
    try {
      COSDictionary described = described(font);
      return described == null || described.getCOSDictionary(COSName.FONT_DESC) == null
          ? Optional.empty()
          : Optional.of(new FontTables(font, described, budget));
    } catch (OverBudgetException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // PDFBox can repair broken tables.
      return Optional.empty();
    }
  }

  private static COSDictionary described(COSDictionary font) {
    return switch (font.getNameAsString(COSName.SUBTYPE, "")) {
      case "TrueType", "Type1", "MMType1" -> {
        boolean measured = font.getDictionaryObject(COSName.WIDTHS) instanceof COSArray;
        yield measured && !isOfSymbols(font) ? font : null;
      }
      case "Type0" -> {
        boolean plain =
            COSName.IDENTITY_H.equals(font.getDictionaryObject(COSName.ENCODING))
                && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream
                && font.getDictionaryObject(COSName.DESCENDANT_FONTS) instanceof COSArray;
        yield plain
                && font.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0)
                    instanceof COSDictionary descendant
            ? descendant
            : null;
      }
      default -> null;
    };
  }

  /** Returns whether the characters have the names of a symbol font, which have their own list. */
  private static boolean isOfSymbols(COSDictionary font) {
    String name = font.getNameAsString(COSName.BASE_FONT, "");
    return name.contains("Dingbats") || name.equals("Symbol");
  }

  boolean isComposite() {
    return composite;
  }

  PDFontDescriptor descriptor() {
    return descriptor;
  }

  /** Returns how far a character moves the pen, in thousandths of the font size. */
  float width(int code) {
    return code < widths.length && !Float.isNaN(widths[code]) ? widths[code] : otherwise;
  }

  /** Returns the width of a space, 0 if unknown. */
  float spaceWidth() {
    int code = unicode.map(CMap::getSpaceMapping).orElse(composite ? -1 : ' ');
    if (code < 0 || code >= widths.length || Float.isNaN(widths[code])) {
      return 0;
    }
    // Some producers fill up the widths of characters that they left out of the font.
    boolean plausible = widths[code] <= WIDEST_SPACE || descriptor.isFixedPitch();
    return plausible ? widths[code] : 0;
  }

  /** Returns the text of a character, or null if the tables lack it. */
  String text(int code) {
    String text = unicode.map(map -> map(map, code)).orElse(null);
    if (text == null && encoding.isPresent()) {
      text = textOf(encoding.get().getName(code));
    }
    return text;
  }

  /** Returns the letters that a glyph's name means, even several («f_i»), or null. */
  static String textOf(String name) {
    String text = NAMES.toUnicode(name);
    if (text != null || name.indexOf('_') < 1) {
      return text;
    }
    StringBuilder letters = new StringBuilder();
    for (String part : name.split("\\.", 2)[0].split("_")) {
      String letter = NAMES.toUnicode(part);
      if (letter == null) {
        return null;
      }
      letters.append(letter);
    }
    return letters.toString();
  }

  private String map(CMap map, int code) {
    if (map.getName() != null && map.getName().startsWith("Identity-")) {
      return map.hasUnicodeMappings() ? map.toUnicode(code) : String.valueOf((char) code);
    }
    return asOneByte ? map.toUnicode(code, 1) : map.toUnicode(code);
  }

  private static Optional<CMap> unicode(COSDictionary font, PdfBudget budget) throws IOException {
    if (font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream) {
      byte[] bytes = new PageContents(budget.decodedBytes()).of(List.of(stream));
      return Optional.of(new CMapParser().parse(new RandomAccessReadBuffer(bytes)));
    }
    return Optional.empty();
  }

  private static Optional<Encoding> encoding(COSBase named, boolean symbolic) {
    return switch (named) {
      case COSName name -> Optional.ofNullable(Encoding.getInstance(name));
      case COSDictionary changed -> {
        COSName base = changed.getCOSName(COSName.BASE_ENCODING);
        boolean known = base != null && Encoding.getInstance(base) != null;
        yield known || !symbolic
            ? Optional.of(new DictionaryEncoding(changed, !symbolic, null))
            : Optional.empty();
      }
      case null, default -> Optional.empty();
    };
  }

  private static float[] simpleWidths(COSDictionary font) {
    COSArray listed = font.getCOSArray(COSName.WIDTHS);
    int first = font.getInt(COSName.FIRST_CHAR, -1);
    int last = Math.min(font.getInt(COSName.LAST_CHAR, -1), first + listed.size() - 1);
    float[] widths = unknown(256);
    for (int code = Math.max(first, 0); code <= Math.min(last, 255); code++) {
      widths[code] = listed.getObject(code - first) instanceof COSNumber n ? n.floatValue() : 0;
    }
    return widths;
  }

  /** Reads ranges of codes: {@code first [width width …]} or {@code first last width}. */
  private static float[] compositeWidths(COSDictionary descendant) {
    COSArray listed = descendant.getCOSArray(COSName.W);
    float[] widths = new float[0];
    int at = 0;
    while (listed != null && at + 1 < listed.size()) {
      int first = whole(listed, at);
      if (listed.getObject(at + 1) instanceof COSArray each) {
        widths = withRoom(widths, first + each.size());
        for (int place = 0; place < each.size() && first + place < CODES; place++) {
          widths[first + place] = each.getObject(place) instanceof COSNumber n ? n.floatValue() : 0;
        }
        at += 2;
      } else {
        int end = Math.min(whole(listed, at + 1) + 1, CODES);
        widths = withRoom(widths, end);
        if (first < end && at + 2 < listed.size()) {
          float width = listed.getObject(at + 2) instanceof COSNumber n ? n.floatValue() : 0;
          Arrays.fill(widths, first, end, width);
        }
        at += 3;
      }
    }
    return widths;
  }

  private static int whole(COSArray numbers, int place) {
    int number = numbers.getObject(place) instanceof COSNumber n ? n.intValue() : 0;
    return Math.clamp(number, 0, CODES - 1);
  }

  private static float[] withRoom(float[] widths, int end) {
    int room = Math.min(end, CODES);
    if (room <= widths.length) {
      return widths;
    }
    float[] wider = unknown(Math.min(Math.max(room, 2 * widths.length), CODES));
    System.arraycopy(widths, 0, wider, 0, widths.length);
    return wider;
  }

  private static float[] unknown(int codes) {
    float[] widths = new float[codes];
    Arrays.fill(widths, Float.NaN);
    return widths;
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
