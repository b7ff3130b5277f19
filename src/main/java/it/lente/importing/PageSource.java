package it.lente.importing;

import it.lente.source.SchedaFields;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Makes a row of the saved web page of a scheda: its text is one, when the page's frame is gone.
 */
final class PageSource {

  private static final String FRAME =
      "script,style,noscript,template,svg,nav,header,footer,aside,form,button,"
          + "[role=navigation],[role=banner],[role=contentinfo],[hidden]";

  private static final Pattern DOCUMENT =
      Pattern.compile("(?i).*\\.(pdf|p7m|docx?|odt|rtf|xlsx?|ods|pptx?|odp|zip)");

  private static final Pattern SAVED = Pattern.compile("saved from url=\\(\\d+\\)(\\S+)");
  private static final Pattern NUMBER = Pattern.compile(".*/(\\d+)/?(?:[?#].*)?");

  private PageSource() {}

  /**
   * Returns one row.
   *
   * @throws IOException if no label of a scheda is on the page
   */
  static List<SourceRow> rows(String html) throws IOException {
    Document page = Jsoup.parse(html);
    String address = address(page, html);
    page.setBaseUri(address);
    Element title = page.selectFirst("h1");
    String heading = title == null ? page.title() : title.text();
    page.select(FRAME).remove();
    Element content = page.selectFirst("main,[role=main],article");
    Element body = content == null ? page.body() : content;
    SourceRow row = SourceRow.empty(1);
    body.select("a[href]").forEach(link -> link(link, row));
    body.select("h1").remove();
    Map<String, String> fields = SchedaFields.of(heading + "\n" + lines(body));
    fields.forEach(row::add);
    row.add("url", address);
    Matcher number = NUMBER.matcher(address);
    if (number.matches()) {
      row.add("id", number.group(1));
    }
    return List.of(row);
  }

  private static void link(Element link, SourceRow row) {
    String url = link.absUrl("href");
    if (DOCUMENT.matcher(url.replaceFirst("[?#].*$", "")).matches()) {
      row.file(url, link.text());
    }
  }

  /** Returns the address that the page has of itself, or that a browser noted when it saved it. */
  private static String address(Document page, String html) {
    Element own = page.selectFirst("link[rel=canonical][href],meta[property=og:url][content]");
    if (own != null) {
      String address = own.hasAttr("href") ? own.attr("href") : own.attr("content");
      if (address.toLowerCase(Locale.ROOT).startsWith("http") && isAddress(address)) {
        return address;
      }
    }
    Matcher saved = SAVED.matcher(html);
    return saved.find() && isAddress(saved.group(1)) ? saved.group(1) : "";
  }

  private static boolean isAddress(String text) {
    try {
      return URI.create(text).getHost() != null;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /** Returns the text with a line for each block, as a browser shows it. */
  private static String lines(Element body) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (isBlock(node)) {
              text.append('\n');
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (isBlock(node)) {
              text.append('\n');
            }
          }
        },
        body);
    return text.toString().replaceAll(" *\\n[ \\n]*", "\n");
  }

  private static boolean isBlock(Node node) {
    return node instanceof Element element
        && (element.isBlock()
            || List.of("br", "td", "th", "label", "dt", "dd").contains(element.normalName()));
  }
}
