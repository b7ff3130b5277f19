package sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes docx and odt: a few XML parts in a zip whose times are those of the report. */
final class OfficeFile {

  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String WORD_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String ODT_TYPE = "application/vnd.oasis.opendocument.text";
  private static final String ODF = "urn:oasis:names:tc:opendocument:xmlns:";

  private OfficeFile() {}

  static byte[] docx(Report report) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        XML
            + "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
            + " PartName=\"/word/document.xml\" ContentType=\""
            + WORD_TYPE
            + "document.main+xml\"/>"
            + "<Override PartName=\"/word/styles.xml\" ContentType=\""
            + WORD_TYPE
            + "styles+xml\"/>"
            + "</Types>");
    parts.put("_rels/.rels", relation("officeDocument", "word/document.xml"));
    parts.put("word/_rels/document.xml.rels", relation("styles", "styles.xml"));
    parts.put("word/styles.xml", XML + styles());
    parts.put(
        "word/document.xml",
        XML
            + "<w:document xmlns:w=\""
            + WORD
            + "\"><w:body>"
            + Markup.docx(new Block.Heading(1, report.title()))
            + report.blocks().stream().map(Markup::docx).collect(Collectors.joining())
            + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
    return zip(parts, report);
  }

  private static String relation(String type, String target) {
    return XML
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\"><Relationship Id=\"rId1\" Type=\""
        + OFFICE
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static String styles() {
    StringBuilder styles = new StringBuilder("<w:styles xmlns:w=\"" + WORD + "\">");
    styles.append(
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name"
            + " w:val=\"Normal\"/></w:style>");
    for (int level = 1; level <= 3; level++) {
      styles.append(
          """
          <w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/>
          <w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="%d"/></w:pPr>
          <w:rPr><w:b/><w:sz w:val="%d"/></w:rPr></w:style>
          """
              .formatted(level, level, level - 1, 40 - 6 * level));
    }
    styles.append(
        "<w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name"
            + " w:val=\"Quote\"/><w:rPr><w:i/></w:rPr></w:style>");
    return styles.append("</w:styles>").toString();
  }

  static byte[] odt(Report report) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", ODT_TYPE);
    parts.put(
        "META-INF/manifest.xml",
        XML
            + "<manifest:manifest xmlns:manifest=\""
            + ODF
            + "manifest:1.0\" manifest:version=\"1.2\">"
            + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\""
            + ODT_TYPE
            + "\"/><manifest:file-entry manifest:full-path=\"content.xml\""
            + " manifest:media-type=\"text/xml\"/></manifest:manifest>");
    parts.put(
        "content.xml",
        XML
            + "<office:document-content xmlns:office=\""
            + ODF
            + "office:1.0\" xmlns:text=\""
            + ODF
            + "text:1.0\" xmlns:table=\""
            + ODF
            + "table:1.0\" xmlns:style=\""
            + ODF
            + "style:1.0\" xmlns:fo=\""
            + ODF
            + "xsl-fo-compatible:1.0\" office:version=\"1.2\"><office:automatic-styles><style:style"
            + " style:name=\"NewPage\" style:family=\"paragraph\"><style:paragraph-properties"
            + " fo:break-before=\"page\"/></style:style></office:automatic-styles>"
            + "<office:body><office:text>"
            + Markup.odt(new Block.Heading(1, report.title()))
            + report.blocks().stream().map(Markup::odt).collect(Collectors.joining())
            + "</office:text></office:body></office:document-content>");
    return zip(parts, report);
  }

  private static byte[] zip(Map<String, String> parts, Report report) throws IOException {
    LocalDateTime time = report.date().atTime(9, 0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        byte[] bytes = part.getValue().getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(time);
        if (part.getKey().equals("mimetype")) {
          stored(entry, bytes);
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** An odt names its type in the first part, which is not compressed. */
  private static void stored(ZipEntry entry, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
  }
}
