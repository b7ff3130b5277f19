package it.lente.extract.reading;

import static it.lente.extract.reading.Archives.packed;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.frame.PageFollower;
import it.lente.extract.workers.ReadRequest;
import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageState;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures inside office files, which may be scanned letters. */
class OfficePicturesTest {

  private static final BufferedImage LETTER =
      new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_GRAY);
  private static final BufferedImage LOGO =
      new BufferedImage(120, 60, BufferedImage.TYPE_BYTE_GRAY);

  @TempDir private Path folder;

  @Test
  void a_large_picture_that_is_not_recognised_is_named() throws IOException {
    for (Map.Entry<String, byte[]> file : filesWith(LETTER, 400, 500).entrySet()) {
      AttachmentText text = whenReading(file.getKey(), file.getValue());

      assertThat(text.summary().state()).as(file.getKey()).isEqualTo(AttachmentState.PARTIAL);
      assertThat(Said.of(text.summary()))
          .as(file.getKey())
          .contains("1 of 1 file", ".png", "it is a picture");
      assertThat(text.pages().getFirst().text()).as(file.getKey()).contains("Verbale");
      assertThat(text.pages().getLast().state()).as(file.getKey()).isEqualTo(PageState.NEEDS_OCR);
    }
  }

  @Test
  void a_logo_is_not_worth_a_word() throws IOException {
    Map<String, byte[]> files = filesWith(LOGO, 400, 500);
    filesWith(LETTER, 60, 80).forEach((name, bytes) -> files.put("small-" + name, bytes));
    // Tika does not say how large the pictures of a workbook are shown.
    files.keySet().removeIf(name -> name.matches("small-.*\\.xlsx?"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      AttachmentText text = whenReading(file.getKey(), file.getValue());

      assertThat(Said.of(text.summary())).as(file.getKey()).isEmpty();
      assertThat(text.summary().state()).as(file.getKey()).isEqualTo(AttachmentState.INDEXED);
    }
  }

  @Test
  void a_scanned_letter_in_a_document_is_recognised() throws IOException {
    Scans.assumeTesseract();
    BufferedImage scan = Scans.picture("la proposta del comitato per il parco");
    for (Map.Entry<String, byte[]> file : filesWith(scan, 450, 600).entrySet()) {
      AttachmentText text = whenRecognising(file.getKey(), file.getValue());

      assertThat(Said.of(text.summary())).as(file.getKey()).isEmpty();
      assertThat(text.summary().state()).as(file.getKey()).isEqualTo(AttachmentState.OCR);
      assertThat(text.pages().getLast().text()).as(file.getKey()).contains("comitato");
    }
  }

  @Test
  void a_photograph_without_letters_is_nothing_to_report_once_looked_at() throws IOException {
    Scans.assumeTesseract();

    AttachmentText text = whenRecognising("a.docx", docx(LETTER, 400, 500));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(Said.of(text.summary())).isEmpty();
  }

  @Test
  void a_document_of_nothing_but_a_scan_waits_to_be_recognised() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      add(document, LETTER, 400, 500);

      AttachmentText text = whenReading("a.docx", bytes(document::write));
      assertThat(text.summary().state()).isEqualTo(AttachmentState.NEEDS_OCR);
    }
  }

  @Test
  void a_picture_on_all_slides_is_read_once() throws IOException {
    try (XMLSlideShow show = new XMLSlideShow()) {
      for (int slide = 0; slide < 4; slide++) {
        add(show, LETTER, 400, 500);
      }

      assertThat(whenReading("a.pptx", bytes(show::write)).pages()).hasSize(5);
    }
  }

  @Test
  void old_drawings_name_their_size_before_the_picture() throws IOException {
    Map<String, Boolean> sizes = new LinkedHashMap<>();
    sizes.put("450pt;height:300.5pt", true);
    sizes.put("16cm;height:9cm;z-index:1", true);
    sizes.put("6in; height:2in", true);
    sizes.put("90pt;height:40pt", false);
    sizes.put("auto", false);
    for (Map.Entry<String, Boolean> size : sizes.entrySet()) {
      AttachmentText text =
          whenReading(
              "a.docx",
              oldDocx(
                  ("<w:p><w:r><w:t>Verbale</w:t></w:r><w:r><w:pict><v:shape"
                          + " style=\"position:absolute;width:%s\"><v:imagedata"
                          + " r:id=\"r1\"/></v:shape></w:pict></w:r></w:p>")
                      .formatted(size.getKey())));

      assertThat(text.summary().state())
          .as(size.getKey())
          .isEqualTo(size.getValue() ? AttachmentState.PARTIAL : AttachmentState.INDEXED);
    }
    String preview =
        "<w:p><w:r><w:t>Verbale</w:t></w:r><w:r><w:object><v:shape"
            + " style=\"width:450pt;height:300pt\"><v:imagedata r:id=\"r1\"/></v:shape><o:OLEObject"
            + " ProgID=\"Equation.3\" r:id=\"r9\"/></w:object></w:r></w:p>";
    assertThat(whenReading("a.docx", oldDocx(preview)).summary().state())
        .isEqualTo(AttachmentState.INDEXED);
  }

  private static byte[] oldDocx(String body) {
    String names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:o=\"urn:schemas-microsoft-com:office:office\"";
    return Archives.zip(
        packed(
            "[Content_Types].xml",
            utf8(
                "<Types"
                    + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                    + " PartName=\"/word/document.xml\" ContentType=\"application/vnd."
                    + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")),
        packed("_rels/.rels", link("officeDocument", "word/document.xml")),
        packed("word/_rels/document.xml.rels", link("image", "media/image1.png")),
        packed("word/media/image1.png", Scans.file(LETTER, "png")),
        packed(
            "word/document.xml",
            utf8("<w:document " + names + "><w:body>" + body + "</w:body></w:document>")));
  }

  private static byte[] link(String kind, String target) {
    return utf8(
        ("<Relationships"
             + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
             + " Id=\"r1\""
             + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
             + " Target=\"%s\"/></Relationships>")
            .formatted(kind, target));
  }

  /** Files of each kind with the word «Verbale» and a picture that is shown so large, in points. */
  private static Map<String, byte[]> filesWith(BufferedImage image, int width, int height)
      throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.docx", docx(image, width, height));
    try (XMLSlideShow show = new XMLSlideShow()) {
      add(show, image, width, height);
      files.put("a.pptx", bytes(show::write));
    }
    files.put("a.odt", odt(image, width, height));
    for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
      workbook.createSheet("Verbale").createRow(0).createCell(0).setCellValue("Verbale");
      ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
      anchor.setCol2(8);
      anchor.setRow2(30);
      workbook
          .getSheetAt(0)
          .createDrawingPatriarch()
          .createPicture(
              anchor, workbook.addPicture(Scans.file(image, "png"), Workbook.PICTURE_TYPE_PNG));
      files.put(workbook instanceof XSSFWorkbook ? "a.xlsx" : "a.xls", bytes(workbook::write));
      workbook.close();
    }
    return files;
  }

  private static byte[] docx(BufferedImage image, int width, int height) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("Verbale");
      add(document, image, width, height);
      return bytes(document::write);
    }
  }

  private static void add(XWPFDocument document, BufferedImage image, int width, int height)
      throws IOException {
    try {
      document
          .createParagraph()
          .createRun()
          .addPicture(
              new ByteArrayInputStream(Scans.file(image, "png")),
              org.apache.poi.common.usermodel.PictureType.PNG,
              "scan.png",
              Units.toEMU(width),
              Units.toEMU(height));
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  private static void add(XMLSlideShow show, BufferedImage image, int width, int height) {
    XSLFSlide slide = show.createSlide();
    slide.createTextBox().setText("Verbale");
    slide
        .createPicture(show.addPicture(Scans.file(image, "png"), PictureType.PNG))
        .setAnchor(new Rectangle(10, 10, width, height));
  }

  private static byte[] odt(BufferedImage image, int width, int height) {
    List<Archives.Packed> parts = new ArrayList<>();
    parts.add(packed("mimetype", utf8("application/vnd.oasis.opendocument.text")));
    parts.add(
        packed(
            "content.xml",
            utf8(
                ("<office:document-content"
                     + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                     + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                     + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
                     + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
                     + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:body><office:text><text:p>Verbale"
                     + " <draw:frame svg:width=\"%scm\" svg:height=\"%scm\"><draw:image"
                     + " xlink:href=\"Pictures/1.png\"/></draw:frame>"
                     + "</text:p></office:text></office:body></office:document-content>")
                    .formatted(width / 28.35, height / 28.35))));
    parts.add(packed("Pictures/1.png", Scans.file(image, "png")));
    return Archives.zip(parts.toArray(Archives.Packed[]::new));
  }

  private interface Writing {
    void to(ByteArrayOutputStream bytes) throws IOException;
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.to(bytes);
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private AttachmentText whenReading(String name, byte[] bytes) throws IOException {
    return new TikaTextExtractor().extract(Files.write(folder.resolve(name), bytes));
  }

  private AttachmentText whenRecognising(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    ReadRequest request = new ReadRequest(file.toString(), Map.of(), Optional.of("ita"));
    return new TikaTextExtractor().extract(request, PageFollower.NONE);
  }
}
