package it.lente.extract.reading.office;

import it.lente.extract.reading.frame.Sections;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects the footnotes, endnotes or comments of a Word document by kind and number. */
final class WordNotes extends DefaultHandler {

  private static final Set<String> KINDS = Set.of("footnote", "endnote", "comment");

  private final Map<String, String> notes;
  private final Function<Sections, OfficeText> readers;
  private Sections note = new Sections();
  private OfficeText text;
  private String key = "";

  WordNotes(Map<String, String> notes, Function<Sections, OfficeText> readers) {
    this.notes = notes;
    this.readers = readers;
    this.text = readers.apply(note);
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    if (KINDS.contains(localName)) {
      key = localName + OfficeXml.attribute(attributes, "id");
      note = new Sections();
      text = readers.apply(note);
    } else {
      text.startElement(uri, localName, name, attributes);
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) throws SAXException {
    if (KINDS.contains(localName)) {
      notes.put(key, note.whole());
    } else {
      text.endElement(uri, localName, name);
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    text.characters(characters, start, length);
  }
}
