package it.lente.extract.reading.frame;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prepares extracted text for reading and searching; never drops a letter or a digit. */
public final class ReadableText {

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+|\\p{Cs}");

  /** Quotes and dashes of Windows that were decoded as ISO 8859-1. */
  private static final Pattern MISREAD = Pattern.compile("[\\u0080-\\u009F]");

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");
  private static final Pattern BLANKS_AT_LINE_END = Pattern.compile("[ \\t\\u00A0]+(?=\\n|$)");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  /** Ligatures, and the shapes that Hebrew and Arabic letters take within a word. */
  private static final Pattern SHAPED = Pattern.compile("[\\uFB00-\\uFDFF\\uFE70-\\uFEFE]");

  private static final Pattern NO_LETTERS = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Z}]");

  private ReadableText() {}

  /**
   * Returns the text of one painted character: ligatures and letters in their shapes within a word
   * become plain letters. Blank if the character represents no letter, empty if it has no text.
   */
  public static String ofGlyph(String raw) {
    if (raw.isEmpty()) {
      return raw;
    }
    String typed = MISREAD.matcher(raw).replaceAll(ReadableText::windows1252);
    String plain = SHAPED.matcher(typed).replaceAll(ReadableText::unshaped);
    return NO_LETTERS.matcher(plain).replaceAll(" ");
  }

  private static String unshaped(MatchResult letters) {
    return Matcher.quoteReplacement(
        Normalizer.normalize(letters.group(), Normalizer.Form.NFKC).strip());
  }

  /** Returns a text with its lines. */
  public static String of(String raw) {
    String lines = LINE_ENDS.matcher(raw).replaceAll("\n");
    String typed = MISREAD.matcher(lines).replaceAll(ReadableText::windows1252);
    String printable = CONTROLS.matcher(typed).replaceAll(" ");
    String trimmed = BLANKS_AT_LINE_END.matcher(printable).replaceAll("");
    return EMPTY_LINES.matcher(trimmed).replaceAll("\n\n").strip();
  }

  /** Returns a text of one line, such as a title. */
  public static String ofLine(String raw) {
    return BLANKS.matcher(of(raw)).replaceAll(" ");
  }

  private static String windows1252(MatchResult character) {
    return new String(character.group().getBytes(StandardCharsets.ISO_8859_1), WINDOWS_1252);
  }
}
