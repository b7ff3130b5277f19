package it.lente.extract.reading.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.Pdfs;
import it.lente.extract.reading.TikaTextExtractor;
import it.lente.record.PageText;
import it.lente.record.WordBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words as typesetters set them: with marks, initials, hyphens, and other text in their place. */
class TypesettingTest {

  @TempDir private Path folder;

  private final Pdfs pdf = new Pdfs();

  @AfterEach
  void close() {
    pdf.close();
  }

  @Test
  void the_mark_of_a_note_is_a_word_of_its_own() throws IOException {
    assertThat(withMark("rigenerazione", "1", " urbana")).isEqualTo("rigenerazione ¹ urbana");
    assertThat(withMark("partecipazione", "12", ", e poi")).isEqualTo("partecipazione ¹², e poi");
    assertThat(withMark("partecipazione", "1,2", " dei")).isEqualTo("partecipazione ¹,² dei");
    assertThat(withMark("dei cittadini.", "3", " Poi")).isEqualTo("dei cittadini. ³ Poi");
    assertThat(withMark("dei cittadini ", "3", " dopo")).isEqualTo("dei cittadini ³ dopo");
    assertThat(withMark("la giunta", "iv", " dopo")).isEqualTo("la giunta ⁱᵛ dopo");
    assertThat(withMark("Sindaco", "*", ".")).isEqualTo("Sindaco *.");
    assertThat(withMark("quartiere", "a", " nord")).isEqualTo("quartiere ᵃ nord");
    assertThat(withMark("Giovanni ROSSI", "2", " X")).isEqualTo("Giovanni ROSSI ² X");
    assertThat(withMark("aprile 2021", "3", ";")).isEqualTo("aprile 2021 ³;");
    assertThat(withMark("bilancio", "(4)", " sociale")).isEqualTo("bilancio (⁴) sociale");
    assertThat(withMark("dal D.L.", "5", " citato")).isEqualTo("dal D.L. ⁵ citato");
    assertThat(withMark("", "6", "Nota al testo")).isEqualTo("6 Nota al testo");
  }

  @Test
  void powers_formulas_and_ordinals_stay_whole() throws IOException {
    assertThat(withMark("40 m", "2", " di prato")).isEqualTo("40 m2 di prato");
    assertThat(withMark("12 km", "2", ",")).isEqualTo("12 km2,");
    assertThat(withMark("il 1", "o", " articolo")).isEqualTo("il 1o articolo");
    assertThat(withMark("la 3", "a", " fase")).isEqualTo("la 3a fase");
    assertThat(withMark("il XIX", "o", " secolo")).isEqualTo("il XIXo secolo");
    assertThat(withMark("n", "o", " 12")).isEqualTo("no 12");
    assertThat(withPiece("e CO", 7, -2, "2", " emessa")).isEqualTo("e CO2 emessa");
    assertThat(withPiece("acqua H", 7, -2, "2", "O pura")).isEqualTo("acqua H2O pura");
    assertThat(withPiece("polveri PM", 7, -2, "10", " fini")).isEqualTo("polveri PM10 fini");
    assertThat(withPiece("C", 8, 0, "OMUNE DI", " qui")).isEqualTo("COMUNE DI qui");
  }

  @Test
  void a_power_of_ten_is_a_number_and_a_note_to_a_number_is_none() throws IOException {
    assertThat(withMark("circa 10", "6", " alberi")).isEqualTo("circa 10⁶ alberi");
    assertThat(withMark("3,5 × 10", "12", ".")).isEqualTo("3,5 × 10¹².");
    assertThat(whenShowing("/F1 11 Tf (in 10\\263 casi) Tj")).isEqualTo("in 10³ casi");
    assertThat(withMark("art. 10", "2", " poi")).isEqualTo("art. 10 ² poi");
    assertThat(withMark("nel 2010", "6", " poi")).isEqualTo("nel 2010 ⁶ poi");
    assertThat(withMark("il 3.10", "6", " poi")).isEqualTo("il 3.10 ⁶ poi");
    assertThat(withMark("art. 10", "(6)", " poi")).isEqualTo("art. 10 (⁶) poi");
    assertThat(withMark("art. 10", "1,2", " poi")).isEqualTo("art. 10 ¹,² poi");
    assertThat(withMark("abitanti 12", "6", " poi")).isEqualTo("abitanti 12 ⁶ poi");
  }

