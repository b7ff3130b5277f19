package it.lente.extract.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.Pdfs;
import it.lente.extract.reading.TikaTextExtractor;
import it.lente.record.AttachmentText;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.TextRange;
import it.lente.record.WordBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that are broken at the end of a page are whole where they begin. */
class BrokenPagesTest {

  @TempDir private Path folder;

  @Test
  void a_broken_word_is_whole_on_the_page_where_it_begins() {
    assertThat(joined("una proposta urbani-", "stica condivisa"))
        .containsExactly("una proposta urbanistica", "condivisa");
    assertThat(joined("il percorso parteci\u00AD", "pativo.\nPoi"))
        .containsExactly("il percorso partecipativo.", "Poi");
    assertThat(joined("GIUNTA SULLA PARTECI-", "PAZIONE DEI CITTADINI"))
        .containsExactly("GIUNTA SULLA PARTECIPAZIONE", "DEI CITTADINI");
    assertThat(joined("la parola fini-", "sce")).containsExactly("la parola finisce", "");
    assertThat(joined("una urbani-", "stica e parteci-", "pata scelta"))
        .containsExactly("una urbanistica", "e partecipata", "scelta");
  }

  @Test
  void compounds_keep_their_hyphen() {
    assertThat(joined("il quadro socio-", "economico attuale"))
        .containsExactly("il quadro socio-economico", "attuale");
    assertThat(joined("in Emilia-", "Romagna oggi")).containsExactly("in Emilia-", "Romagna oggi");
  }

  @Test
  void other_signs_at_the_end_of_a_page_join_nothing() {
    for (String last : List.of("nel 2015-", "la lista -", "la lista -–", "pre- e post", "a")) {
      assertThat(joined(last, "pazione dei")).containsExactly(last, "pazione dei");
    }
    assertThat(joined("il consiglie-", "Capitolo 2"))
        .containsExactly("il consiglie-", "Capitolo 2");
    assertThat(joined("il consiglie-", "")).containsExactly("il consiglie-", "");
    assertThat(joined("", "")).containsExactly("", "");
  }

  @Test
  void running_lines_and_notes_between_the_parts_stay_where_they_are() {
    PageText one = page(1, "Comune\nla urbani-\n1 nota al piede\npag. 1");
    PageText two = page(2, "Comune\nstica buona\npag. 2");

    List<PageText> pages =
        BrokenPages.joined(
            List.of(
                one.withRepeated(
                    List.of(new TextRange(0, 6), new TextRange(18, 33), new TextRange(34, 40))),
                two.withRepeated(List.of(new TextRange(0, 6), new TextRange(19, 25)))));

    assertThat(pages)
        .extracting(PageText::text)
        .containsExactly(
            "Comune\nla urbanistica\n1 nota al piede\npag. 1", "Comune\nbuona\npag. 2");
    assertThat(pages.get(0).repeated())
        .extracting(range -> pages.get(0).text().substring(range.start(), range.end()))
        .containsExactly("Comune", "1 nota al piede", "pag. 1");
    assertThat(pages.get(1).repeated())
        .extracting(range -> pages.get(1).text().substring(range.start(), range.end()))
        .containsExactly("Comune", "pag. 2");
  }

  @Test
  void the_word_is_marked_where_its_first_part_was_painted() throws IOException {
    AttachmentText text =
        read(
            "Prima riga della pagina con una proposta urbani-",
            "stica partecipata e condivisa da molti\naltra riga");

    String first = text.pages().get(0).text();
    assertThat(first).endsWith("proposta urbanistica");
    List<WordBox> boxes = text.pages().get(0).boxes().all();
    assertThat(boxes.getLast().start()).isEqualTo(first.indexOf("urbanistica"));
    assertThat(boxes.getLast().end()).isEqualTo(first.length());
    assertThat(boxes.getLast().width()).isBetween(20f, 60f);
    PageText second = text.pages().get(1);
    assertThat(second.text()).startsWith("partecipata e condivisa");
    assertThat(second.boxes().all())
        .extracting(box -> second.text().substring(box.start(), box.end()))
        .containsExactly("partecipata", "e", "condivisa", "da", "molti", "altra", "riga");
  }

  @Test
  void footers_and_footnotes_of_a_report_do_not_part_a_word() throws IOException {
    String[] broken = {"urbani-", "parteci-", "cittadi-"};
    String[] rest = {"Inizio", "stica condivisa", "pazione aperta", "nanza attiva"};
    try (Pdfs pdf = new Pdfs()) {
      for (int number = 0; number < 4; number++) {
        PDPage page = pdf.blank();
        pdf.write(page, 60, 800, "Comune di Selvabella");
        pdf.write(page, 60, 740, rest[number] + " e la riga va avanti fino in fondo al margine");
        pdf.write(page, 60, 726, "con altre parole che non dicono nulla di nuovo a chi legge");
        pdf.write(page, 60, 712, "e poi una " + (number < 3 ? broken[number] : "fine."));
        pdf.write(page, 60, 40, "Pagina " + (number + 1) + " di 4");
      }
      List<PageText> pages = read(pdf.bytes()).pages();

      assertThat(pages.get(0).text()).contains("una urbanistica");
      assertThat(pages.get(1).text()).contains("condivisa", "una partecipazione");
      assertThat(pages.get(1).text()).doesNotContain("stica");
      assertThat(pages.get(2).text()).contains("aperta", "una cittadinanza");
      assertThat(pages.get(3).text()).contains("attiva", "Pagina 4 di 4");
    }
  }

  private static PageText page(int number, String text) {
    return new PageText(number, "", text, PageShape.NONE);
  }

  private static List<String> joined(String... texts) {
    List<PageText> pages = new ArrayList<>();
    for (String text : texts) {
      pages.add(page(pages.size() + 1, text));
    }
    return BrokenPages.joined(pages).stream().map(PageText::text).toList();
  }

  private AttachmentText read(String... pages) throws IOException {
    return read(Pdfs.withPages(pages));
  }

  private AttachmentText read(byte[] pdf) throws IOException {
    return new TikaTextExtractor().extract(Files.write(folder.resolve("a.pdf"), pdf));
  }
}
