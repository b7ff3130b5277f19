package it.lente.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.PageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns and tables, made with gaps as narrow as typesetters leave them. */
class ColumnReadingTest {

  private static final long SEED = 20261127;

  private static final String[] WORDS =
      ("il percorso di partecipazione dei cittadini e delle associazioni ha raccolto molte proposte"
              + " per la piazza con un incontro pubblico nella biblioteca comunale che il tavolo di"
              + " negoziazione esamina prima della giunta e del consiglio su mobilità verde scuola")
          .split(" ");

  private static final String[] CELLS = {
    "Soggetto Proposta Esito",
    "Associazione",
    "Amici del Parco",
    "Gestione condivisa",
    "degli spazi verdi",
    "Parere favorevole",
    "con prescrizioni",
    "Comitato Vivere",
    "il Centro",
    "Richiesta di",
    "pedonalizzazione",
    "Accolta in parte",
    "dalla giunta",
    "Consulta dei",
    "giovani",
    "Spazio per prove",
    "musicali",
    "Respinta per",
    "mancanza di fondi"
  };

  @TempDir private Path folder;

  private final Pdfs pdf = new Pdfs();
  private final Random random = new Random(SEED);

  @AfterEach
  void close() {
    pdf.close();
  }

  @Test
  void phrases_run_on_within_columns_however_narrow_the_gap_and_whichever_is_painted_first()
      throws IOException {
    for (float size : new float[] {8, 9.5f, 11, 12}) {
      for (float gap : new float[] {.8f, 1, 2}) {
        for (float[] shares : new float[][] {{.5f, .5f}, {.36f, .64f}, {.34f, .33f, .33f}}) {
          for (boolean byRow : new boolean[] {true, false}) {
            List<List<String>> columns = columns(pdf.blank(), size, gap, shares, byRow);
            assertThat(foundOf(columns))
                .as(
                    "seed %d, %s pt, gap %s, %d columns, by row %s",
                    SEED, size, gap, shares.length, byRow)
                .isGreaterThanOrEqualTo(.98);
          }
        }
      }
    }
  }

  @Test
  void a_heading_across_and_a_caption_below_leave_the_columns_whole() throws IOException {
    PDPage page = pdf.blank();
    pdf.write(page, at(60, 790), Pdfs.HELVETICA, 14, "Relazione finale sul percorso partecipativo");
    List<List<String>> columns = columns(page, 10, .9f, new float[] {.5f, .5f}, true);
    pdf.write(
        page,
        at(100, 300),
        Pdfs.HELVETICA,
        9,
        "Figura 3. La mappa con tutte le proposte dei cittadini");

    assertThat(foundOf(columns)).isGreaterThanOrEqualTo(.98);
    assertThat(read()).startsWith("Relazione finale").endsWith("proposte dei cittadini");
  }

  @Test
  void lines_of_one_column_with_wide_gaps_between_words_are_not_torn() throws IOException {
    for (int round = 0; round < 20; round++) {
      PDPage page = pdf.blank();
      List<String> lines = new ArrayList<>();
      for (int line = 0; line < 30; line++) {
        String text = line(10, 270);
        lines.add(text);
        justified(page, 60, 780 - 12 * line, 10, 310, text);
      }
      assertThat(read().lines())
          .as("seed %d, round %d", SEED, round)
          .containsExactlyElementsOf(lines);
    }
  }

