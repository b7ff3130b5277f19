package it.lente.extract.reading;

import static it.lente.extract.reading.Archives.packed;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formulas, text boxes and enclosed workbooks, in all parts of office files. */
class OfficeDrawingsTest {

  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final String NAMES =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\""
          + RELATIONSHIPS
          + "\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:a14=\"http://schemas.microsoft.com/office/drawing/2010/main\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
          + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
          + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
          + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

  private static final String ODF =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
          + " xmlns:chart=\"urn:oasis:names:tc:opendocument:xmlns:chart:1.0\""
          + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

  @TempDir private Path folder;
  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** Formulas as Word writes them, and as they are read. */
  private static Map<String, String> formulas() {
    Map<String, String> formulas = new LinkedHashMap<>();
    formulas.put(run("E=m") + script("sSup", run("c"), run("2")), "E=mc2");
    formulas.put(fraction(run("spesa"), run("abitanti")), "spesa/abitanti");
    formulas.put(run("x=") + fraction(run("a+b"), run("2")) + run("c"), "x=a+b/2 c");
    formulas.put(script("sSub", run("CO"), run("2")), "CO2");
    formulas.put(script("sSup", run("10"), run("6")), "10^6");
    formulas.put("<m:rad><m:deg/><m:e>" + run("area") + "</m:e></m:rad>", "√area");
    formulas.put(
        "<m:func><m:fName>" + run("max") + "</m:fName><m:e>" + run("punti") + "</m:e></m:func>",
        "max punti");
    formulas.put(run("f") + "<m:d><m:e>" + fraction(run("x"), run("y")) + "</m:e></m:d>", "f(x/y)");
    return formulas;
  }

  @Test
  void formulas_of_documents_are_read_in_a_line() throws IOException {
    for (Map.Entry<String, String> formula : formulas().entrySet()) {
      String math = "<m:oMath>" + formula.getKey() + "</m:oMath>";

      assertThat(docx("<w:p>" + text("vale ") + math + text(" per noi") + "</w:p>"))
          .isEqualTo("vale " + formula.getValue() + " per noi");
      assertThat(docx("<w:p><m:oMathPara>" + math + "</m:oMathPara></w:p>"))
          .isEqualTo(formula.getValue());
    }
  }

  @Test
  void formulas_of_slides_are_read_and_not_their_pictures() throws IOException {
    for (Map.Entry<String, String> formula : formulas().entrySet()) {
      String math =
          ("<a:p><a:r><a:t>vale </a:t></a:r><mc:AlternateContent><mc:Choice"
               + " Requires=\"a14\"><a14:m>"
               + "<m:oMathPara><m:oMath>%s</m:oMath></m:oMathPara></a14:m></mc:Choice>"
               + "<mc:Fallback><a:r><a:t>immagine</a:t></a:r></mc:Fallback></mc:AlternateContent></a:p>")
              .formatted(formula.getKey());

      assertThat(pptx(math, "").pages().getFirst().text())
          .isEqualTo("Titolo\nvale " + formula.getValue());
    }
  }

  @Test
  void formulas_of_open_documents_are_read_in_a_line() throws IOException {
    String math =
        "<math"
            + " xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow><mi>spesa</mi><mo>=</mo>"
            + "<mfrac><mi>costo</mi><mrow><mn>12</mn><msup><mi>m</mi><mn>2</mn></msup></mrow></mfrac></mrow><annotation"
            + " encoding=\"StarMath 5.0\">spesa = {costo} over {12}</annotation>"
            + "</semantics></math>";

    assertThat(
            odt(
                "<text:p>La <draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image"
                    + " xlink:href=\"./ObjectReplacements/Object 1\"/></draw:frame> media</text:p>",
                "Object 1/content.xml",
                math))
        .isEqualTo("La spesa = costo 12 m2 media");
  }

  @Test
  void charts_and_descriptions_of_open_documents_follow_their_paragraph() throws IOException {
    assertThat(
            odt(
                "<text:p>Prima <draw:frame><draw:object xlink:href=\"./Object"
                    + " 1\"/><svg:title>Voti</svg:title><svg:desc>Voti per"
                    + " quartiere</svg:desc></draw:frame>e dopo</text:p><text:p>Con"
                    + " <draw:frame><draw:text-box><text:p>una casella</text:p><text:p>di due"
                    + " righe</text:p></draw:text-box></draw:frame>la frase</text:p>",
                "Object 1/content.xml",
                "<office:document-content "
                    + ODF
                    + "><office:body><office:chart><chart:title><text:p>Partecipanti</text:p>"
                    + "</chart:title><text:p>Centro</text:p></office:chart></office:body></office:document-content>"))
        .isEqualTo(
            "Prima e dopo\nPartecipanti\nCentro\nVoti\nVoti per quartiere\n"
                + "Con la frase\nuna casella\ndi due righe");
  }

