package it.lente.extract.reading;

import it.lente.record.TextUnit;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
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
  private static final int DEEPEST_HEADING = 3;
  private static final int MOST_BLANKS = 100;

  /** A level above the line, or «super»; a level below it begins with a minus sign. */
  private static final Pattern ABOVE = Pattern.compile("super.*|[1-9]\\d?(?:\\.\\d+)?% .*");

  private final Sections sections;
  private final Styles styles;

  /** Notes and comments, which follow the paragraph that contains them. */
  private final StringBuilder aside = new StringBuilder();

  private String style = "";
  private boolean inSheets;
  private int paragraphs;
  private int asides;
  private int silence;

  /** Adds the styles of this part to those known so far. */
  OdtText(Sections sections, Styles styles) {
    this.sections = sections;
    this.styles = styles;
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes) {
    if (isSilent(uri, localName)) {
      silence++;
    } else if (ASIDES.contains(localName)) {
      asides++;
    } else if (PARAGRAPHS.contains(localName) && uri.contains(":text:")) {
      beginParagraph(localName, attributes);
    } else {
      mark(localName, attributes);
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

  private static boolean isSilent(String uri, String element) {
    return SILENT.contains(element)
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
    } else if (ASIDES.contains(localName)) {
      asides--;
    } else if (PARAGRAPHS.contains(localName) && uri.contains(":text:")) {
      endParagraph();
    } else if (SPANS.contains(localName)) {
      sections.endSpan();
    } else if (localName.equals("table-cell")) {
      sections.endCell();
    } else if (localName.equals("table-row")) {
      writeAsides();
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (paragraphs > 0) {
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
