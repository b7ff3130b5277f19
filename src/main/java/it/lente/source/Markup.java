package it.lente.source;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Converts the HTML that content systems leave in the fields of records into the text that it
 * shows. Only elements and entities that exist in HTML are converted: «a < b» and «R&D» are text.
 */
public final class Markup {

  /** Some exports escape text again that is escaped already, once or twice. */
  private static final int DEEPEST = 4;

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|\\p{Alpha}\\p{Alnum}{1,31});");

  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style)\\b[^<>]*>.{0,20000}?</\\1\\s*>|<!--.{0,20000}?-->");

  private static final Pattern LINK =
      Pattern.compile(
          "(?is)<a\\s[^<>]*?\\bhref\\s*=\\s*[\"']?(https?://[^\"'\\s<>]+)[^<>]*>(.{0,2000}?)</a\\s*>");

  private static final Pattern RAISED = Pattern.compile("(?i)<sup>(\\d{1,3})</sup>");

  private static final Pattern BLOCK =
      element("blockquote|br|caption|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tr|ul");

  private static final Pattern CELL = element("td|th");

  private static final Pattern INLINE =
      element(
          "a|abbr|b|big|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strike|strong|sub|sup"
              + "|tbody|tfoot|thead|tt|u");

  private Markup() {}

  private static Pattern element(String names) {
    return Pattern.compile("(?i)</?(?:" + names + ")(?:\\s[^<>]*)?/?>");
  }

  /** Returns the text that a person would see; the address of a link follows its text. */
  public static String plain(String written) {
    String text = written;
    for (int level = 0; level < DEEPEST; level++) {
      String plain = text.indexOf('<') < 0 ? text : withoutElements(text);
      if (plain.indexOf('&') >= 0) {
        plain = ENTITY.matcher(plain).replaceAll(Markup::character);
      }
      if (plain.equals(text)) {
        break;
      }
      text = plain;
    }
    return text;
  }

  private static String withoutElements(String text) {
    String seen = UNSEEN.matcher(text).replaceAll(" ");
    String linked = LINK.matcher(seen).replaceAll(Markup::withAddress);
    String raised = RAISED.matcher(linked).replaceAll(Markup::raised);
    String lines = BLOCK.matcher(raised).replaceAll("\n");
    return INLINE.matcher(CELL.matcher(lines).replaceAll("\t")).replaceAll("");
  }

  private static String withAddress(MatchResult link) {
    String text = link.group(2).contains(link.group(1)) ? "" : " (" + link.group(1) + ")";
    return Matcher.quoteReplacement(link.group(2) + text);
  }

  private static String raised(MatchResult digits) {
    StringBuilder raised = new StringBuilder();
    digits.group(1).chars().forEach(digit -> raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
    return raised.toString();
  }

  private static String character(MatchResult entity) {
    return Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), true));
  }
}
