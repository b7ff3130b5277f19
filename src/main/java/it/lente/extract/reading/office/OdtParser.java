package it.lente.extract.reading.office;

import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.ParsedFile;
import it.lente.extract.reading.frame.Sections;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads OpenDocument texts, sheets and slides (odt, ods, odp) instead of Tika's own parser, which
 * does not report where they break. Public only because a service has to be.
 */
public final class OdtParser extends FormatParser {

  private static final long serialVersionUID = 1L;

  public OdtParser() {
    super(
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.text-template",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.spreadsheet-template",
        "application/vnd.oasis.opendocument.presentation",
        "application/vnd.oasis.opendocument.presentation-template");
  }

  @Override
  protected void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException, SAXException, TikaException {
    OfficeXml.read(bytes, file, context, OdtParser::read);
  }

  private static void read(OfficeXml file, Sections sections)
      throws IOException, SAXException, TikaException {
    Manifest manifest = new Manifest();
    file.read("META-INF/manifest.xml", manifest);
    if (manifest.encrypted) {
      throw new EncryptedDocumentException("a password is needed");
    }
    // The styles come first: they define page breaks and raised letters.
    Styles styles = new Styles();
    Sections furniture = new Sections();
    file.read(
        "styles.xml", new OdtText(furniture, styles, new Objects(file, new HashSet<>(), true)));
    Set<String> pictures = new LinkedHashSet<>();
    file.readRequired(
        "content.xml", new OdtText(sections, styles, new Objects(file, pictures, true)));
    switch (sections.unit()) {
      case SLIDE -> {} // The masters of slides contain only «click to edit».
      case SHEET -> sections.append(furniture.whole());
      default -> {
        sections.breakHere(Sections.Break.APART);
        sections.append(furniture.whole());
      }
    }
    file.readInside(pictures);
  }

  /** The pictures of a file, and its objects, unless inside an object. */
  private record Objects(OfficeXml file, Set<String> pictures, boolean withObjects)
      implements OdtText.Objects {

    @Override
    public String text(String path) throws SAXException {
      Sections text = new Sections();
      String folder = path.startsWith("./") ? path.substring(2) : path;
      try {
        if (withObjects) {
          Objects nested = new Objects(file, pictures, false);
          file.read(folder + "/content.xml", new OdtText(text, new Styles(), nested));
        }
      } catch (IOException | TikaException e) {
        throw new SAXException(e);
      }
      return text.whole();
    }

    @Override
    public void addPicture(String path) {
      pictures.add(path);
    }
  }

  private static final class Manifest extends DefaultHandler {

    private boolean encrypted;

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
      encrypted |= localName.equals("encryption-data");
    }
  }
}
