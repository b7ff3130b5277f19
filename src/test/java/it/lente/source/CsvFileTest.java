package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.OtherField;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records in CSV; the places and people are invented. */
class CsvFileTest {

  @TempDir Path folder;
  private GivenFolder given;

  @BeforeEach
  void folders() {
    given = new GivenFolder(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void a_row_is_a_record_whatever_separates_its_cells(String separator) {
    given.record(
        "orti.csv",
        "id;title;startYear".replace(";", separator),
        "orto;\"L'orto; di, \"\"Borgo Finto\"\"\";2021".replace(";", separator));
    ProcessRecord record = given.readOne();

    assertThat(record.id()).isEqualTo("orto");
    assertThat(record.title()).isEqualTo("L'orto; di, \"Borgo Finto\"".replace(";", separator));
    assertThat(record.derived().years()).hasToString("2021");
    assertThat(given.problems()).isEmpty();
  }

  @Test
  void a_separator_may_be_named_on_a_line_of_its_own() {
    given.record("orti.csv", "sep=;", "id;title, in full;title", "a;b;L'orto", "x;;\"open");

    assertThat(given.readOne().title()).isEqualTo("L'orto");
    assertThat(given.problems().getFirst()).startsWith("orti.csv, line 4: ");
  }

  static Stream<Charset> encodings() {
    return Stream.of(
        StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void accents_are_read_in_three_encodings(Charset encoding) {
    String text = "id;Titolo;Comune\r\n1;La città che verrà – «così»;Forlì\r\n";
    given.bytes(given.records.resolve("città.csv"), text.getBytes(encoding));

    assertThat(given.readOne().title()).isEqualTo("La città che verrà – «così»");
    assertThat(given.problems()).hasSize(encoding.name().startsWith("UTF") ? 0 : 1);
    assertThat(given.readAgain()).isEmpty();
  }

  @Test
  void columns_are_keys_or_labels_in_any_spelling_and_unknown_ones_are_kept() {
    given.record(
        "orti.csv",
        "ID;TITOLO;anno_di_chiusura;Stato  di Avanzamento;titolari-della-decisione;Importo"
            + " finanziato dal bando;end_date;places;Colore",
        "1;Orti;2019;concluso;Comune di Borgo Finto / Unione Finta;15k;31/05/2019;Emilia-Romagna >"
            + " Modena;verde",
        "2;Altri orti;;;;;;;\"<p>giallo</p>\"",
        "3;Senza colore;;;;;;;");
    List<ProcessRecord> records = given.read();
    ProcessRecord first = records.getFirst();

    assertThat(first.values(RecordField.END_YEAR)).containsExactly("2019");
    assertThat(first.status()).isEqualTo("Concluso");
    assertThat(first.values(RecordField.DECISION_HOLDERS))
        .containsExactly("Comune di Borgo Finto", "Unione Finta");
    assertThat(first.values(RecordField.FUNDED_AMOUNT)).containsExactly("15000.00");
    assertThat(first.derived().years()).hasToString("2019");
    assertThat(first.derived().places()).containsExactly(TreePath.of("Emilia-Romagna", "Modena"));
    assertThat(first.other()).containsExactly(new OtherField("Colore", "verde"));
    assertThat(records.get(1).other()).containsExactly(new OtherField("Colore", "giallo"));
    assertThat(given.report.unknownLabels()).containsEntry("Colore", 2).hasSize(1);
    assertThat(given.problems()).isEmpty();
  }

  @Test
  void unchanged_rows_are_not_read_again_even_below_unknown_columns() {
    given.record("orti.csv", "id,title,Colore", "1,Orti,verde", "2,Altri orti,giallo");
    given.read();
    given.record("orti.csv", "id,title,Colore", "1,Orti,verde", "2,Altri orti,rosso");

    assertThat(given.readAgain()).containsExactly("2");
    assertThat(given.report.unknownLabels()).containsEntry("Colore", 2);
    given.record("orti.csv", "id,title,Tinta", "1,Orti,verde", "2,Altri orti,giallo");
    assertThat(given.readAgain()).containsExactly("1", "2");
  }

  @Test
  void a_problem_names_line_column_and_record() {
    given.record(
        "orti.csv",
        "id;Titolo;Obiettivi;Anno di avvio;Allegati",
        "1;Orti;\"Due\r\nrighe\";2019;relazione.pdf",
        "2;Altri orti;Una riga;n.d.;[{\"file\": \"r.pdf\"}]");
    List<ProcessRecord> records = given.read();

    assertThat(records.getFirst().first(RecordField.OBJECTIVES)).contains("Due\nrighe");
    assertThat(records.getFirst().other())
        .containsExactly(new OtherField("Allegati", "relazione.pdf"));
    assertThat(records.get(1).origin().line()).isEqualTo(4);
    assertThat(records.get(1).attachments()).hasSize(1);
    assertThat(given.problems())
        .singleElement()
        .asString()
        .startsWith("orti.csv, line 4, column «Anno di avvio», record «2»: «n.d.» is not four");
    assertThat(given.readAgain()).containsExactly("2");
  }

  @Test
  void columns_of_one_name_are_joined_and_reported() {
    given.record(
        "orti.csv",
        "id;Titolo;Comune;Comune;Anno di avvio;startYear;Nota;Nota",
        "1;Orti;Vignola;Modena;2019;2020;prima;seconda");
    ProcessRecord record = given.readOne();

    assertThat(record.values(RecordField.MUNICIPALITY)).containsExactly("Vignola", "Modena");
    assertThat(record.values(RecordField.START_YEAR)).containsExactly("2019");
    assertThat(record.other())
        .containsExactly(
            new OtherField("Anno di avvio", "2020"),
            new OtherField("Nota", "prima"),
            new OtherField("Nota", "seconda"));
    assertThat(given.problems())
        .satisfiesExactly(
            p -> assertThat(p).startsWith("orti.csv, line 1: the column «Comune» is there twice"),
            p -> assertThat(p).startsWith("orti.csv, line 1: the column «startYear» is"),
            p -> assertThat(p).startsWith("orti.csv, line 1: the column «Nota» is there twice"),
            p -> assertThat(p).contains("line 2, column «startYear», record «1»", "given twice"));
  }

  @Test
  void an_unclosed_text_costs_its_row_and_is_told_with_its_line() {
    given.record(
        "orti.csv",
        "id;title",
        "1;\"Orti",
        "sociali\"",
        "2;\"Aperto",
        "3;\"Chiuso\"",
        "4;\"Detto \"così\" e basta\"",
        "5;Buono",
        "6;\"Aperto fino alla fine",
        "7;Ultimo");

    assertThat(given.read()).extracting(ProcessRecord::id).containsExactly("1", "3", "5", "7");
    assertThat(given.report.problems()).extracting(SourceProblem::line).containsExactly(4, 6, 8);
    assertThat(given.report.refused()).isEqualTo(3);
    assertThat(given.problems().getFirst()).contains("the row is left out; close the text");
  }

  @Test
  void a_row_with_more_or_fewer_cells_is_read_and_reported() {
    given.record("orti.csv", "id,title,Nota", "1,Orti", "2,Altri,Nota,di troppo", "", "3,Terzi,");
    List<ProcessRecord> records = given.read();

    assertThat(records).extracting(ProcessRecord::id).containsExactly("1", "2", "3");
    assertThat(records.get(1).other())
        .containsExactly(
            new OtherField("Nota", "Nota"), new OtherField("Senza etichetta", "di troppo"));
    assertThat(given.problems())
        .satisfiesExactly(
            p -> assertThat(p).startsWith("orti.csv, line 2: the row has 2 cells, the header 3"),
            p -> assertThat(p).startsWith("orti.csv, line 3: the row has 4 cells, the header 3"));
  }

  @Test
  void rows_without_ids_are_numbered_and_files_without_titles_are_refused() {
    given.record("a.csv", "Titolo", "Primo", "Secondo");
    given.record("b.csv", "Nome;Anno", "Primo;2020");
    given.record("c.csv", "\"Titolo");

    assertThat(given.read()).extracting(ProcessRecord::id).containsExactly("a-1", "a-2");
    assertThat(given.problems())
        .satisfiesExactly(
            p ->
                assertThat(p).startsWith("a.csv, line 1: no column is called «id»").contains("a-1"),
            p -> assertThat(p).startsWith("b.csv, line 1: no column is called «title»"),
            p -> assertThat(p).startsWith("c.csv: has no first row"));
    assertThat(given.report.refused()).isEqualTo(2);
    assertThat(given.readAgain()).isEmpty();
  }

  /** Whatever a table contains, its rows come back, and other bytes never stop a run. */
  @Test
  void rows_come_back_as_they_were_written_and_noise_stops_nothing() {
    long seed = 20261127;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      String separator = ",;\t".substring(round % 3, round % 3 + 1);
      StringBuilder text = new StringBuilder("id" + separator + "title");
      List<String> titles = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        String title =
            "T"
                + random
                    .ints(6, 0, 8)
                    .mapToObj(c -> "ab\n\";,\t ".charAt(c) + "")
                    .reduce("", String::concat)
                + "z";
        titles.add(title);
        text.append(random.nextBoolean() ? "\n" : "\r\n").append(i).append(separator);
        text.append('"').append(title.replace("\"", "\"\"")).append('"');
      }
      given.record("t.csv", text.toString());
      assertThat(given.read())
          .as("seed %d, round %d", seed, round)
          .extracting(ProcessRecord::title)
          .containsExactlyElementsOf(titles);
      StringBuilder noise = new StringBuilder(text);
      for (int i = 0; i < 4; i++) {
        noise.setCharAt(random.nextInt(9, noise.length()), "\"\n;,".charAt(random.nextInt(4)));
      }
      given.record("t.csv", noise.toString());
      given.read();
    }
  }
}
