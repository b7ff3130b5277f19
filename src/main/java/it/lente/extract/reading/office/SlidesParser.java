package it.lente.extract.reading.office;

import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.ParsedFile;
import it.lente.extract.reading.frame.Sections;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads presentations (pptx) instead of Tika's own parser, which drops formulas and does not report
 * how large the pictures are. Public only because a service has to be.
 */
public final class SlidesParser extends FormatParser {

  private static final long serialVersionUID = 1L;

  public SlidesParser() {
    super(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
        "application/vnd.openxmlformats-officedocument.presentationml.template",
        "application/vnd.ms-powerpoint.presentation.macroenabled.12",
        "application/vnd.ms-powerpoint.slideshow.macroenabled.12",
        "application/vnd.ms-powerpoint.template.macroenabled.12");
  }

  @Override
  protected void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException, SAXException, TikaException {
    OfficeXml.read(bytes, file, context, (xml, to) -> new Slides(xml, to).read());
  }

  /** The slides of one file. */
  private static final class Slides {

    private final OfficeXml file;
    private final Sections sections;
    private final Set<String> enclosed = new LinkedHashSet<>();
    private final Set<String> furniture = new HashSet<>();

    Slides(OfficeXml file, Sections sections) {
      this.file = file;
      this.sections = sections;
    }

    void read() throws IOException, SAXException, TikaException {
      String main = OfficeLinks.of(file, "").first("officeDocument", "ppt/presentation.xml");
      OfficeLinks links = OfficeLinks.of(file, main);
      List<String> slides = new ArrayList<>();
      file.readRequired(main, new SlideList(links, slides));
      for (String slide : slides) {
        sections.beginUnit(TextUnit.SLIDE);
        OfficeLinks linked = OfficeLinks.of(file, slide);
        file.readRequired(slide, text(linked, true));
        for (String kind : List.of("notesSlide", "comments")) {
          for (String part : linked.all(kind)) {
            sections.endLine();
            file.read(part, text(OfficeLinks.of(file, part), true));
          }
        }
        for (String layout : linked.all("slideLayout")) {
          OfficeLinks around = OfficeLinks.of(file, layout);
          readFurniture(layout, around);
          for (String master : around.all("slideMaster")) {
            readFurniture(master, OfficeLinks.of(file, master));
          }
        }
      }
      file.readInside(enclosed);
    }

    /** Reads what a layout shows on all its slides, with the first of them. */
    private void readFurniture(String part, OfficeLinks links)
        throws IOException, SAXException, TikaException {
      if (furniture.add(part)) {
        sections.endLine();
        file.read(part, new Furniture(text(links, false)));
      }
    }

    private OfficeText text(OfficeLinks links, boolean withPictures) {
      OfficeObjects objects = new OfficeObjects(file, links, sections, enclosed, withPictures);
      return new OfficeText(sections, new Styles(), Map.of(), objects);
    }
  }

  /** Finds the paths of the slides, in their order. */
  private static final class SlideList extends DefaultHandler {

    private final OfficeLinks links;
    private final List<String> slides;

    SlideList(OfficeLinks links, List<String> slides) {
      this.links = links;
      this.slides = slides;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
      if (localName.equals("sldId")) {
        // Of the two attributes «id» only one is a link.
        for (int i = 0; i < attributes.getLength(); i++) {
          String part = links.part(attributes.getValue(i));
          if (!part.isEmpty()) {
            slides.add(part);
          }
        }
      }
    }
  }

  /** Drops the placeholders of a layout, whose texts say what to type there. */
  private static final class Furniture extends DefaultHandler {

    private final OfficeText text;
    private boolean placeholder;

    Furniture(OfficeText text) {
      this.text = text;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes)
        throws SAXException {
      placeholder = localName.equals("ph") || (placeholder && !localName.equals("sp"));
      text.startElement(uri, localName, name, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
      text.endElement(uri, localName, name);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      if (!placeholder) {
        text.characters(characters, start, length);
      }
    }
  }
}
