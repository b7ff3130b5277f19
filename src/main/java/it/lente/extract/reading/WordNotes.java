package it.lente.extract.reading;

import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects the footnotes, endnotes or comments of a Word document by kind and number. */
final class WordNotes extends DefaultHandler {

  private static final Set<String> KINDS = Set.of("footnote", "endnote", "comment");

  private final Map<String, String> notes;
  private Sections note = new Sections();
  private WordText text = reader(note);
  private String key = "";

  WordNotes(Map<String, String> notes) {
    this.notes = notes;
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    if (KINDS.contains(localName)) {
      key = localName + OfficeXml.attribute(attributes, "id");
      note = new Sections();
      text = reader(note);
    } else {
      text.startElement(uri, localName, name, attributes);
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) {
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

  private static WordText reader(Sections sections) {
    return WordText.alone(sections);
  }
}
