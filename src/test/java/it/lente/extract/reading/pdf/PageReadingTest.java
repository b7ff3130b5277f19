package it.lente.extract.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.Pdfs;
import it.lente.extract.reading.TikaTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageReadingTest {

  private static final String[] LEFT = {
    "Il percorso partecipativo si apre con", "un incontro pubblico in biblioteca e",
    "prosegue con i laboratori di quartiere", "nei quali i cittadini discutono del",
    "parco e delle sue strade alberate"
  };
  private static final String[] RIGHT = {
    "La seconda fase raccoglie le proposte", "dei gruppi di lavoro e le ordina per",
    "tema, costo e urgenza prima che il", "tavolo di negoziazione le esamini e",
    "le consegni alla giunta comunale"
  };

  @TempDir private Path folder;

  private final Pdfs pdf = new Pdfs();

  @AfterEach
  void close() {
    pdf.close();
  }

  @Test
  void two_columns_are_read_one_after_the_other() throws IOException {
    PDPage page = pdf.blank();
    pdf.write(
        page,
        60,
        760,
        "Un titolo che corre sopra tutte e due le colonne di questa pagina di prova");
    for (int line = 0; line < LEFT.length; line++) {
      pdf.write(page, 60, 730 - 13 * line, LEFT[line]);
      pdf.write(page, 310, 730 - 13 * line, RIGHT[line]);
    }
    pdf.write(
        page, 60, 600, "Sotto le colonne una nota che di nuovo corre da un margine fino all'altro");

    assertThat(whenReading().replace("\n\n", "\n"))
        .isEqualTo(
            "Un titolo che corre sopra tutte e due le colonne di questa pagina di prova\n"
                + String.join("\n", LEFT)
                + "\n"
                + String.join("\n", RIGHT)
                + "\nSotto le colonne una nota che di nuovo corre da un margine fino all'altro");
  }

  @Test
  void columns_whose_lines_lie_askew_are_not_mixed() throws IOException {
    PDPage page = pdf.blank();
    for (int line = 0; line < LEFT.length; line++) {
      pdf.write(page, 60, 730 - 13 * line, LEFT[line]);
    }
    for (int line = 0; line < RIGHT.length; line++) {
      pdf.write(page, 310, 724 - 12 * line, RIGHT[line]);
    }

    assertThat(whenReading())
        .isEqualTo(String.join("\n", LEFT) + "\n\n" + String.join("\n", RIGHT));
  }

  @Test
  void a_table_goes_row_by_row() throws IOException {
    PDPage page = pdf.blank();
    String[][] rows = {
      {"Voce", "Anno", "Importo"},
      {"Parco", "2019", "1.200"},
      {"Scuola", "2020", "900"},
      {"Strada", "2021", "15.000"},
      {"Ponte", "2022", "80"}
    };
    for (int row = 0; row < rows.length; row++) {
      for (int cell = 0; cell < 3; cell++) {
        pdf.write(page, 60 + 120 * cell, 700 - 15 * row, rows[row][cell]);
      }
    }

    assertThat(whenReading().lines())
        .containsExactly(
            "Voce Anno Importo",
            "Parco 2019 1.200",
            "Scuola 2020 900",
            "Strada 2021 15.000",
            "Ponte 2022 80");
  }

  @Test
  void hyphens_at_a_line_end_are_joined_before_a_small_letter_only() throws IOException {
    assertThat(whenReadingLines("parteci- ", " pazione, e poi"))
        .isEqualTo("partecipazione,\ne poi");
    assertThat(whenReadingLines("con-", "sul-", "ta ora")).isEqualTo("consulta\nora");
    assertThat(whenReadingLines("Emilia-", "Romagna")).isEqualTo("Emilia-\nRomagna");
    assertThat(whenReadingLines("2019-", "2020")).isEqualTo("2019-\n2020");
    assertThat(whenReadingLines("elenco -", "voce")).isEqualTo("elenco -\nvoce");
  }

  @Test
  void letter_spaced_lines_are_closed_and_rows_of_letters_are_not() throws IOException {
    assertThat(whenReadingLines("N O N  C L A S S I F I C A T O")).isEqualTo("NON CLASSIFICATO");
    assertThat(whenReadingLines("I N F O R M A Z I O N I")).isEqualTo("INFORMAZIONI");
    assertThat(whenReadingLines("A B C D E F G H I")).isEqualTo("A B C D E F G H I");
    assertThat(whenReadingLines("a  b  c  d  e  f  g  h").replaceAll(" +", "  "))
        .isEqualTo("a  b  c  d  e  f  g  h");
  }

  @Test
  void a_word_spaced_by_its_letters_stays_whole() throws IOException {
    pdf.paint(
        pdf.blank(),
        contents -> {
          contents.beginText();
          contents.setFont(Pdfs.HELVETICA, 12);
          contents.setCharacterSpacing(9);
          contents.newLineAtOffset(72, 700);
          contents.showText("VERBALE DI SEDUTA");
          contents.endText();
        });

    assertThat(whenReading()).isEqualTo("VERBALE DI SEDUTA");
  }

  @Test
  void words_are_parted_by_gaps_where_spaces_are_missing() throws IOException {
    pdf.raw(
        "BT /F1 12 Tf 72 700 Td [(Il) -300 (pa) 20 (r) -15 (co) -260 (urbano)] TJ ET"
            .getBytes(StandardCharsets.US_ASCII),
        null);
    pdf.document.getPage(0).setResources(withHelvetica());

    assertThat(whenReading()).isEqualTo("Il parco urbano");
  }

  @Test
  void what_is_painted_twice_is_read_once() throws IOException {
    PDPage page = pdf.blank();
    pdf.write(page, 72, 700, "Bilancio della collettività");
    pdf.write(page, 72.4f, 700, "Bilancio della collettività");
    pdf.write(page, 72, 680, "Bilancio della collettività");

    assertThat(whenReading()).isEqualTo("Bilancio della collettività\nBilancio della collettività");
  }

  @Test
  void what_is_painted_twice_is_read_once_in_whatever_order_the_page_paints() throws IOException {
    long seed = 20261127;
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      PDPage page = pdf.blank();
      List<Integer> painted = new ArrayList<>();
      for (int line = 0; line < LEFT.length; line++) {
        painted.add(line);
        painted.add(line);
      }
      Collections.shuffle(painted, random);
      for (int line : painted) {
        pdf.write(page, 60 + random.nextFloat() * .4f, 730 - 13 * line, LEFT[line]);
      }

      assertThat(whenReading(round))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(String.join("\n", LEFT));
    }
  }

  @Test
  void a_turned_stamp_is_a_block_of_its_own_after_the_rest() throws IOException {
    for (int degrees : new int[] {90, 180, 270, 35}) {
      PDPage page = pdf.blank();
      Matrix place = Matrix.getRotateInstance(Math.toRadians(degrees), 300, 400);
      pdf.write(page, place, Pdfs.HELVETICA, 9, "Protocollo generale numero 1234");
      pdf.write(page, 72, 700, "Deliberazione della giunta comunale");
      pdf.write(page, 72, 500, "Il segretario comunale attesta che");

      assertThat(whenReading(pdf.document.getNumberOfPages() - 1))
          .as("%d degrees", degrees)
          .isEqualTo(
              "Deliberazione della giunta comunale\nIl segretario comunale attesta che\n\n"
                  + "Protocollo generale numero 1234");
    }
  }

  @Test
  void a_page_reads_the_same_however_it_is_turned_or_cropped() throws IOException {
    for (int rotation = 0; rotation < 360; rotation += 90) {
      PDPage page = pdf.page("prima riga del testo\nseconda riga del testo");
      page.setRotation(rotation);
      page.setMediaBox(new PDRectangle(-100, -50, 700, 950));
      page.setCropBox(new PDRectangle(40, 60, 500, 760));
    }

    for (int page = 0; page < 4; page++) {
      assertThat(whenReading(page)).isEqualTo("prima riga del testo\nseconda riga del testo");
    }
  }

  @Test
  void hebrew_is_read_from_the_right_with_its_numbers_from_the_left() {
    Glyphs glyphs = new Glyphs();
    FontMetrics font = new FontMetrics(Pdfs.HELVETICA);
    String shown = "12 \u05DD\u05D5\u05DC\u05E9";
    for (int place = 0; place < shown.length(); place++) {
      String glyph =
          shown.charAt(place) == ' ' ? FontMetrics.BLANK : shown.substring(place, place + 1);
      glyphs.add(glyph, font, 0, 10 * place, 10 * place + 10, 10 * place + 10, 100, 12);
    }

    String text =
        PageWriter.write(ReadingOrder.of(WordBuilder.words(glyphs), new DrawnRules())).text();

    assertThat(text).isEqualTo("\u05E9\u05DC\u05D5\u05DD 12");
  }

  @Test
  void form_values_and_free_text_are_page_text_and_hidden_notes_are_not() throws IOException {
    PDPage page = pdf.page("modulo");
    PDAnnotationWidget value = new PDAnnotationWidget();
    value.setAppearance(appearance("compilato"));
    value.setRectangle(new PDRectangle(100, 600, 200, 20));
    PDAnnotationFreeText note = new PDAnnotationFreeText();
    note.setAppearance(appearance("annotato"));
    note.setRectangle(new PDRectangle(100, 500, 200, 20));
    PDAnnotationFreeText hidden = new PDAnnotationFreeText();
    hidden.setAppearance(appearance("nascosto"));
    hidden.setRectangle(new PDRectangle(100, 400, 200, 20));
    hidden.setHidden(true);
    page.getAnnotations().add(value);
    page.getAnnotations().add(note);
    page.getAnnotations().add(hidden);

    assertThat(whenReading()).isEqualTo("modulo\ncompilato\nannotato");
  }

  @Test
  void a_form_is_read_where_it_is_painted() throws IOException {
    PDFormXObject form = new PDFormXObject(pdf.document);
    form.setBBox(new PDRectangle(0, 0, 200, 20));
    form.setResources(withHelvetica());
    try (var out = form.getCOSObject().createOutputStream()) {
      out.write("BT /F1 10 Tf 0 5 Td (dentro) Tj ET".getBytes(StandardCharsets.US_ASCII));
    }
    PDPage page = pdf.blank();
    pdf.write(page, 72, 700, "sopra");
    pdf.write(page, 72, 600, "sotto");
    pdf.paint(
        page,
        contents -> {
          contents.transform(Matrix.getTranslateInstance(72, 650));
          contents.drawForm(form);
        });

    assertThat(whenReading()).isEqualTo("sopra\ndentro\nsotto");
  }

  private PDAppearanceDictionary appearance(String text) throws IOException {
    PDAppearanceStream stream = new PDAppearanceStream(pdf.document);
    stream.setBBox(new PDRectangle(0, 0, 200, 20));
    stream.setResources(withHelvetica());
    try (var out = stream.getCOSObject().createOutputStream()) {
      out.write(("BT /F1 10 Tf 2 5 Td (" + text + ") Tj ET").getBytes(StandardCharsets.US_ASCII));
    }
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(stream);
    return appearance;
  }

  private static PDResources withHelvetica() {
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("F1"), Pdfs.HELVETICA);
    return resources;
  }

  private String whenReadingLines(String... lines) throws IOException {
    pdf.page(String.join("\n", lines));
    return whenReading(pdf.document.getNumberOfPages() - 1);
  }

  private String whenReading() throws IOException {
    return whenReading(0);
  }

  private String whenReading(int page) throws IOException {
    Path file = Files.write(folder.resolve("file.pdf"), pdf.bytes());
    return new TikaTextExtractor().extract(file).pages().get(page).text();
  }
}