  @Test
  void a_raised_digit_of_the_font_is_told_from_a_power() throws IOException {
    assertThat(whenShowing("/F1 11 Tf (rigenerazione\\271 e 40 m\\262) Tj"))
        .isEqualTo("rigenerazione ¹ e 40 m²");
  }

  @Test
  void a_mark_far_above_its_line_does_not_leave_it() throws IOException {
    for (float rise : new float[] {2, 3.5f, 5, 6.5f}) {
      assertThat(withPiece("rigenerazione", 6, rise, "1", " urbana"))
          .as("raised by %s", rise)
          .isEqualTo("rigenerazione ¹ urbana");
    }
  }

  @Test
  void the_box_of_a_word_leaves_out_its_mark() throws IOException {
    PageText page = whenReadingPage("/F1 11 Tf (rigenerazione) Tj /F1 7 Tf 4 Ts (12) Tj");

    assertThat(boxed(page)).containsExactly("rigenerazione");
    WordBox box = page.boxes().all().getFirst();
    assertThat(box.width()).isBetween(60f, 75f);
  }

  @Test
  void what_is_painted_in_place_of_text_reads_as_that_text() throws IOException {
    String soft = "/Span <</ActualText <FEFF00AD>>> BDC ( ) Tj EMC 0 0 Td ";
    assertThat(whenShowing("/F1 12 Tf (rige) Tj 22.7 0 Td " + soft + "(nerazione) Tj"))
        .isEqualTo("rigenerazione");
    assertThat(
            whenShowing("/F1 12 Tf (af) Tj /Span <</ActualText (fi)>> BDC (x) Tj EMC (damento) Tj"))
        .isEqualTo("affidamento");
    assertThat(
            whenShowing(
                "/F1 12 Tf /Span <</ActualText (Bilancio 2020)>> BDC (Bxyz) Tj EMC ( qui) Tj"))
        .isEqualTo("Bilancio 2020 qui");
    assertThat(whenShowing("/F1 12 Tf /Span <</ActualText ()>> BDC (parola) Tj EMC"))
        .isEqualTo("parola");
    assertThat(whenShowing("/F1 12 Tf /P <</MCID 0>> BDC (pia) Tj EMC EMC /Q BMC (no) Tj EMC"))
        .isEqualTo("piano");
  }

  @Test
  void text_in_place_of_what_is_painted_may_be_listed_among_the_resources() throws IOException {
    COSDictionary properties = new COSDictionary();
    properties.setItem("MC0", dictionary("ActualText", new COSString("delibera")));

    assertThat(whenShowing("/F1 12 Tf /Span /MC0 BDC (xxxxxxxx) Tj EMC", properties))
        .isEqualTo("delibera");
  }

  @Test
  void a_blank_that_nobody_can_see_separates_nothing() throws IOException {
    assertThat(whenShowing("/F1 12 Tf [(co) ( ) 278 (mune)] TJ")).isEqualTo("comune");
    assertThat(whenShowing("/F1 12 Tf [(il) ( ) 40 (comune)] TJ")).isEqualTo("il comune");
    assertThat(whenShowing("/F1 12 Tf (il comune) Tj")).isEqualTo("il comune");
  }

  @Test
  void an_initial_of_several_lines_begins_its_word() throws IOException {
    assertThat(withInitial("P", "iazza della Libertà è stata", "proposto di chiuderla"))
        .isEqualTo("Piazza della Libertà è stata\nproposto di chiuderla");
    assertThat(withInitial("I", "l consiglio comunale ha", "che riguarda la piazza"))
        .isEqualTo("Il consiglio comunale ha\nche riguarda la piazza");
    assertThat(withInitial("L", "'amministrazione ha detto", "a tutti i cittadini"))
        .isEqualTo("L'amministrazione ha detto\na tutti i cittadini");
    assertThat(withInitial("I", "cittadini della frazione", "scrivono ad altri cittadini"))
        .isEqualTo("I cittadini della frazione\nscrivono ad altri cittadini");
  }

