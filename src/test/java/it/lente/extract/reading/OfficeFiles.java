package it.lente.extract.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes sheets and slides with no more parts than a test needs. */
final class OfficeFiles {

  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
          + " Extension=\"rels\""
          + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
          + " Extension=\"xml\" ContentType=\"application/xml\"/>";
  private static final String RELATIONSHIP =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String DRAWING =
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:r=\""
          + RELATIONSHIP.substring(0, RELATIONSHIP.length() - 1)
          + "\"";
  private static final String SHEETS =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
          + RELATIONSHIP.substring(0, RELATIONSHIP.length() - 1)
          + "\"";

  private OfficeFiles() {}

  /**
   * An Excel workbook whose second sheet is hidden and whose style 1 is the usual one of a date.
   *
   * @param first rows of the sheet «Costi»
   * @param second rows of the sheet «Nascosto»
   */
  static byte[] xlsx(String first, String second) {
    Map<String, String> parts = new HashMap<>();
    String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    parts.put(
        "[Content_Types].xml",
        TYPES
            + override("xl/workbook.xml", type + "sheet.main+xml")
            + override("xl/styles.xml", type + "styles+xml")
            + override("xl/worksheets/sheet1.xml", type + "worksheet+xml")
            + override("xl/worksheets/sheet2.xml", type + "worksheet+xml")
            + "</Types>");
    parts.put("_rels/.rels", relationships("officeDocument xl/workbook.xml"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relationships(
            "worksheet worksheets/sheet1.xml",
            "worksheet worksheets/sheet2.xml",
            "styles styles.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook "
            + SHEETS
            + "><sheets><sheet name=\"Costi\" sheetId=\"1\" r:id=\"r0\"/><sheet name=\"Nascosto\""
            + " sheetId=\"2\" state=\"hidden\" r:id=\"r1\"/></sheets></workbook>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet "
            + SHEETS
            + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\""
            + " applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
    parts.put("xl/worksheets/sheet1.xml", sheet(first));
    parts.put("xl/worksheets/sheet2.xml", sheet(second));
    return Zips.zip(parts);
  }

  /** A row of cells; what begins with a digit is a date, as days since 1900. */
  static String row(int number, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int column = 0; column < cells.length; column++) {
      String place = "r=\"" + (char) ('A' + column) + number + "\"";
      row.append(
          Character.isDigit(cells[column].charAt(0))
              ? "<c " + place + " s=\"1\"><v>" + cells[column] + "</v></c>"
              : "<c " + place + " t=\"inlineStr\"><is><t>" + cells[column] + "</t></is></c>");
    }
    return row + "</row>";
  }

  /** A presentation of slides with these texts; the second slide has a note of the speaker. */
  static byte[] pptx(String note, String... slides) {
    Map<String, String> parts = new HashMap<>();
    String type = "application/vnd.openxmlformats-officedocument.presentationml.";
    StringBuilder types = new StringBuilder(TYPES);
    StringBuilder ids = new StringBuilder();
    String[] links = new String[slides.length];
    for (int n = 0; n < slides.length; n++) {
      String path = "slides/slide" + (n + 1) + ".xml";
      types.append(override("ppt/" + path, type + "slide+xml"));
      parts.put("ppt/" + path, slide("sld", slides[n]));
      ids.append("<p:sldId id=\"" + (256 + n) + "\" r:id=\"r" + n + "\"/>");
      links[n] = "slide " + path;
    }
    for (int n = 0; n < slides.length; n++) {
      String layout = "slideLayout ../slideLayouts/l1.xml";
      parts.put(
          "ppt/slides/_rels/slide" + (n + 1) + ".xml.rels",
          n == 1
              ? relationships(layout, "notesSlide ../notesSlides/n1.xml")
              : relationships(layout));
    }
    parts.put("ppt/slideLayouts/l1.xml", slide("sldLayout", ""));
    parts.put(
        "ppt/slideLayouts/_rels/l1.xml.rels", relationships("slideMaster ../slideMasters/m1.xml"));
    parts.put("ppt/slideMasters/m1.xml", slide("sldMaster", ""));
    types.append(override("ppt/slideLayouts/l1.xml", type + "slideLayout+xml"));
    types.append(override("ppt/slideMasters/m1.xml", type + "slideMaster+xml"));
    parts.put("ppt/notesSlides/n1.xml", slide("notes", note));
    types.append(override("ppt/notesSlides/n1.xml", type + "notesSlide+xml"));
    types.append(override("ppt/presentation.xml", type + "presentation.main+xml"));
    parts.put("[Content_Types].xml", types + "</Types>");
    parts.put("_rels/.rels", relationships("officeDocument ppt/presentation.xml"));
    parts.put("ppt/_rels/presentation.xml.rels", relationships(links));
    parts.put(
        "ppt/presentation.xml",
        "<p:presentation "
            + DRAWING
            + "><p:sldIdLst>"
            + ids
            + "</p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/></p:presentation>");
    return Zips.zip(parts);
  }

  private static String slide(String element, String text) {
    return "<p:"
        + element
        + " "
        + DRAWING
        + "><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"
        + "</p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"t\"/><p:cNvSpPr/>"
        + "<p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>"
        + text
        + "</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:"
        + element
        + ">";
  }

  private static String sheet(String rows) {
    return "<worksheet " + SHEETS + "><sheetData>" + rows + "</sheetData></worksheet>";
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
  }

  private static String relationships(String... kindsAndTargets) {
    StringBuilder all = new StringBuilder();
    for (String link : List.of(kindsAndTargets)) {
      all.append("<Relationship Id=\"r")
          .append(List.of(kindsAndTargets).indexOf(link))
          .append("\" Type=\"")
          .append(RELATIONSHIP)
          .append(link.replace(" ", "\" Target=\""))
          .append("\"/>");
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + all
        + "</Relationships>";
  }
}
