package it.lente.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeReadingTest {

  private static final String ODF =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\"";

  @TempDir private Path folder;

  @Test
  void the_sheets_of_a_workbook_bear_their_names() throws IOException {
    AttachmentText text =
        whenReading(
            "a.xlsx",
            OfficeFiles.xlsx(
                OfficeFiles.row(1, "voce", "data") + OfficeFiles.row(2, "sala", "43363"),
                OfficeFiles.row(1, "riservato")));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(text.summary().unit()).isEqualTo(TextUnit.SHEET);
    assertThat(text.pages()).extracting(PageText::label).containsExactly("Costi", "Nascosto");
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("Costi\nvoce\tdata\nsala\t20/09/2018", "Nascosto\nriservato");
  }

  @Test
  void sheets_of_an_archive_say_which_file_and_which_sheet() throws IOException {
    byte[] xlsx = OfficeFiles.xlsx(OfficeFiles.row(1, "voce"), OfficeFiles.row(1, "altra"));

    assertThat(whenReading("a.zip", Archives.zip(Archives.packed("dati.xlsx", xlsx))).pages())
        .extracting(PageText::label)
        .containsExactly("dati.xlsx, Costi", "dati.xlsx, Nascosto");
  }

  @Test
  void slides_keep_their_numbers_and_the_notes_of_the_speaker() throws IOException {
    AttachmentText text =
        whenReading("a.pptx", OfficeFiles.pptx("da dire a voce", "Titolo", "Secondo", "", "Fine"));

    assertThat(Said.of(text.summary())).isEmpty();
    assertThat(text.summary().unit()).isEqualTo(TextUnit.SLIDE);
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("Titolo", "Secondo\nda dire a voce", "", "Fine");
  }

  @Test
  void old_workbooks_are_read_sheet_by_sheet() throws IOException {
    AttachmentText text = whenReading("a.xls", OldOfficeFiles.xls("Costi", "Nascosto"));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(text.summary().unit()).isEqualTo(TextUnit.SHEET);
    assertThat(text.pages()).extracting(PageText::label).containsExactly("Costi", "Nascosto");
    assertThat(text.pages())
        .extracting(PageText::text)
        .allSatisfy(sheet -> assertThat(sheet).contains("voce\t12,5"));
  }

  @Test
  void old_slides_keep_their_numbers() throws IOException {
    AttachmentText text = whenReading("a.ppt", OldOfficeFiles.ppt("Il parco", "", "La piazza"));

    assertThat(text.summary().unit()).isEqualTo(TextUnit.SLIDE);
    assertThat(text.pages())
        .extracting(page -> page.text().strip())
        .containsExactly("Il parco", "", "La piazza");
  }

  @Test
  void the_sheets_of_an_open_document_bear_their_names() throws IOException {
    AttachmentText text =
        whenReading(
            "a.ods",
            openDocument(
                "spreadsheet",
                "<table:table table:name=\"Costi\"><table:table-row><table:table-cell>"
                    + "<text:p>voce</text:p></table:table-cell><table:table-cell><text:p>15,00"
                    + " \u20AC</text:p></table:table-cell></table:table-row><table:table-row>"
                    + "<table:table-cell><office:annotation><text:p>nota</text:p>"
                    + "</office:annotation><text:p>sala</text:p></table:table-cell>"
                    + "</table:table-row></table:table><table:table table:name=\"Vuoto\"/>"));

    assertThat(text.summary().unit()).isEqualTo(TextUnit.SHEET);
    assertThat(text.pages()).extracting(PageText::label).containsExactly("Costi", "Vuoto");
    assertThat(text.pages().getFirst().text()).isEqualTo("Costi\nvoce\t15,00 \u20AC\nsala\nnota");
  }

  @Test
  void the_slides_of_an_open_document_are_numbered() throws IOException {
    AttachmentText text =
        whenReading(
            "a.odp",
            openDocument(
                "presentation",
                "<draw:page><draw:frame><draw:text-box><text:p>Titolo</text:p></draw:text-box>"
                    + "</draw:frame><presentation:notes><text:p>a voce</text:p>"
                    + "</presentation:notes></draw:page><draw:page/><draw:page><text:p>Fine"
                    + "</text:p></draw:page>"));

    assertThat(text.summary().unit()).isEqualTo(TextUnit.SLIDE);
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("Titolo\na voce", "", "Fine");
  }

  @Test
  void fields_of_an_open_document_are_text() throws IOException {
    AttachmentText text =
        whenReading(
            "a.odt", Zips.odt("<text:p>Bologna, <text:date>12/03/2020</text:date></text:p>", ""));

    assertThat(text.pages()).extracting(PageText::text).containsExactly("Bologna, 12/03/2020");
  }

  @Test
  void rich_text_keeps_letters_of_its_code_page_and_rows_of_tables() throws IOException {
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 La citt\\'e0 \\'93di"
            + " tutti\\'94: 15 \\u8364?\\par seconda riga\\par}";

    AttachmentText text = whenReading("a.rtf", rtf.getBytes(StandardCharsets.US_ASCII));

    assertThat(text.summary().unit()).isEqualTo(TextUnit.SECTION);
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("La citt\u00E0 \u201Cdi tutti\u201D: 15 \u20AC\nseconda riga");
  }

  @Test
  void an_entity_that_grows_without_end_is_refused() throws IOException {
    StringBuilder bomb =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a0 \"x\">");
    for (int level = 1; level < 30; level++) {
      String below = "&a" + (level - 1) + ";";
      bomb.append("<!ENTITY a").append(level).append(" \"").append(below.repeat(10)).append("\">");
    }
    Map<String, String> parts =
        Map.of(
            "mimetype",
            "application/vnd.oasis.opendocument.text",
            "content.xml",
            bomb + "]><b>&a29;</b>");

    AttachmentText text = whenReading("a.odt", Zips.zip(parts));

    assertThat(text.summary().state()).isIn(AttachmentState.FAILED, AttachmentState.NO_TEXT);
    assertThat(Said.of(text.summary())).isNotBlank();
  }

  @Test
  void an_entity_from_elsewhere_is_not_fetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "segretissimo");
    String content =
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><office:document-content "
            + ODF
            + "><office:body><office:text><text:p>testo &x;</text:p></office:text></office:body>"
            + "</office:document-content>";

    AttachmentText text =
        whenReading(
            "a.odt",
            Zips.zip(
                Map.of(
                    "mimetype",
                    "application/vnd.oasis.opendocument.text",
                    "content.xml",
                    content)));

    assertThat(text.pages()).noneMatch(page -> page.text().contains("segretissimo"));
  }

  @Test
  void a_text_that_would_fill_the_memory_is_cut_and_says_so() throws IOException {
    byte[] letters = "abcdefghi\n".repeat(2_100_000).getBytes(StandardCharsets.US_ASCII);

    AttachmentText text = whenReading("a.txt", letters);

    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary()))
        .isEqualTo("what follows the text is lost: its text is longer than 20,000,000 characters");
  }

  private static byte[] openDocument(String kind, String body) {
    return Zips.zip(
        Map.of(
            "mimetype",
            "application/vnd.oasis.opendocument." + kind,
            "content.xml",
            "<office:document-content "
                + ODF
                + "><office:body><office:"
                + kind
                + ">"
                + body
                + "</office:"
                + kind
                + "></office:body></office:document-content>"));
  }

  private AttachmentText whenReading(String name, byte[] bytes) throws IOException {
    return new TikaTextExtractor().extract(Files.write(folder.resolve(name), bytes));
  }
}
