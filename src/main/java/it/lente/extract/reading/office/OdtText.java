package it.lente.extract.reading.office;

import it.lente.extract.reading.frame.Sections;
import it.lente.record.TextUnit;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The text of one part of an OpenDocument file, in the order of the file. */
final class OdtText extends DefaultHandler {

  private static final Set<String> PARAGRAPHS = Set.of("p", "h");

  /** Elements without text: pictures, and text deleted under tracked changes. */
  private static final Set<String> SILENT =
      Set.of("tracked-changes", "date-string", "creator-initials", "binary-data");

  /** Author and date of a comment; fields of the text have the same names in another namespace. */
  private static final Set<String> SILENT_IN_COMMENTS = Set.of("creator", "date");

  private static final Set<String> SPANS = Set.of("span", "note-citation");
  private static final Set<String> ASIDES = Set.of("note-body", "annotation");

  /** Signs and names in formulas, and the elements that raise or lower them. */
  private static final Set<String> TOKENS = Set.of("mi", "mn", "mo", "mtext");

  private static final Set<String> SCRIPTS = Set.of("msup", "msub", "msubsup");
  private static final int DEEPEST_HEADING = 3;
  private static final int MOST_BLANKS = 100;

  /** A level above the line, or «super»; a level below it begins with a minus sign. */
  private static final Pattern ABOVE = Pattern.compile("super.*|[1-9]\\d?(?:\\.\\d+)?% .*");

  private final Sections sections;
  private final Styles styles;
  private final Objects objects;

  /** Notes and comments, which follow the paragraph that contains them. */
  private final StringBuilder aside = new StringBuilder();

  private String style = "";
  private boolean inSheets;
  private int paragraphs;
  private int asides;
  private int silence;
  private int scripts;

  /** Area in square points of the last frame. */
  private double shown;

  /** Adds the styles of this part to those known so far. */
  OdtText(Sections sections, Styles styles, Objects objects) {
    this.sections = sections;
    this.styles = styles;
    this.objects = objects;
  }

  /** Finds the other parts of the file that the text shows. */
  interface Objects {

    /** Returns the text of a formula, a chart or another object, by its path. */
    String text(String path) throws SAXException;

    /** Adds a picture that is large enough for a text, by its path. */
    void addPicture(String path);
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    if (isSilent(uri, localName)) {
      silence++;
    } else if (isAside(uri, localName)) {
      asides++;
    } else if (uri.contains("MathML")) {
      beginFormula(localName);
    } else if (PARAGRAPHS.contains(localName) && uri.contains(":text:")) {
      beginParagraph(localName, attributes);
    } else {
      mark(localName, attributes);
      addObject(localName, attributes);
      beginUnit(uri, localName, attributes);
    }
  }

  /** Begins a sheet with its name; a table in a text is no sheet. */
  private void beginUnit(String uri, String element, Attributes attributes) {
    if (element.equals("spreadsheet")) {
      inSheets = true;
    } else if (element.equals("page") && uri.contains(":drawing:")) {
      sections.beginUnit(TextUnit.SLIDE);
    } else if (element.equals("table") && inSheets && paragraphs == 0) {
      sections.beginUnit(TextUnit.SHEET);
      sections.append(OfficeXml.attribute(attributes, "name"));
      sections.endLine();
    }
  }

  /** Reads formulas and other short objects in the line, others after the paragraph. */
  private void addObject(String element, Attributes attributes) throws SAXException {
    String path = OfficeXml.attribute(attributes, "href");
    if (element.equals("frame")) {
      String width = OfficeXml.attribute(attributes, "width");
      String height = OfficeXml.attribute(attributes, "height");
      shown = EmbeddedPictures.area("width:" + width + ";height:" + height);
    } else if (element.equals("image") && path.startsWith("Pictures/")) {
      if (shown >= EmbeddedPictures.LEAST_AREA) {
        objects.addPicture(path);
      }
    } else if (element.equals("object")) {
      String text = objects.text(path);
      if (text.contains("\n") || paragraphs == 0) {
        aside.append(text).append('\n');
      } else {
        write(text);
      }
    }
  }