  @Test
  void boxes_charts_and_diagrams_are_read_in_headers_and_in_notes() throws IOException {
    String content =
        "<w:p>"
            + text("Prima ")
            + box("nella casella", "vecchia")
            + text("e dopo")
            + "<w:r><w:drawing><wp:inline><wp:docPr descr=\"Mappa\"/><dgm:relIds"
            + " r:dm=\"r1\"/><c:chart"
            + " r:id=\"r2\"/></wp:inline></w:drawing></w:r><w:r><w:pict><v:shape><v:textpath"
            + " string=\"BOZZA\"/><v:textbox><w:txbxContent><w:p>"
            + text("a lato")
            + "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
    for (String kind : List.of("header", "footer", "footnotes", "endnotes", "comments")) {
      parts.clear();
      String inner =
          kind.endsWith("s")
              ? "<w:"
                  + kind
                  + " "
                  + NAMES
                  + "><w:"
                  + note(kind)
                  + " w:id=\"3\">"
                  + content
                  + "</w:"
                  + note(kind)
                  + "></w:"
                  + kind
                  + ">"
              : "<w:hdr " + NAMES + ">" + content + "</w:hdr>";
      parts.put("word/" + kind + ".xml", utf8(inner));
      parts.put(
          "word/_rels/" + kind + ".xml.rels",
          links("diagramData diagrams/data1.xml", "chart charts/chart1.xml"));
      parts.put("word/diagrams/data1.xml", utf8(OfficeObjectsTest.DIAGRAM));
      parts.put("word/charts/chart1.xml", utf8(OfficeObjectsTest.CHART));

      assertThat(
              docx(
                  "<w:p>"
                      + text("Testo")
                      + "<w:r><w:"
                      + note(kind)
                      + "Reference w:id=\"3\"/></w:r></w:p>",
                  kind + " " + kind + ".xml"))
          .as(kind)
          .isEqualTo(
              "Testo\nPrima e dopo\nnella casella\nMappa\nAscolto\nProposte dei gruppi\n"
                  + "Partecipanti per quartiere\nCentro\nPorta Nuova\nBOZZA\na lato");
    }
  }

  @Test
  void a_box_does_not_part_the_sentence_beside_it() throws IOException {
    assertThat(
            docx("<w:p>" + text("La piazza ") + box("Avviso", "x") + text("ciclabile") + "</w:p>"))
        .isEqualTo("La piazza ciclabile\nAvviso");
  }

  @Test
  void workbooks_in_slides_are_read_and_those_of_charts_are_not_read_twice() throws IOException {
    String shapes =
        "</p:txBody></p:sp><p:graphicFrame><a:graphic><a:graphicData><mc:AlternateContent><mc:Choice"
            + " Requires=\"v\"><p:oleObj spid=\"_x0000\" r:id=\"o1\""
            + " progId=\"Excel.Sheet.12\"/></mc:Choice><mc:Fallback><p:oleObj r:id=\"o1\""
            + " progId=\"Excel.Sheet.12\"><p:pic><p:blipFill><a:blip"
            + " r:embed=\"o3\"/></p:blipFill><p:spPr><a:xfrm><a:ext cx=\"9000000\" cy=\"6000000\"/>"
            + "</a:xfrm></p:spPr></p:pic></p:oleObj></mc:Fallback></mc:AlternateContent></a:graphicData>"
            + "</a:graphic></p:graphicFrame><p:graphicFrame><a:graphic><a:graphicData><c:chart"
            + " r:id=\"o2\"/></a:graphicData></a:graphic></p:graphicFrame><p:sp><p:txBody>";
    byte[] workbook =
        OfficeFiles.xlsx(OfficeFiles.row(1, "bilancio"), OfficeFiles.row(1, "capitoli"));
    parts.put("ppt/embeddings/Foglio1.xlsx", workbook);
    parts.put("ppt/embeddings/Grafico.xlsx", workbook);
    parts.put("ppt/media/image1.png", Scans.file(Scans.blank(), "png"));
    parts.put("ppt/charts/chart1.xml", utf8(OfficeObjectsTest.CHART));
    parts.put("ppt/charts/_rels/chart1.xml.rels", links("package ../embeddings/Grafico.xlsx"));

    AttachmentText text =
        pptx(
            shapes,
            link("o1", "package", "../embeddings/Foglio1.xlsx")
                + link("o2", "chart", "../charts/chart1.xml")
                + link("o3", "image", "../media/image1.png"));

    assertThat(Said.of(text.summary())).isEmpty();
    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(text.pages())
        .extracting(PageText::label)
        .containsExactly("", "Foglio1.xlsx, Costi", "Foglio1.xlsx, Nascosto");
    assertThat(text.pages().getFirst().text())
        .isEqualTo("Titolo\nPartecipanti per quartiere\nCentro\nPorta Nuova");
    assertThat(text.pages().get(1).text()).isEqualTo("Costi\nbilancio");
  }

  @Test
  void what_a_layout_shows_is_read_once_and_its_placeholders_never() throws IOException {
    String shapes =
        "<p:sp><p:nvSpPr><p:nvPr><p:ph"
            + " type=\"title\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>Fare"
            + " clic</a:t></a:r></a:p></p:txBody></p:sp><p:sp><p:txBody><a:p><a:r><a:t>Comune di"
            + " Selvabella</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>";

    AttachmentText text =
        changed(
            OfficeFiles.pptx("nota", "Uno", "Due"),
            "ppt/slideLayouts/l1.xml",
            xml -> xml.replace("</p:spTree>", shapes));

    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("Uno\nComune di Selvabella", "Due\nnota");
  }

