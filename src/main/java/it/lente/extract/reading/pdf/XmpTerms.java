package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.ReadableText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Terms in a document's XMP metadata, each the empty string if missing. */
record XmpTerms(String title, String author, String subject, String keywords) {

  static final XmpTerms NONE = new XmpTerms("", "", "", "");

  private static final Set<String> ELEMENTS = Set.of("title", "creator", "description", "Keywords");

  /** Never fails: of broken metadata the part before the break is used. */
  static XmpTerms of(COSStream metadata, PdfBudget budget) {
    Terms terms = new Terms();
    try {
      byte[] xml = new PageContents(budget.decodedBytes()).of(List.of(metadata));
      XMLReaderUtils.parseSAX(new ByteArrayInputStream(xml), terms, new ParseContext());
    } catch (IOException | SAXException | TikaException | RuntimeException e) {
      return terms.found();
    }
    return terms.found();
  }

  /** Collects the text below the elements of Dublin Core; several values of one are a list. */
  private static final class Terms extends DefaultHandler {

    private final Map<String, List<String>> values = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String element = "";

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
      if (ELEMENTS.contains(localName)) {
        element = localName;
      }
      text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String name) {
      String value = ReadableText.ofLine(text.toString());
      if (!element.isEmpty() && !value.isEmpty()) {
        values.computeIfAbsent(element, e -> new ArrayList<>()).add(value);
      }
      text.setLength(0);
      if (localName.equals(element)) {
        element = "";
      }
    }

    XmpTerms found() {
      return new XmpTerms(
          // Titles and descriptions occur in several languages, the usual one first.
          first("title"),
          String.join(", ", values.getOrDefault("creator", List.of())),
          first("description"),
          String.join(", ", values.getOrDefault("Keywords", List.of())));
    }

    private String first(String term) {
      return values.getOrDefault(term, List.of("")).getFirst();
    }
  }
}
