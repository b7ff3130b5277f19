package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.ReadableText;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * Follows the marked content of a page: characters that are painted in place of others, such as the
 * hyphen of a broken word, are read as their ActualText.
 */
final class MarkedContent {

  private static final String ACTUAL_TEXT = "ActualText";

  /** Honest contents nest only a few levels; deeper ones have no text of their own. */
  private static final int DEEPEST = 1_000;

  /** Letters that one character can be painted for. */
  private static final int LONGEST = 64;

  /**
   * @param text read instead of the painted text, the empty string to read the painted text
   * @param from the first character within
   */
  private record Open(String text, int from) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private int tooDeep;

  void clear() {
    open.clear();
    tooDeep = 0;
  }

  void begin(Glyphs glyphs) {
    begin(glyphs, "");
  }

  /** Begins content whose properties are written before the operator, or among the resources. */
  void begin(Glyphs glyphs, ContentScanner scanner, COSDictionary resources) {
    int operand = scanner.after(ACTUAL_TEXT);
    if (operand >= 0 && scanner.isString(operand)) {
      int length = scanner.to(operand) - scanner.from(operand);
      byte[] bytes = new byte[length];
      System.arraycopy(scanner.strings(), scanner.from(operand), bytes, 0, length);
      begin(glyphs, new COSString(bytes).getString());
    } else if (resources.getDictionaryObject(COSName.PROPERTIES) instanceof COSDictionary known
        && known.getDictionaryObject(COSName.getPDFName(scanner.name()))
            instanceof COSDictionary properties) {
      begin(glyphs, properties.getString(ACTUAL_TEXT, ""));
    } else {
      begin(glyphs);
    }
  }

  private void begin(Glyphs glyphs, String text) {
    if (open.size() < DEEPEST) {
      open.push(new Open(ReadableText.ofGlyph(text), glyphs.count()));
    } else {
      tooDeep++;
    }
  }

  void end(Glyphs glyphs) {
    if (tooDeep > 0) {
      tooDeep--;
    } else if (!open.isEmpty()) {
      Open ended = open.pop();
      int painted = glyphs.count() - ended.from;
      // A blank in place of letters, or a page in place of one letter, is a mistake or an attack.
      if (!ended.text.isBlank() && ended.text.length() / LONGEST < painted) {
        glyphs.replace(ended.from, ended.text);
      }
    }
  }
}
