package it.lente.extract.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The XML parts of an office file, which is a zip of them. */
final class OfficeXml {

  private final ZipFile zip;
  private final ParseContext context;

  private OfficeXml(ZipFile zip, ParseContext context) {
    this.zip = zip;
    this.context = context;
  }

  /** Makes sections of the parts of one kind of office file. */
  interface Reading {
    void read(OfficeXml file, Sections sections) throws IOException, SAXException, TikaException;
  }

  /** Opens what Tika hands over and has it read. */
  static void read(InputStream stream, Metadata metadata, ParseContext context, Reading reading)
      throws IOException, SAXException, TikaException {
    Sections sections = Attempt.behind(context).sections();
    try (TemporaryResources temporary = new TemporaryResources();
        ZipFile zip = new ZipFile(TikaInputStream.get(stream, temporary, metadata).getFile())) {
      reading.read(new OfficeXml(zip, context), sections);
    }
  }

  /**
   * Reads a part, if the file has it, with a parser that fetches nothing from elsewhere.
   *
   * @return whether the part is there
   */
  boolean read(String part, DefaultHandler handler)
      throws IOException, SAXException, TikaException {
    Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(part));
    if (entry.isEmpty()) {
      return false;
    }
    try (InputStream xml = zip.getInputStream(entry.get())) {
      XMLReaderUtils.parseSAX(xml, handler, context);
    }
    return true;
  }

  /** An attribute by its name without prefix, the empty string if the element has none. */
  static String attribute(Attributes attributes, String localName) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(localName)) {
        return attributes.getValue(i);
      }
    }
    return "";
  }
}
