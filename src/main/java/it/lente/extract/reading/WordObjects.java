package it.lente.extract.reading;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The objects in a Word document: diagrams and charts with their words, pictures with their
 * alternative text, inserted texts of other formats, and enclosed workbooks and other files.
 */
final class WordObjects implements WordText.Objects {

  /** Formats that are read where they are inserted. Others are read as enclosed files. */
  private static final Set<String> INCLUDED = Set.of("html", "htm", "xhtml", "rtf");

  private final OfficeXml file;
  private final Map<String, String> partsById;
  private final Sections sections;
  private final Set<String> enclosed = new LinkedHashSet<>();

  WordObjects(OfficeXml file, Map<String, String> partsById, Sections sections) {
    this.file = file;
    this.partsById = partsById;
    this.sections = sections;
  }

  @Override
  public String text(String element, Attributes attributes) throws SAXException {
    try {
      return switch (element) {
        case "docPr" -> OfficeXml.attribute(attributes, "descr");
        case "shape" -> OfficeXml.attribute(attributes, "alt");
        case "textpath" -> OfficeXml.attribute(attributes, "string");
        case "relIds" -> words(part(attributes, "dm"));
        case "chart" -> words(part(attributes, "id"));
        case "altChunk" -> {
          insert(part(attributes, "id"));
          yield "";
        }
        case "OLEObject" -> {
          if (!OfficeXml.attribute(attributes, "ProgID").startsWith("Equation")) {
            enclosed.add(part(attributes, "id"));
          }
          yield "";
        }
        default -> "";
      };
    } catch (IOException | TikaException e) {
      throw new SAXException(e);
    }
  }

  /** Reads the enclosed files, after all of the document. */
  void readEnclosed() throws IOException, SAXException, TikaException {
    EmbeddedFiles members = file.members();
    for (String part : enclosed) {
      file.open(part, bytes -> members.add(part.substring(part.lastIndexOf('/') + 1), bytes));
    }
  }

  private String part(Attributes attributes, String id) {
    return partsById.getOrDefault(OfficeXml.attribute(attributes, id), "");
  }

  private String words(String part) throws IOException, SAXException, TikaException {
    DrawingText text = new DrawingText();
    file.read(part, text);
    return String.join("\n", text.lines);
  }

  private void insert(String part) throws IOException, SAXException, TikaException {
    String format = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (INCLUDED.contains(format)) {
      sections.endLine();
      file.include(part, sections);
      sections.endLine();
    } else {
      enclosed.add(part);
    }
  }

  /** Reads the paragraphs of a chart or a diagram and the names of its values, each once. */
  private static final class DrawingText extends DefaultHandler {

    private final Set<String> lines = new LinkedHashSet<>();
    private final StringBuilder line = new StringBuilder();
    private boolean names;
    private boolean inText;

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
      names |= localName.equals("strCache");
      inText = localName.equals("t") || (names && localName.equals("v"));
    }

    @Override
    public void endElement(String uri, String localName, String name) {
      inText = false;
      names &= !localName.equals("strCache");
      if (localName.equals("p") || localName.equals("v")) {
        lines.add(line.toString().strip());
        lines.remove("");
        line.setLength(0);
      }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      if (inText) {
        line.append(characters, start, length);
      }
    }
  }
}