  @Test
  void a_hyphen_of_its_own_is_kept_and_that_of_a_broken_word_is_not() throws IOException {
    String[][] kept = {
      {"socio-", "economico"}, {"tecnico-", "scientifici"}, {"post-", "intervento"},
      {"socio-", "sanitario"}, {"politico-", "amministrativa"}, {"economico-", "ambientale"},
      {"EMILIA-", "ROMAGNA"}
    };
    for (String[] parts : kept) {
      assertThat(whenReadingLines("carattere " + parts[0], parts[1] + " ora"))
          .isEqualTo("carattere " + parts[0] + parts[1] + "\nora");
    }
    String[][] dropped = {
      {"parteci-", "pazione"},
      {"riqua-", "lificazione"},
      {"coordina-", "mento"},
      {"auto-", "costruzione"},
      {"PARTECI-", "PAZIONE"},
      {"socio-", "logia"},
      {"con-", "tratto"},
      {"opziona¬", "le"},
      {"consul–", "tazione"}
    };
    for (String[] parts : dropped) {
      String first = parts[0].substring(0, parts[0].length() - 1);
      assertThat(whenReadingLines("testo " + parts[0], parts[1] + " ora"))
          .isEqualTo("testo " + first + parts[1] + "\nora");
    }
  }

  @Test
  void what_else_the_page_says_tells_how_a_word_is_broken() throws IOException {
    assertThat(whenReadingLines("un nord-sud aperto", "e poi nord-", "sud ancora"))
        .endsWith("e poi nord-sud\nancora");
    assertThat(whenReadingLines("la teoria atmosferica qui", "e atmosf-", "erica ancora"))
        .endsWith("e atmosferica\nancora");
    assertThat(whenReadingLines("for the new activity", "of the local activ-", "ity group"))
        .endsWith("local activity\ngroup");
  }

  @Test
  void a_number_on_a_line_of_its_own_does_not_part_a_word() throws IOException {
    assertThat(whenReadingLines("e il consiglie-", "1", "re comunale"))
        .isEqualTo("e il consigliere\n1\ncomunale");
    assertThat(whenReadingLines("e il consiglie-", "1 re comunale"))
        .isEqualTo("e il consiglie-\n1 re comunale");
    assertThat(whenReadingLines("e il consiglie-", "1", "Roma"))
        .isEqualTo("e il consiglie-\n1\nRoma");
    assertThat(whenReadingLines("e il consiglie-", "1", "2", "re comunale"))
        .isEqualTo("e il consiglie-\n1\n2\nre comunale");
    assertThat(whenReadingLines("negli anni 2015-", "7", "re comunale"))
        .isEqualTo("negli anni 2015-\n7\nre comunale");
  }

  @Test
  void a_hyphen_joins_only_with_the_line_below_it() throws IOException {
    PDPage page = pdf.blank();
    pdf.write(page, 72, 700, "prima cella");
    pdf.write(page, 300, 700, "la parteci-");
    pdf.write(page, 72, 686, "altra cella");
    assertThat(whenReading()).isEqualTo("prima cella la parteci-\naltra cella");
  }

  @Test
  void writing_goes_where_the_product_of_size_and_stretch_points() throws IOException {
    String right = "Delibera numero 2022 della giunta";
    for (int size : new int[] {12, -12}) {
      for (int stretch : new int[] {100, -100, 60, -60}) {
        for (float spacing : new float[] {0, .4f}) {
          int turned = size * stretch < 0 ? -1 : 1;
          String contents =
              "q %d 0 0 1 300 0 cm BT /F1 %d Tf %d Tz %s Tc 1 0 0 1 %d 400 Tm (%s) Tj ET Q"
                  .formatted(turned, size, stretch, spacing, -200, right);
          assertThat(whenReadingRaw(contents, null).text()).as(contents).isEqualTo(right);
        }
      }
    }
  }

  @Test
  void an_image_in_the_contents_may_hold_its_own_end_mark() throws IOException {
    String[] images = {
      "BI /W 4 /H 4 /BPC 8 /CS /G ID ab EI Q cd EI Q1\nEI Q",
      "BI /W 8 /H 8 /F /DCT ID xyz EI \200\201 EI (((( EI\nEI Q"
    };
    for (String image : images) {
      String contents = "q " + image + " BT /F1 12 Tf 72 700 Td (dopo) Tj ET";
      assertThat(whenReadingRaw(contents, null).text()).as(image).isEqualTo("dopo");
    }
  }

