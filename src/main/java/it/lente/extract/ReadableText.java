package it.lente.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text as it was read fit for reading and searching; never drops a letter or a digit. */
final class ReadableText {

  /** A word's first part, a hyphen, the line's end and the word's other part. */
  private static final Pattern BROKEN_WORD =
      Pattern.compile(
          "(?:(?<=\\p{L}\\p{Ll})[-\\u2010]|(?<=\\p{L})\\u00AD)[ \\t]*\\n[ \\t]*(?=\\p{Ll})(\\S+)["
              + " \\t]*(\\n)?");

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+|\\p{Cs}");

  /** Quotes and dashes of Windows that were taken for ISO 8859-1. */
  private static final Pattern MISREAD = Pattern.compile("[\\u0080-\\u009F]");

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");
  private static final Pattern BLANKS_AT_LINE_END = Pattern.compile("[ \\t\\u00A0]+(?=\\n|$)");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  /** A line of letters each by itself, with wider gaps between the words. */
  private static final Pattern SPACED_LINE =
      Pattern.compile("(?m)^\\p{L}(?: \\p{L})*(?: {2,}\\p{L}(?: \\p{L})*)+$");

  private static final Pattern SPACED_WORD = Pattern.compile("(?<=\\p{L}) (?=\\p{L})");
  private static final int LETTERS_OF_A_BANNER = 8;

  private ReadableText() {}

  /**
   * Text of a page: its lines are those of the paper, so words broken at a line's end are joined.
   */
  static String ofPage(String raw) {
    return SPACED_LINE.matcher(joined(of(raw))).replaceAll(ReadableText::closed).strip();
  }

  /** Text whose lines are its own. */
  static String of(String raw) {
    String lines = LINE_ENDS.matcher(raw).replaceAll("\n");
    String typed = MISREAD.matcher(lines).replaceAll(ReadableText::windows1252);
    String printable = CONTROLS.matcher(typed).replaceAll(" ");
    String trimmed = BLANKS_AT_LINE_END.matcher(printable).replaceAll("");
    return EMPTY_LINES.matcher(trimmed).replaceAll("\n\n").strip();
  }

  /** The whole word goes to the line where it began. */
  private static String joined(String broken) {
    String text = broken;
    // One pass for each line that a single word runs over.
    for (Matcher word = BROKEN_WORD.matcher(text); word.find(); word = BROKEN_WORD.matcher(text)) {
      text = word.replaceAll(found -> Matcher.quoteReplacement(found.group(1)) + "\n");
    }
    return text;
  }

  private static String windows1252(MatchResult character) {
    return new String(character.group().getBytes(StandardCharsets.ISO_8859_1), WINDOWS_1252);
  }

  /** «N O N C L A S S I F I C A T O» to «NON CLASSIFICATO», if it is no row of single letters. */
  private static String closed(MatchResult line) {
    String spaced = line.group();
    String closed = SPACED_WORD.matcher(spaced).replaceAll("").replaceAll(" +", " ");
    long words = closed.chars().filter(c -> c == ' ').count() + 1;
    long letters = closed.length() - words + 1;
    return letters >= LETTERS_OF_A_BANNER && letters >= 3 * words ? closed : spaced;
  }
}
