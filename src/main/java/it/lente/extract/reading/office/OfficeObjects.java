package it.lente.extract.reading.office;

import it.lente.extract.reading.frame.Sections;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The objects in a Word document or a presentation: diagrams and charts with their words, pictures
 * with their alternative text, inserted texts of other formats, and enclosed workbooks, pictures
 * and other files.
 */
final class OfficeObjects implements OfficeText.Objects {

  /** Formats that are read where they are inserted. Others are read as enclosed files. */
  private static final Set<String> INCLUDED = Set.of("html", "htm", "xhtml", "rtf");

  /** Elements of an enclosed file; a picture in them is its preview. */
  private static final Set<String> ENCLOSING = Set.of("object", "oleObj");

  private static final Pattern FILE_NAME =
      Pattern.compile("(?is).*\\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)");

  private final OfficeXml file;
  private final OfficeLinks links;
  private final Sections sections;
  private final Set<String> enclosed;
  private final boolean withPictures;
  private int previews;
  private String description = "";

  /** The part of the last picture, and the size in square points of the last shape. */
  private String picture = "";

  private double shown;

  /**
   * Reads the objects of one part of a file.
   *
   * @param sections receives inserted texts
   * @param enclosed receives the paths of the enclosed files
   * @param withPictures whether large pictures are enclosed files
   */
  OfficeObjects(
      OfficeXml file,
      OfficeLinks links,
      Sections sections,
      Set<String> enclosed,
      boolean withPictures) {
    this.file = file;
    this.links = links;
    this.sections = sections;
    this.enclosed = enclosed;
    this.withPictures = withPictures;
  }

  @Override
  public String begin(String element, Attributes attributes) throws SAXException {
    previews += ENCLOSING.contains(element) ? 1 : 0;
    try {
      return switch (element) {
        case "docPr", "cNvPr" -> described(OfficeXml.attribute(attributes, "descr"));
        case "shape" -> {
          shown = EmbeddedPictures.area(OfficeXml.attribute(attributes, "style"));
          yield described(OfficeXml.attribute(attributes, "alt"));
        }
        case "textpath" -> OfficeXml.attribute(attributes, "string");
        case "relIds" -> words(part(attributes, "dm"));
        case "chart" -> words(part(attributes, "id"));
        default -> {
          see(element, attributes);
          yield "";
        }
      };
    } catch (IOException | TikaException e) {
      throw new SAXException(e);
    }
  }

  /** Returns a description, once for a picture and its frame, unless it is the name of a file. */
  private String described(String text) {
    boolean isNew = !text.equals(description) && !FILE_NAME.matcher(text).matches();
    description = text;
    return isNew ? text : "";
  }

  @Override
  public void end(String element) {
    previews -= ENCLOSING.contains(element) ? 1 : 0;
  }

  private void see(String element, Attributes attributes)
      throws IOException, SAXException, TikaException {
    switch (element) {
      case "altChunk" -> insert(part(attributes, "id"));
      case "OLEObject", "oleObj" -> {
        String program =
            OfficeXml.attribute(attributes, "ProgID") + OfficeXml.attribute(attributes, "progId");
        if (!program.startsWith("Equation")) {
          enclosed.add(part(attributes, "id"));
        }
      }
      // The size of a picture follows its name, but precedes it in old drawings.
      case "pic" -> picture = "";
      case "blip" -> picture = part(attributes, "embed");
      case "ext" -> {
        // Extensions have the same name and no size.
        String width = OfficeXml.attribute(attributes, "cx");
        if (!width.isEmpty()) {
          shown = EmbeddedPictures.area(width, OfficeXml.attribute(attributes, "cy"));
          addPicture();
        }
      }
      case "imagedata" -> {
        picture = part(attributes, "id");
        addPicture();
      }
      default -> {}
    }
  }

  private void addPicture() {
    if (withPictures
        && previews == 0
        && !picture.isEmpty()
        && shown >= EmbeddedPictures.LEAST_AREA) {
      enclosed.add(picture);
    }
    picture = "";
  }

  private String part(Attributes attributes, String id) {
    return links.part(OfficeXml.attribute(attributes, id));
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