  @Test
  void numbers_of_slides_are_not_their_text() throws IOException {
    String field = "<a:p><a:fld type=\"slidenum\"><a:rPr/><a:t>7</a:t></a:fld></a:p>";

    assertThat(pptx(field, "").pages().getFirst().text()).isEqualTo("Titolo");
  }

  private static String note(String kind) {
    return kind.endsWith("s") ? kind.substring(0, kind.length() - 1) : kind;
  }

  private static String run(String text) {
    return "<m:r><m:t>" + text + "</m:t></m:r>";
  }

  private static String fraction(String above, String below) {
    return "<m:f><m:fPr/><m:num>" + above + "</m:num><m:den>" + below + "</m:den></m:f>";
  }

  private static String script(String element, String base, String script) {
    String kind = element.equals("sSup") ? "m:sup" : "m:sub";
    return "<m:%s><m:e>%s</m:e><%s>%s</%s></m:%s>"
        .formatted(element, base, kind, script, kind, element);
  }

  private static String text(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  /** A box as new and old versions of Word read it. */
  private static String box(String text, String old) {
    String content = "<w:txbxContent><w:p>%s</w:p></w:txbxContent>";
    return ("<w:r><mc:AlternateContent><mc:Choice"
            + " Requires=\"wps\"><w:drawing><wp:anchor><wps:wsp><wps:txbx>"
            + content
            + "</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
            + content
            + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
        .formatted(text(text), text(old));
  }

  private String docx(String body, String... links) throws IOException {
    parts.put(
        "[Content_Types].xml",
        utf8(
            "<Types"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                + " PartName=\"/word/document.xml\" ContentType=\"application/vnd."
                + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
    parts.put("_rels/.rels", links("officeDocument word/document.xml"));
    parts.put("word/_rels/document.xml.rels", links(links));
    parts.put(
        "word/document.xml",
        utf8("<w:document " + NAMES + "><w:body>" + body + "</w:body></w:document>"));
    AttachmentText text =
        read(
            "a.docx",
            Archives.zip(
                parts.entrySet().stream()
                    .map(part -> packed(part.getKey(), part.getValue()))
                    .toArray(Archives.Packed[]::new)));
    assertThat(Said.of(text.summary())).isEmpty();
    assertThat(text.pages()).hasSizeLessThan(3);
    return String.join("\n", text.pages().stream().map(PageText::text).toList());
  }

  /** A presentation of one slide with more paragraphs and more links. */
  private AttachmentText pptx(String paragraphs, String links) throws IOException {
    String names = NAMES.replaceAll("xmlns:[ra]=\"[^\"]*\"", "");
    byte[] slide =
        change(
            OfficeFiles.pptx("", "Titolo"),
            "ppt/slides/slide1.xml",
            xml ->
                xml.replace("<p:sld ", "<p:sld " + names + " ")
                    .replace("</p:txBody>", paragraphs + "</p:txBody>"));
    return changed(
        slide,
        "ppt/slides/_rels/slide1.xml.rels",
        xml -> xml.replace("</Relationships>", links + "</Relationships>"));
  }

  private AttachmentText changed(byte[] pptx, String part, UnaryOperator<String> to)
      throws IOException {
    return read("a.pptx", change(pptx, part, to));
  }

  /** The same file with one part changed, and with the parts of this test. */
  private byte[] change(byte[] file, String part, UnaryOperator<String> to) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>(parts);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        String changed = to.apply(new String(bytes, StandardCharsets.UTF_8));
        all.put(entry.getName(), entry.getName().equals(part) ? utf8(changed) : bytes);
      }
    }
    return Archives.zip(
        all.entrySet().stream()
            .map(each -> packed(each.getKey(), each.getValue()))
            .toArray(Archives.Packed[]::new));
  }

  private String odt(String body, String part, String content) throws IOException {
    AttachmentText text =
        read(
            "a.odt",
            Zips.zip(
                Map.of(
                    "mimetype",
                    "application/vnd.oasis.opendocument.text",
                    "content.xml",
                    "<office:document-content "
                        + ODF
                        + "><office:body><office:text>"
                        + body
                        + "</office:text></office:body></office:document-content>",
                    part,
                    content)));
    assertThat(Said.of(text.summary())).isEmpty();
    return text.pages().getFirst().text();
  }

  private static byte[] links(String... kindsAndTargets) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < kindsAndTargets.length; i++) {
      String[] each = kindsAndTargets[i].split(" ");
      all.append(link("r" + (i + 1), each[0], each[1]));
    }
    return utf8(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + all
            + "</Relationships>");
  }

  private static String link(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONSHIPS, kind, target);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private AttachmentText read(String name, byte[] bytes) throws IOException {
    return new TikaTextExtractor().extract(Files.write(folder.resolve(name), bytes));
  }
}
