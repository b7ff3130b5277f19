package it.lente.extract.reading.office;

import it.lente.extract.reading.frame.Sections;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The text of one part of a Word document or a presentation, in the order of the file. */
final class OfficeText extends DefaultHandler {

  /** Second versions of the same content: for old readers, or at its position before a move. */
  private static final Set<String> DOUBLES = Set.of("Fallback", "moveFrom");

  private static final Set<String> HEADING_LEVELS = Set.of("0", "1", "2");

  private final Styles styles;
  private final Map<String, String> notes;
  private final Objects objects;
  private final FormulaSigns formulas = new FormulaSigns();

  /** Texts of notes, boxes and objects, which follow their paragraph, so no sentence is split. */
  private final StringBuilder cited = new StringBuilder();

  private Sections sections;

  /** The text around an open text box, and how many boxes are open inside each other. */
  private Sections around;

  private int boxes;
  private int paragraphs;
  private boolean inText;
  private boolean raised;
  private boolean inRow;

  /** Number of open elements, from a silent one inwards. */
  private int silence;

  /** Takes the texts of footnotes, endnotes and comments, by kind and number. */
  OfficeText(Sections sections, Styles styles, Map<String, String> notes, Objects objects) {
    this.sections = sections;
    this.around = sections;
    this.styles = styles;
    this.notes = notes;
    this.objects = objects;
  }

  /** Finds texts that a document shows but the part does not contain. */
  interface Objects {

    /** Returns the text to add after the paragraph with this element, usually none. */
    String begin(String element, Attributes attributes) throws SAXException;

    void end(String element);
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    if (silence > 0 || DOUBLES.contains(localName) || isSlideNumber(localName, attributes)) {
      silence++;
      return;
    }
    formulas.begin(uri, localName, sections);
    switch (localName) {
      case "t", "text" -> {
        inText = true;
        sections.beginSpan(raised);
      }
      case "r" -> raised = false;
      case "p" -> beginParagraph();
      case "tr" -> inRow = uri.contains("drawingml");
      case "txbxContent" -> beginBox();
      case "tab", "ptab" -> sections.append("\t");
      case "cm" -> sections.endLine();
      case "cr" -> sections.append("\n");
      case "noBreakHyphen" -> sections.append("\u2011");
      case "softHyphen" -> sections.append("\u00AD");
      case "footnoteReference" -> cite("footnote", attributes);
      case "endnoteReference" -> cite("endnote", attributes);
      case "commentReference" -> cite("comment", attributes);
      default -> part(localName, attributes);
    }
    String said = objects.begin(localName, attributes);
    cited.append(said.isEmpty() ? "" : said + "\n");
    writeCited();
  }

  private void part(String element, Attributes attributes) {
    String value = OfficeXml.attribute(attributes, "val");
    switch (element) {
      case "br" -> breakLine(OfficeXml.attribute(attributes, "type"));
      case "lastRenderedPageBreak" -> sections.breakHere(Sections.Break.PAGE);
      case "pageBreakBefore" -> breakIf(Sections.Break.PAGE, !Set.of("0", "false").contains(value));
      case "pStyle" -> breakIf(Sections.Break.HEADING, styles.breaking().contains(value));
      case "vertAlign" -> raised = value.equals("superscript");
      case "rPr" -> raised |= OfficeXml.attribute(attributes, "baseline").matches("[1-9].*");
      case "rStyle" -> raised = styles.raised().contains(value);
      case "outlineLvl" -> breakIf(Sections.Break.HEADING, HEADING_LEVELS.contains(value));
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) throws SAXException {
    if (silence > 0) {
      silence--;
      return;
    }
    objects.end(localName);
    formulas.end(uri, localName, sections);
    switch (localName) {
      case "t", "text" -> {
        inText = false;
        sections.endSpan();
      }
      case "p" -> endParagraph();
      case "tc" -> sections.endCell();
      case "tr" -> {
        inRow = false;
        sections.endLine();
      }
      case "txbxContent" -> endBox();
      default -> {}
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (inText && silence == 0) {
      sections.append(characters, start, length);
    }
  }

  private static boolean isSlideNumber(String element, Attributes attributes) {
    return element.equals("fld") && OfficeXml.attribute(attributes, "type").equals("slidenum");
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

  private void beginBox() {
    if (boxes++ == 0) {
      sections = new Sections();
    }
  }

  private void endBox() {
    if (--boxes == 0) {
      cited.append(sections.whole()).append('\n');
      sections = around;
      writeCited();
    }
  }

  private void beginParagraph() {
    paragraphs++;
    if (inRow) {
      sections.endCell();
    } else {
      sections.endLine();
    }
  }

  private void endParagraph() {
    paragraphs--;
    if (!inRow) {
      sections.endLine();
      writeCited();
    }
  }

  /** Writes the texts of notes and objects, unless they would split a paragraph. */
  private void writeCited() {
    if (!cited.isEmpty() && paragraphs == 0 && boxes == 0 && !inRow) {
      sections.endLine();
      sections.append(cited.toString().strip());
      sections.endLine();
      cited.setLength(0);
    }
  }
}
