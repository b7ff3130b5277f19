package it.lente.extract.reading;

import static it.lente.extract.reading.Archives.packed;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in office files beside their text, and texts whose encoding nothing names. */
class OfficeObjectsTest {

  private static final String NAMES =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
          + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
          + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
          + " xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  static final String DIAGRAM =
      "<dgm:dataModel %s><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Ascol</a:t></a:r><a:r><a:t>to</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Proposte dei gruppi</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
          .formatted(NAMES);

  static final String CHART =
      "<c:chartSpace %s><c:chart><c:title><a:p><a:r><a:t>Partecipanti per quartiere</a:t></a:r></a:p></c:title><c:ser><c:cat><c:strCache><c:pt><c:v>Centro</c:v></c:pt><c:pt><c:v>Porta Nuova</c:v></c:pt></c:strCache></c:cat><c:val><c:numCache><c:pt><c:v>12.50000001</c:v></c:pt></c:numCache></c:val></c:ser><c:ser><c:cat><c:strCache><c:pt><c:v>Centro</c:v></c:pt></c:strCache></c:cat></c:ser></c:chart></c:chartSpace>"
          .formatted(NAMES);

  @TempDir private Path folder;
  private final Map<String, byte[]> parts = new TreeMap<>();
  private final StringBuilder links = new StringBuilder();

  @Test
  void diagrams_and_charts_are_read_where_they_stand() throws IOException {
    String diagram = linked("diagramData", "diagrams/data1.xml", bytes(DIAGRAM));
    String chart = linked("chart", "charts/chart1.xml", bytes(CHART));

    assertThat(
            text(
                paragraph("Le fasi") // then what Word writes for objects
                    + drawing("<dgm:relIds r:dm=\"" + diagram + "\"/>")
                    + drawing("<c:chart r:id=\"" + chart + "\"/>")
                    + paragraph("Fine")))
        .isEqualTo(
            "Le fasi\nAscolto\nProposte dei gruppi\n"
                + "Partecipanti per quartiere\nCentro\nPorta Nuova\nFine");
  }

  @Test
  void pictures_are_read_as_they_are_described() throws IOException {
    String picture =
        "<w:r><w:drawing><wp:inline><wp:docPr descr=\"Mappa del"
            + " parco\"/></wp:inline></w:drawing></w:r>";
    String old =
        "<w:r><w:pict><v:shape alt=\"Foto della piazza\"><v:textpath"
            + " string=\"AVVISO\"/></v:shape></w:pict></w:r>";

    assertThat(
            text(
                "<w:p><w:r><w:t>Prima </w:t></w:r>"
                    + picture
                    + "<w:r><w:t>e dopo</w:t></w:r></w:p><w:p>"
                    + old
                    + "</w:p>"))
        .isEqualTo("Prima e dopo\nMappa del parco\nFoto della piazza\nAVVISO");
  }

  @Test
  void inserted_texts_are_read_where_they_are_inserted() throws IOException {
    String html =
        linked(
            "aFChunk",
            "a.html",
            bytes("<html><body><p>dal sito <b>del</b> Comune</p></body></html>"));
    String rtf = linked("aFChunk", "b.rtf", bytes("{\\rtf1\\ansi dalla vecchia lettera\\par}"));

    assertThat(
            text(
                paragraph("Prima")
                    + "<w:altChunk r:id=\""
                    + html
                    + "\"/>"
                    + paragraph("in mezzo")
                    + "<w:altChunk r:id=\""
                    + rtf
                    + "\"/>"
                    + paragraph("dopo")))
        .isEqualTo("Prima\ndal sito del Comune\nin mezzo\ndalla vecchia lettera\ndopo");
  }