  @Test
  void a_list_of_contents_goes_line_by_line() throws IOException {
    PDPage page = pdf.blank();
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < 12; line++) {
      String title = line(10, 150);
      pdf.write(page, 60, 780 - 14 * line, title);
      pdf.write(page, 500, 780 - 14 * line, String.valueOf(10 + line));
      lines.add(title + " " + (10 + line));
    }
    assertThat(read().lines()).containsExactlyElementsOf(lines);
  }

  @Test
  void lines_of_a_cell_stay_together_where_gaps_show_the_rows() throws IOException {
    table(20, false);
    assertThat(read().lines()).containsExactly(CELLS);
  }

  @Test
  void lines_of_a_cell_stay_together_where_rules_alone_show_the_rows() throws IOException {
    table(11, true);
    assertThat(read().lines()).containsExactly(CELLS);
  }

  /** Cells that fill their column, with less than half a letter before the line between them. */
  @Test
  void upright_lines_alone_show_the_cells() throws IOException {
    for (float padding : new float[] {.4f, .75f, 1.5f, 2, 3}) {
      for (boolean asRectangles : new boolean[] {true, false}) {
        List<String> cells = framed(padding, asRectangles);
        assertThat(read().lines())
            .as("%s, %s", padding, asRectangles)
            .containsExactlyElementsOf(cells);
      }
    }
  }

  /** A table of three columns and four rows, with two full lines in each cell. */
  private List<String> framed(float padding, boolean asRectangles) throws IOException {
    List<String> cells = new ArrayList<>();
    PDPage page = pdf.blank();
    float width = 130;
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 3; column++) {
        float left = 60 + width * column;
        float top = 700 - 30 * row;
        for (int line = 0; line < 2; line++) {
          String text = line(10, width - 2 * padding);
          cells.add(text);
          justified(page, left + padding, top - 11 - 12 * line, 10, width - 2 * padding, text);
        }
        pdf.paint(
            page,
            contents -> {
              if (asRectangles) {
                contents.addRect(left, top - 30, width, 30);
                contents.stroke();
              } else {
                for (int edge = 0; edge < 2; edge++) {
                  contents.addRect(left + edge * (width - .5f), top - 30, .5f, 30);
                  contents.addRect(left, top - 30 * edge, width, .5f);
                  contents.fill();
                }
              }
            });
      }
    }
    return cells;
  }

  @Test
  void notes_at_the_foot_are_apart_from_the_text_that_runs_over_the_page() throws IOException {
    for (boolean ruled : new boolean[] {true, false}) {
      PDPage page = pdf.blank();
      for (int line = 0; line < 30; line++) {
        pdf.write(
            page,
            60,
            780 - 14 * line,
            "La riga numero " + line + " del testo corre fino alla fine");
      }
      if (ruled) {
        pdf.paint(
            page,
            contents -> {
              contents.moveTo(60, 100);
              contents.lineTo(160, 100);
              contents.stroke();
            });
      }
      float size = ruled ? 10 : 8;
      pdf.write(page, at(60, 86), Pdfs.HELVETICA, size, "1 Si veda la delibera della giunta,");
      pdf.write(page, at(60, 75), Pdfs.HELVETICA, size, "numero quaranta del consiglio.");
      pdf.write(page, 290, 30, "12");

      PageText read = lastPage();
      assertThat(read.repeated())
          .extracting(range -> read.text().substring(range.start(), range.end()))
          .contains("1 Si veda la delibera della giunta,\nnumero quaranta del consiglio.");
    }
  }

  @Test
  void a_list_at_the_end_of_a_page_is_no_note() throws IOException {
    PDPage page = pdf.blank();
    for (int line = 0; line < 40; line++) {
      pdf.write(page, 60, 780 - 17 * line, line + " voce di un elenco che non ha fine");
    }
    assertThat(lastPage().repeated()).isEmpty();
  }

  private void table(float gap, boolean ruled) {
    PDPage page = pdf.blank();
    float y = 700;
    String[] head = CELLS[0].split(" ");
    for (int column = 0; column < 3; column++) {
      pdf.write(page, 60 + 150 * column, y, head[column]);
    }
    for (int row = 0; row < 3; row++) {
      if (ruled) {
        float below = y - 3;
        pdf.paint(
            page,
            contents -> {
              contents.moveTo(55, below);
              contents.lineTo(520, below);
              contents.stroke();
            });
      }
      y -= gap;
      for (int column = 0; column < 3; column++) {
        pdf.write(page, 60 + 150 * column, y, CELLS[1 + 6 * row + 2 * column]);
        pdf.write(page, 60 + 150 * column, y - 11, CELLS[2 + 6 * row + 2 * column]);
      }
      y -= 11;
    }
  }

  private List<List<String>> columns(
      PDPage page, float size, float gap, float[] shares, boolean byRow) throws IOException {
    float room = 480 - gap * size * (shares.length - 1);
    List<List<String>> columns = new ArrayList<>();
    for (float share : shares) {
      List<String> lines = new ArrayList<>();
      for (int line = 0; line < 24; line++) {
        lines.add(line(size, room * share));
      }
      columns.add(lines);
    }
    for (int place = 0; place < 24 * shares.length; place++) {
      int column = byRow ? place % shares.length : place / 24;
      int line = byRow ? place / shares.length : place % 24;
      float x = 60;
      for (int before = 0; before < column; before++) {
        x += room * shares[before] + gap * size;
      }
      String text = columns.get(column).get(line);
      justified(page, x, 760 - 1.2f * size * line, size, room * shares[column], text);
    }
    return columns;
  }

  /** The share of the four-word phrases over the end of a line that the last page's text has. */
  private double foundOf(List<List<String>> columns) throws IOException {
    String text = " " + read().replace('\n', ' ') + " ";
    int all = 0;
    int found = 0;
    for (List<String> lines : columns) {
      for (int line = 1; line < lines.size(); line++) {
        String[] above = lines.get(line - 1).split(" ");
        String[] below = lines.get(line).split(" ");
        if (above.length > 1 && below.length > 1) {
          String end = above[above.length - 2] + " " + above[above.length - 1];
          all++;
          found += text.contains(" " + end + " " + below[0] + " " + below[1] + " ") ? 1 : 0;
        }
      }
    }
    return (double) found / all;
  }

  private String line(float size, float width) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      String word = WORDS[random.nextInt(WORDS.length)];
      if (width(size, line + " " + word) > width) {
        return line.toString();
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
  }

  private static float width(float size, String text) throws IOException {
    return Pdfs.HELVETICA.getStringWidth(text) * size / 1000;
  }

  private void justified(PDPage page, float x, float y, float size, float width, String text)
      throws IOException {
    long blanks = text.chars().filter(letter -> letter == ' ').count();
    float wider = blanks == 0 ? 0 : (width - width(size, text)) / blanks;
    pdf.paint(
        page,
        contents -> {
          contents.beginText();
          contents.setFont(Pdfs.HELVETICA, size);
          contents.setWordSpacing(wider);
          contents.newLineAtOffset(x, y);
          contents.showText(text);
          contents.endText();
        });
  }

  private static Matrix at(float x, float y) {
    return Matrix.getTranslateInstance(x, y);
  }

  private String read() throws IOException {
    return lastPage().text().replace("\n\n", "\n");
  }

  private PageText lastPage() throws IOException {
    Path file = Files.write(folder.resolve("file.pdf"), pdf.bytes());
    return new TikaTextExtractor().extract(file).pages().getLast();
  }
}
