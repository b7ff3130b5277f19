package it.lente.extract.reading;

import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The text of one part of a Word document, in the order of the file. */
final class WordText extends DefaultHandler {

  /** Second versions of the same content: for old readers, or at its position before a move. */
  private static final Set<String> DOUBLES = Set.of("Fallback", "moveFrom");

  private static final Set<String> HEADING_LEVELS = Set.of("0", "1", "2");

  private final Sections sections;
  private final Styles styles;
  private final Map<String, String> notes;
  private final Objects objects;

  /** Texts of notes and objects, which follow the citing paragraph, so no sentence is split. */
  private final StringBuilder cited = new StringBuilder();

  private boolean inText;
  private boolean raised;

  private int doubles;

  /** Takes the texts of footnotes, endnotes and comments, by kind and number. */
  WordText(Sections sections, Styles styles, Map<String, String> notes, Objects objects) {
    this.sections = sections;
    this.styles = styles;
    this.notes = notes;
    this.objects = objects;
  }

  /** Reads a part that refers to no others. */
  static WordText alone(Sections sections) {
    return new WordText(sections, new Styles(), Map.of(), (element, attributes) -> "");
  }

  /** Returns texts that a document shows but its main part does not contain. */
  @FunctionalInterface
  interface Objects {

    /** Returns the text to add after the paragraph with this element, usually none. */
    String text(String element, Attributes attributes) throws SAXException;
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    if (DOUBLES.contains(localName)) {
      doubles++;
    }
    if (doubles > 0) {
      return;
    }
    switch (localName) {
      case "t" -> {
        inText = true;
        sections.beginSpan(raised);
      }
      case "r" -> raised = false;
      case "p" -> sections.endLine();
      case "tab", "ptab" -> sections.append("\t");
      case "cr" -> sections.append("\n");
      case "noBreakHyphen" -> sections.append("\u2011");
      case "softHyphen" -> sections.append("\u00AD");
      case "footnoteReference" -> cite("footnote", attributes);
      case "endnoteReference" -> cite("endnote", attributes);
      case "commentReference" -> cite("comment", attributes);
      default -> part(localName, attributes);
    }
    String said = objects.text(localName, attributes);
    cited.append(said.isEmpty() ? "" : said + "\n");
  }

  private void part(String element, Attributes attributes) {
    String value = OfficeXml.attribute(attributes, "val");
    switch (element) {
      case "br" -> breakLine(OfficeXml.attribute(attributes, "type"));
      case "lastRenderedPageBreak" -> sections.breakHere(Sections.Break.PAGE);
      case "pageBreakBefore" -> breakIf(Sections.Break.PAGE, !Set.of("0", "false").contains(value));
      case "pStyle" -> breakIf(Sections.Break.HEADING, styles.breaking().contains(value));
      case "vertAlign" -> raised = value.equals("superscript");
      case "rStyle" -> raised = styles.raised().contains(value);
      case "outlineLvl" -> breakIf(Sections.Break.HEADING, HEADING_LEVELS.contains(value));
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    if (DOUBLES.contains(localName)) {
      doubles--;
    }
    switch (localName) {
      case "t" -> {
        inText = false;
        sections.endSpan();
      }
      case "p" -> endParagraph();
      case "tc" -> sections.endCell();
      default -> {}
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (inText && doubles == 0) {
      sections.append(characters, start, length);
    }
  }

  private void breakLine(String type) {
    if (type.equals("page")) {
      sections.breakHere(Sections.Break.PAGE);
    } else {
      sections.append("\n");
    }
  }

  private void breakIf(Sections.Break kind, boolean condition) {
    if (condition) {
      sections.breakHere(kind);
    }
  }

  private void cite(String kind, Attributes attributes) {
    String note = notes.getOrDefault(kind + OfficeXml.attribute(attributes, "id"), "");
    cited.append(note).append('\n');
  }

  private void endParagraph() {
    sections.endLine();
    if (!cited.isEmpty()) {
      sections.append(cited.toString().strip());
      sections.endLine();
      cited.setLength(0);
    }
  }
}