  @Test
  void enclosed_workbooks_are_read_and_what_is_not_read_is_named() throws IOException {
    String workbook =
        linked(
            "package",
            "embeddings/Foglio1.xlsx",
            OfficeFiles.xlsx(OfficeFiles.row(1, "voce"), OfficeFiles.row(1, "altra")));
    String formula = linked("oleObject", "embeddings/formula.bin", bytes("x"));
    String drawing = linked("package", "embeddings/pianta.vsdx", new byte[] {1, 2, 3, 4});

    AttachmentText text =
        read(
            object("Excel.Sheet.12", workbook)
                + object("Equation.3", formula)
                + object("Visio.Drawing.15", drawing)
                + paragraph("Testo"));

    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("Testo", "Costi\nvoce", "Nascosto\naltra");
    assertThat(text.pages().get(1).label()).isEqualTo("Foglio1.xlsx, Costi");
    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary())).contains("pianta.vsdx").doesNotContain("formula.bin");
  }

  @Test
  void parts_that_are_missing_cost_nothing_else() throws IOException {
    links.append(link("r1", "chart", "charts/none.xml"));

    assertThat(
            text(
                drawing("<c:chart r:id=\"r1\"/>")
                    + drawing("<c:chart r:id=\"r2\"/>")
                    + paragraph("Testo")))
        .isEqualTo("Testo");
  }

  @Test
  void summaries_details_and_text_areas_of_web_pages_are_blocks() throws IOException {
    String html =
        "<p>capo</p><details><summary>sommario</summary>dettaglio</details><textarea>area</textarea>"
            + "<select><option>uno</option><option>due</option></select>fine";

    assertThat(
            read("a.html", bytes("<html><body>" + html + "</body></html>"))
                .pages()
                .getFirst()
                .text())
        .isEqualTo("capo\nsommario\ndettaglio\narea\nuno\ndue\nfine");
  }

  @Test
  void plain_texts_of_old_machines_keep_their_letters() throws IOException {
    String[] accented = {
      "città", "perché", "è", "lunedì", "però", "più", "dell’area", "«sì»", "Università", "15 °C"
    };
    String[] plain = {"il", "parco", "della", "piazza", "percorso", "2019", "scuola,"};
    long seed = 20261127;
    Random random = new Random(seed);
    for (String encoding : List.of("windows-1252", "x-MacRoman", "IBM850", "UTF-8")) {
      Charset charset = Charset.forName(encoding);
      for (int round = 0; round < 50; round++) {
        List<String> words = new ArrayList<>(List.of("perché", "sì"));
        for (int word = random.nextInt(60); word > 0; word--) {
          String next =
              random.nextInt(5) == 0
                  ? accented[random.nextInt(accented.length)]
                  : plain[random.nextInt(plain.length)];
          if (charset.newEncoder().canEncode(next)) {
            words.add(next);
          }
        }
        String text = String.join(" ", words);

        assertThat(read("a.txt", text.getBytes(charset)).pages().getFirst().text())
            .as("seed %d, round %d, %s", seed, round, encoding)
            .isEqualTo(text);
      }
    }
  }

  @Test
  void dots_and_dashes_after_words_are_no_letters_of_old_machines() throws IOException {
    for (String text :
        List.of(
            "E così via… e poi…",
            "parola— altra… fine –",
            "“detto” l’altro ieri…",
            "año, straße, déjà vu")) {
      assertThat(
              read("a.txt", text.getBytes(Charset.forName("windows-1252")))
                  .pages()
                  .getFirst()
                  .text())
          .isEqualTo(text);
    }
  }

  @Test
  void slides_have_the_words_of_their_diagrams_and_charts() throws IOException {
    AttachmentText text =
        read("a.pptx", withObjects(OfficeFiles.pptx("da dire", "Prima", "Seconda", "Terza")));

    assertThat(Said.of(text.summary())).isEmpty();
    assertThat(text.pages()).extracting(PageText::number).containsExactly(1, 2, 3);
    assertThat(text.pages().get(0).text()).startsWith("Prima").doesNotContain("Ascolto", "Centro");
    assertThat(text.pages().get(1).text())
        .startsWith("Seconda")
        .contains("da dire", "Ascolto\nProposte dei gruppi", "Partecipanti per quartiere\nCentro");
    assertThat(text.pages().get(2).text()).isEqualTo("Terza\nvoce\tcosto\nsala\tdieci euro");
  }

  /** A presentation whose second slide has a diagram and a chart as well, the third a table. */
  private static byte[] withObjects(byte[] pptx) throws IOException {
    List<Archives.Packed> all = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pptx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String content = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        all.add(packed(entry.getName(), bytes(withObjects(entry.getName(), content))));
      }
    }
    all.add(packed("ppt/diagrams/data1.xml", bytes(DIAGRAM)));
    all.add(packed("ppt/charts/chart1.xml", bytes(CHART)));
    return Archives.zip(all.toArray(Archives.Packed[]::new));
  }

  private static String withObjects(String part, String content) {
    String frame =
        "<p:graphicFrame xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
            + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><p:nvGraphicFramePr><p:cNvPr"
            + " id=\"5\""
            + " name=\"d\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off"
            + " x=\"0\" y=\"0\"/><a:ext cx=\"9\" cy=\"9\"/></p:xfrm><a:graphic><a:graphicData"
            + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/%s\">%s</a:graphicData></a:graphic></p:graphicFrame>";
    return switch (part) {
      case "ppt/slides/slide2.xml" ->
          content.replace(
              "</p:spTree>",
              frame.formatted("diagram", "<dgm:relIds r:dm=\"d1\"/>")
                  + frame.formatted("chart", "<c:chart r:id=\"c1\"/>")
                  + "</p:spTree>");
      case "ppt/slides/slide3.xml" ->
          content.replace(
              "</p:spTree>",
              frame.formatted(
                      "table",
                      "<a:tbl><a:tr>%s%s</a:tr><a:tr>%s%s</a:tr></a:tbl>"
                          .formatted(cell("voce"), cell("costo"), cell("sala"), cell("dieci euro")))
                  + "</p:spTree>");
      case "ppt/slides/_rels/slide2.xml.rels" ->
          content.replace(
              "</Relationships>",
              link("d1", "diagramData", "../diagrams/data1.xml")
                  + link("c1", "chart", "../charts/chart1.xml")
                  + "</Relationships>");
      case "[Content_Types].xml" ->
          content.replace(
              "</Types>",
              "<Override PartName=\"/ppt/diagrams/data1.xml\""
                  + " ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml\"/><Override"
                  + " PartName=\"/ppt/charts/chart1.xml\""
                  + " ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/></Types>");
      default -> content;
    };
  }

  private static String cell(String text) {
    return "<a:tc><a:txBody><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></a:txBody></a:tc>";
  }

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String drawing(String content) {
    return "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData>"
        + content
        + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
  }

  private static String object(String program, String id) {
    return "<w:p><w:r><w:object><o:OLEObject ProgID=\"%s\" r:id=\"%s\"/></w:object></w:r></w:p>"
        .formatted(program, id);
  }

  /** Adds a part to the document and gives the id by which it refers to it. */
  private String linked(String kind, String target, byte[] content) {
    String id = "r" + (parts.size() + 1);
    parts.put("word/" + target, content);
    links.append(link(id, kind, target));
    return id;
  }

  private static String link(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONSHIPS, kind, target);
  }

  private String text(String body) throws IOException {
    AttachmentText text = read(body);
    assertThat(Said.of(text.summary())).isEmpty();
    assertThat(text.pages()).hasSize(1);
    return text.pages().getFirst().text();
  }

  private AttachmentText read(String body) throws IOException {
    parts.put(
        "[Content_Types].xml",
        bytes(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd."
                + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
    parts.put("_rels/.rels", relationships(link("r1", "officeDocument", "word/document.xml")));
    parts.put("word/_rels/document.xml.rels", relationships(links.toString()));
    parts.put(
        "word/document.xml",
        bytes("<w:document " + NAMES + "><w:body>" + body + "</w:body></w:document>"));
    return read(
        "a.docx",
        Archives.zip(
            parts.entrySet().stream()
                .map(part -> packed(part.getKey(), part.getValue()))
                .toArray(Archives.Packed[]::new)));
  }

  private static byte[] relationships(String links) {
    return bytes(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + links
            + "</Relationships>");
  }

  private AttachmentText read(String name, byte[] bytes) throws IOException {
    return new TikaTextExtractor().extract(Files.write(folder.resolve(name), bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
