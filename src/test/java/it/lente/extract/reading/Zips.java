package it.lente.extract.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the zips that office files are, with no more parts than a test needs. */
final class Zips {

  private static final String WORD =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String ODF =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
          + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
          + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
          + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
          + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private Zips() {}

  /**
   * A Word document with a footnote 2 («nota»), a header («carta intestata») and Italian styles;
   * «Rimando» raises letters.
   */
  static byte[] docx(String body) {
    return zip(
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd."
                + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
            "_rels/.rels",
            relationships("officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels",
            relationships("header", "header1.xml"),
            "word/document.xml",
            "<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>",
            "word/styles.xml",
            "<w:styles "
                + WORD
                + "><w:style w:styleId=\"Titolo1\"><w:name w:val=\"heading 1\"/>"
                + "</w:style><w:style w:type=\"character\" w:styleId=\"Rimando\">"
                + "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style></w:styles>",
            "word/footnotes.xml",
            "<w:footnotes "
                + WORD
                + "><w:footnote w:id=\"2\"><w:p><w:r><w:t>nota</w:t></w:r></w:p>"
                + "</w:footnote></w:footnotes>",
            "word/header1.xml",
            "<w:hdr " + WORD + "><w:p><w:r><w:t>carta intestata</w:t></w:r></w:p></w:hdr>"));
  }

  /**
   * An OpenDocument text whose style P1 begins a page, T1 and T2 raise letters, T3 and T4 lower
   * them.
   */
  static byte[] odt(String body, String manifestEntry) {
    return zip(
        Map.of(
            "mimetype",
            "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml",
            "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                + manifestEntry
                + "</m:manifest>",
            "content.xml",
            "<office:document-content "
                + ODF
                + "><office:automatic-styles>"
                + "<style:style style:name=\"P1\" style:family=\"paragraph\">"
                + "<style:paragraph-properties fo:break-before=\"page\"/></style:style>"
                + textStyle("T1", "super 58%")
                + textStyle("T2", "33% 58%")
                + textStyle("T3", "sub 58%")
                + textStyle("T4", "-33% 58%")
                + "</office:automatic-styles><office:body><office:text>"
                + body
                + "</office:text></office:body></office:document-content>"));
  }

  private static String textStyle(String name, String position) {
    return "<style:style style:name=\"%s\" style:family=\"text\"><style:text-properties style:text-position=\"%s\"/></style:style>"
        .formatted(name, position);
  }

  private static String relationships(String kind, String target) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r1\" Type=\""
        + RELATIONSHIPS
        + kind
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      // The first entry of an OpenDocument file tells its type, and is not packed.
      if (parts.containsKey("mimetype")) {
        putStored(zip, "mimetype", parts.get("mimetype"));
      }
      for (Map.Entry<String, String> part : parts.entrySet()) {
        if (!part.getKey().equals("mimetype")) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void putStored(ZipOutputStream zip, String name, String content)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }
}
