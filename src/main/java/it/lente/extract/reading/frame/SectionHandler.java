package it.lente.extract.reading.frame;

import it.lente.record.TextUnit;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XHTML of Tika's parsers into readable text, with the sections of the file. */
public final class SectionHandler extends DefaultHandler {

  /** Encloses raised letters in the output of our parsers where Tika has no element for them. */
  public static final char RAISED_BEGIN = '\uFDD0';

  public static final char RAISED_END = '\uFDD1';

  private static final Set<String> LINES =
      Set.of(
          ("address article aside blockquote body br button caption dd details dialog div dl dt"
                  + " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li"
                  + " main nav ol option p pre section select summary table textarea tr ul")
              .split(" "));

  private static final Pattern RAISED_BY_STYLE = Pattern.compile("vertical-align:\\s*super");
  private static final Set<String> SILENT =
      Set.of("head", "script", "style", "noscript", "template");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");
  private static final Set<String> CELLS = Set.of("td", "th");

  private final Sections sections;
  private int silence;

  public SectionHandler(Sections sections) {
    this.sections = sections;
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes) {
    sections.beginSpan(isRaised(localName, attributes));
    if (SILENT.contains(localName)) {
      silence++;
    } else if (localName.equals("div")) {
      beginDivision(attributes.getValue("class"));
    } else if (HEADINGS.contains(localName)) {
      sections.breakHere(Sections.Break.HEADING);
    } else if (LINES.contains(localName)) {
      sections.endLine();
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    sections.endSpan();
    if (SILENT.contains(localName)) {
      silence--;
    } else if (CELLS.contains(localName)) {
      sections.endCell();
    } else if (LINES.contains(localName)) {
      sections.endLine();
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    int from = start;
    for (int at = start; silence == 0 && at <= start + length; at++) {
      char c = at < start + length ? characters[at] : RAISED_END;
      if (c == RAISED_BEGIN || c == RAISED_END) {
        sections.append(characters, from, at - from);
        from = at + 1;
      }
      if (c == RAISED_BEGIN) {
        sections.beginSpan(true);
      } else if (c == RAISED_END && at < start + length) {
        sections.endSpan();
      }
    }
  }

  private static boolean isRaised(String element, Attributes attributes) {
    String style = attributes.getValue("style");
    return element.equals("sup") || (style != null && RAISED_BY_STYLE.matcher(style).find());
  }

  /** White space replaces elements, «br» among them, where XHTML does not admit them. */
  @Override
  public void ignorableWhitespace(char[] characters, int start, int length) {
    if (silence == 0 && new String(characters, start, length).contains("\n")) {
      sections.endLine();
    }
  }

  /** The names of the divisions are those that Tika's spreadsheet and slide parsers use. */
  private void beginDivision(String division) {
    switch (division == null ? "" : division) {
      case "slide-content" -> sections.beginUnit(TextUnit.SLIDE);
      case "sheet" -> sections.beginUnit(TextUnit.SHEET);
      case "page" -> sections.breakHere(Sections.Break.PAGE);
      default -> sections.endLine();
    }
  }
}
