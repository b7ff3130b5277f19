package it.lente.extract.reading.office;

import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.ParsedFile;
import it.lente.extract.reading.frame.Sections;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
 * Reads Word documents (docx) instead of Tika's own parser, which does not report page breaks.
 * Public only because a service has to be.
 */
public final class WordParser extends FormatParser {

  private static final long serialVersionUID = 1L;

  public WordParser() {
    super(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        "application/vnd.ms-word.document.macroenabled.12",
        "application/vnd.ms-word.template.macroenabled.12");
  }

  @Override
  protected void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException, SAXException, TikaException {
    OfficeXml.read(bytes, file, context, WordParser::read);
  }

  private static void read(OfficeXml file, Sections sections)
      throws IOException, SAXException, TikaException {
    String main = OfficeLinks.of(file, "").first("officeDocument", "word/document.xml");
    OfficeLinks links = OfficeLinks.of(file, main);
    StyleReader styles = new StyleReader();
    file.read(links.first("styles", "styles.xml"), styles);
    Set<String> enclosed = new LinkedHashSet<>();
    Map<String, String> notes = new HashMap<>();
    for (String kind : List.of("footnotes", "endnotes", "comments")) {
      String part = links.first(kind, kind + ".xml");
      OfficeLinks linked = OfficeLinks.of(file, part);
      file.read(part, new WordNotes(notes, note -> text(note, file, linked, enclosed)));
    }
    OfficeObjects objects = new OfficeObjects(file, links, sections, enclosed, true);
    file.readRequired(main, new OfficeText(sections, styles.read, notes, objects));
    sections.breakHere(Sections.Break.APART);
    for (String repeated : repeatedTexts(file, links, enclosed)) {
      sections.endLine();
      sections.append(repeated);
    }
    file.readInside(enclosed);
  }

  /** Returns headers and footers, each text once: first, odd and even pages often have the same. */
  private static Set<String> repeatedTexts(OfficeXml file, OfficeLinks links, Set<String> enclosed)
      throws IOException, SAXException, TikaException {
    Set<String> texts = new LinkedHashSet<>();
    for (String kind : List.of("header", "footer")) {
      for (String part : links.all(kind)) {
        Sections furniture = new Sections();
        file.read(part, text(furniture, file, OfficeLinks.of(file, part), enclosed));
        texts.add(furniture.whole());
      }
    }
    return texts;
  }

  /** Reads a part beside the main one, without its pictures, which are logos. */
  private static OfficeText text(
      Sections sections, OfficeXml file, OfficeLinks links, Set<String> enclosed) {
    OfficeObjects objects = new OfficeObjects(file, links, sections, enclosed, false);
    return new OfficeText(sections, new Styles(), Map.of(), objects);
  }

  /**
   * Finds the headings of the first three levels and the raised letters; the ids of styles are in
   * the author's language.
   */
  private static final class StyleReader extends DefaultHandler {

    private static final Set<String> NAMES = Set.of("title", "heading 1", "heading 2", "heading 3");
    private static final Set<String> LEVELS = Set.of("0", "1", "2");

    private final Styles read = new Styles();
    private String style = "";

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
      String value = OfficeXml.attribute(attributes, "val");
      switch (localName) {
        case "style" -> style = OfficeXml.attribute(attributes, "styleId");
        case "name" -> addIf(NAMES.contains(value.toLowerCase(Locale.ROOT)), read.breaking());
        case "outlineLvl" -> addIf(LEVELS.contains(value), read.breaking());
        case "vertAlign" -> addIf(value.equals("superscript"), read.raised());
        default -> {}
      }
    }

    private void addIf(boolean isOne, Set<String> ids) {
      if (isOne && !style.isEmpty()) {
        ids.add(style);
      }
    }
  }
}