  private void beginFormula(String element) {
    if (element.equals("math")) {
      paragraphs++;
    } else if (SCRIPTS.contains(element)) {
      write(scripts++ == 0 ? " " : "");
    } else if (TOKENS.contains(element) && scripts == 0) {
      write(" ");
    }
  }

  private void endFormula(String element) {
    paragraphs -= element.equals("math") ? 1 : 0;
    scripts -= SCRIPTS.contains(element) ? 1 : 0;
  }

  /** Returns whether an element is read after its paragraph: a note, a box, a description. */
  private boolean isAside(String uri, String element) {
    return ASIDES.contains(element)
        || (element.equals("text-box") && paragraphs > 0)
        || (uri.contains(":svg-") && (element.equals("desc") || element.equals("title")));
  }

  private static boolean isSilent(String uri, String element) {
    return SILENT.contains(element)
        || (element.equals("annotation") && uri.contains("MathML"))
        || (SILENT_IN_COMMENTS.contains(element) && !uri.contains(":text:"));
  }

  private void mark(String element, Attributes attributes) {
    switch (element) {
      case "style" -> style = OfficeXml.attribute(attributes, "name");
      case "paragraph-properties" -> noteStyle(attributes);
      case "text-properties" -> {
        if (ABOVE.matcher(OfficeXml.attribute(attributes, "text-position")).matches()) {
          styles.raised().add(style);
        }
      }
      case "note-citation" -> sections.beginSpan(true);
      case "span" -> {
        String name = OfficeXml.attribute(attributes, "style-name");
        sections.beginSpan(styles.raised().contains(name));
      }
      case "soft-page-break" -> sections.breakHere(Sections.Break.PAGE);
      case "s" -> write(" ".repeat(blanks(OfficeXml.attribute(attributes, "c"))));
      case "tab" -> write("\t");
      case "line-break" -> write("\n");
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    if (isSilent(uri, localName)) {
      silence--;
    } else if (isAside(uri, localName)) {
      asides--;
      aside.append('\n');
    } else if (uri.contains("MathML")) {
      endFormula(localName);
    } else if (PARAGRAPHS.contains(localName) && uri.contains(":text:")) {
      endParagraph();
    } else if (SPANS.contains(localName)) {
      sections.endSpan();
    } else if (localName.equals("table-cell")) {
      sections.endCell();
    } else if (localName.equals("table-row") || localName.equals("page")) {
      writeAsides();
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (paragraphs > 0 || asides > 0) {
      write(new String(characters, start, length).replaceAll("\\s+", " "));
    }
  }

  private void beginParagraph(String element, Attributes attributes) {
    paragraphs++;
    if (asides > 0 || inSheets) {
      return;
    }
    sections.endLine();
    if (styles.breaking().contains(OfficeXml.attribute(attributes, "style-name"))) {
      sections.breakHere(Sections.Break.PAGE);
    }
    if (element.equals("h") && level(attributes) <= DEEPEST_HEADING) {
      sections.breakHere(Sections.Break.HEADING);
    }
  }

  private void endParagraph() {
    paragraphs--;
    if (asides > 0) {
      aside.append('\n');
      return;
    }
    if (inSheets) {
      sections.endCell();
    } else {
      writeAsides();
    }
  }

  private void writeAsides() {
    sections.endLine();
    if (!aside.isEmpty()) {
      sections.append(aside.toString().strip());
      sections.endLine();
      aside.setLength(0);
    }
  }

  private void write(String text) {
    if (silence > 0) {
      return;
    }
    if (asides > 0) {
      aside.append(text);
    } else {
      sections.append(text);
    }
  }

  private void noteStyle(Attributes attributes) {
    if (OfficeXml.attribute(attributes, "break-before").equals("page")) {
      styles.breaking().add(style);
    }
  }

  private static int level(Attributes attributes) {
    return number(OfficeXml.attribute(attributes, "outline-level"));
  }

  private static int blanks(String count) {
    return Math.min(number(count), MOST_BLANKS);
  }

  private static int number(String digits) {
    return digits.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(digits) : 1;
  }
}
