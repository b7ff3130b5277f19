package it.lente.extract.reading.office;

import it.lente.extract.ReasonException;
import it.lente.extract.reading.frame.EmbeddedFiles;
import it.lente.extract.reading.frame.ParsedFile;
import it.lente.extract.reading.frame.SectionHandler;
import it.lente.extract.reading.frame.Sections;
import it.lente.record.ReasonCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The XML parts of an office file, which is a zip of them. */
final class OfficeXml {

  private final ZipFile zip;
  private final EmbeddedFiles members;
  private final ParseContext context;

  private OfficeXml(ZipFile zip, EmbeddedFiles members, ParseContext context) {
    this.zip = zip;
    this.members = members;
    this.context = context;
  }

  /** Makes sections of the parts of one kind of office file. */
  interface Reading {
    void read(OfficeXml file, Sections sections) throws IOException, SAXException, TikaException;
  }

  /** Reads the bytes of a part. */
  interface PartReader {
    void read(InputStream bytes) throws IOException, SAXException, TikaException;
  }

  /** Opens the file from Tika and reads its parts. */
  static void read(TikaInputStream bytes, ParsedFile file, ParseContext context, Reading reading)
      throws IOException, SAXException, TikaException {
    try (ZipFile zip = new ZipFile(bytes.getFile())) {
      reading.read(new OfficeXml(zip, file.members(), context), file.sections());
    }
  }

  /**
   * Reads a part, if the file has it, with a parser that fetches nothing from elsewhere.
   *
   * @return whether the part exists
   */
  boolean read(String part, DefaultHandler handler)
      throws IOException, SAXException, TikaException {
    return open(part, xml -> XMLReaderUtils.parseSAX(xml, handler, context));
  }

  /**
   * Reads a part without which the file has no text.
   *
   * @throws ReasonException if the part is missing
   */
  void readRequired(String part, DefaultHandler handler)
      throws IOException, SAXException, TikaException {
    if (!read(part, handler)) {
      throw new ReasonException(ReasonCode.PART_MISSING.with(part));
    }
  }

  /** Reads the bytes of a part, if the file has it, with any reader. */
  boolean open(String part, PartReader reader) throws IOException, SAXException, TikaException {
    Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(part));
    if (entry.isEmpty()) {
      return false;
    }
    try (InputStream bytes = zip.getInputStream(entry.get())) {
      reader.read(bytes);
    }
    return true;
  }

  /** Reads with Tika a part in another format, as if its text were written here. */
  void include(String part, Sections sections) throws IOException, SAXException, TikaException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, part);
    Parser parser = context.get(Parser.class);
    open(part, bytes -> parser.parse(bytes, new SectionHandler(sections), metadata, context));
  }

  /** Reads the parts that are files of their own, but no pictures without room for a text. */
  void readInside(Set<String> parts) throws IOException, SAXException, TikaException {
    for (String part : parts) {
      boolean[] isLarge = {false};
      open(part, bytes -> isLarge[0] = EmbeddedPictures.isLarge(bytes));
      if (isLarge[0]) {
        open(part, bytes -> members.add(part.substring(part.lastIndexOf('/') + 1), bytes));
      }
    }
  }

  /** Returns an attribute by its name without prefix, or the empty string if it is missing. */
  static String attribute(Attributes attributes, String localName) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(localName)) {
        return attributes.getValue(i);
      }
    }
    return "";
  }
}
