package it.lente.extract.reading.pdf;

import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The fonts of a document, each read once. */
final class PageFonts {

  private final IdentityHashMap<COSDictionary, FontMetrics> known = new IdentityHashMap<>();
  private final PdfBudget budget;
  private FontMetrics fallback;

  PageFonts(PdfBudget budget) {
    this.budget = budget;
  }

  FontMetrics of(COSDictionary font) throws IOException {
    FontMetrics facts = known.get(font);
    if (facts == null) {
      facts = FontMetrics.of(font, budget);
      known.put(font, facts);
    }
    return facts;
  }

  /** Returns the font for characters whose font is missing in the page. */
  FontMetrics fallback() {
    if (fallback == null) {
      fallback = new FontMetrics(new PDType1Font(Standard14Fonts.FontName.HELVETICA));
    }
    return fallback;
  }
}