  @Test
  void contents_with_any_image_bytes_are_read_to_their_end() throws IOException {
    long seed = 20261127;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      StringBuilder pixels = new StringBuilder();
      for (int pixel = 0; pixel < 300; pixel++) {
        pixels.append(random.nextInt(6) == 0 ? " EI " : (char) random.nextInt(256) + "");
      }
      pixels.setLength(300);
      String contents =
          "q BI /W 30 /H 10 /BPC 8 /CS /G ID " + pixels + "\nEI Q BT /F1 12 Tf (dopo) Tj ET";
      assertThat(whenReadingRaw(contents, null).text())
          .as("seed %d, %d", seed, round)
          .isEqualTo("dopo");
    }
  }

  @Test
  void initials_of_months_are_no_word() throws IOException {
    assertThat(whenReadingLines("G F M A M G L A S O N D")).isEqualTo("G F M A M G L A S O N D");
    assertThat(whenReadingLines("S O N D J F M A M J J A")).isEqualTo("S O N D J F M A M J J A");
    assertThat(whenReadingLines("C O M U N I C A T O")).isEqualTo("COMUNICATO");
  }

  @Test
  void a_glyph_named_by_its_letters_reads_as_these() {
    assertThat(FontTables.textOf("f_i")).isEqualTo("fi");
    assertThat(FontTables.textOf("f_f_i.alt")).isEqualTo("ffi");
    assertThat(FontTables.textOf("T_h")).isEqualTo("Th");
    assertThat(FontTables.textOf("x_unknownname")).isNull();
  }

  @Test
  void layers_over_each_other_are_read_one_after_the_other() throws IOException {
    PDPage page = pdf.blank();
    for (int line = 0; line < 3; line++) {
      pdf.write(page, 72, 700 - 14 * line, "La giunta approva il bilancio di previsione " + line);
    }
    for (int line = 0; line < 3; line++) {
      pdf.write(page, 70, 699 - 14 * line, "Copia conforme depositata presso la segreteria");
    }

    assertThat(whenReading().replace('\n', ' '))
        .contains("La giunta approva il bilancio di previsione 0")
        .contains("Copia conforme depositata presso la segreteria");
  }

  private static String escaped(String text) {
    return text.replace("(", "\\(").replace(")", "\\)");
  }

  private String withMark(String word, String mark, String after) throws IOException {
    return withPiece(word, 7, 4, mark, after);
  }

  private String withPiece(String word, float size, float rise, String piece, String after)
      throws IOException {
    return whenShowing(
        "/F1 11 Tf (%s) Tj /F1 %s Tf %s Ts (%s) Tj 0 Ts /F1 11 Tf (%s) Tj"
            .formatted(escaped(word), size, rise, escaped(piece), escaped(after)));
  }

  private String withInitial(String initial, String first, String second) throws IOException {
    float beside = 73 + Pdfs.HELVETICA.getStringWidth(initial) * 30 / 1000;
    return whenReadingRaw(
            "BT /F1 30 Tf 70 678 Td (%s) Tj ET BT /F1 11 Tf %s 690 Td (%s) Tj 0 -12 Td (%s) Tj ET"
                .formatted(initial, beside, first, second),
            null)
        .text();
  }

  private String whenShowing(String operators) throws IOException {
    return whenReadingPage(operators).text();
  }

  private String whenShowing(String operators, COSDictionary properties) throws IOException {
    return whenReadingRaw("BT 72 700 Td " + operators + " ET", properties).text();
  }

  private PageText whenReadingPage(String operators) throws IOException {
    return whenReadingRaw("BT 72 700 Td " + operators + " ET", null);
  }

  private PageText whenReadingRaw(String contents, COSDictionary properties) throws IOException {
    PDPage page = pdf.raw(contents.getBytes(ISO_8859_1), null);
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("F1"), Pdfs.HELVETICA);
    if (properties != null) {
      resources.getCOSObject().setItem(COSName.PROPERTIES, properties);
    }
    page.setResources(resources);
    return lastPage();
  }

  private static COSDictionary dictionary(String key, COSString value) {
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(key, value);
    return dictionary;
  }

  private String whenReadingLines(String... lines) throws IOException {
    pdf.page(String.join("\n", lines));
    return lastPage().text();
  }

  private String whenReading() throws IOException {
    return lastPage().text();
  }

  private PageText lastPage() throws IOException {
    Path file = Files.write(folder.resolve("file.pdf"), pdf.bytes());
    return new TikaTextExtractor().extract(file).pages().getLast();
  }

  private static List<String> boxed(PageText page) {
    List<String> words = new ArrayList<>();
    for (WordBox box : page.boxes().all()) {
      words.add(page.text().substring(box.start(), box.end()));
    }
    return words;
  }
}
