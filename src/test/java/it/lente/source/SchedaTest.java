package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.FieldValue;
import it.lente.record.OtherField;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schede of the invented municipality of Borgo Finto, in both layouts, with all their oddities. */
class SchedaTest {

  private static final String CALL =
      "Hai gestito, partecipato o hai info su questo processo? Integra le informazioni";

  private static final List<String> WHOLE =
      List.of(
          "Regione Emilia-Romagna",
          "La biblioteca di Borgo Finto",
          CALL,
          "CertificatoFinanziato",
          "Processo",
          "Stato di avanzamento",
          "Concluso",
          "Natura Processo",
          "Processo certificato e finanziato",
          "Anno della certificazione",
          "2018",
          "Importo finanziato dal Bando",
          "12.750,00 €",
          "Cofinanziamento altri soggetti",
          "Non prevista come premialità nel bando di riferimento",
          "Anno di avvio",
          "Anno di chiusura",
          "2019",
          "Gestione di Processo",
          "Comitato di Garanzia locale",
          "Tre persone.",
          "Comitato di Garanzia locale - Funzioni assegnate",
          "Monitoraggio degli esiti del processo",
          "Soggetti esterni",
          "Comune di Fintara / Associazione Lettori, sezione di Fintara",
          "Caratteristiche",
          "Fasi del percorso",
          "Il percorso.1)Costituzione",
          "Seconda riga.",
          "Tecniche di Partecipazione",
          "World Café, Focus Group",
          "Obiettivi e Risultati",
          "Obiettivi",
          "Obiettivi chiari per tutti",
          "Allegati",
          "Crediti",
          "Segnalato da Persona",
          "Ada Esempio",
          "Data ultima modifica: 04/07/2021");

  @TempDir Path folder;
  private GivenFolder given;

  @BeforeEach
  void folders() {
    given = new GivenFolder(folder);
  }

  @Test
  void a_compact_scheda_is_read_whole() {
    ProcessRecord record = given.record("547.txt", WHOLE.toArray(String[]::new)).readOne();

    assertThat(record.id()).isEqualTo("547");
    assertThat(record.title()).isEqualTo("La biblioteca di Borgo Finto");
    assertThat(record.values(RecordField.REGION)).containsExactly("Emilia-Romagna");
    assertThat(record.values(RecordField.BADGES)).containsExactly("Certificato", "Finanziato");
    assertThat(record.status()).isEqualTo("Concluso");
    assertThat(record.values(RecordField.FUNDED_AMOUNT)).containsExactly("12750.00");
    assertThat(record.values(RecordField.EXTERNAL_PARTIES))
        .containsExactly("Comune di Fintara", "Associazione Lettori, sezione di Fintara");
    assertThat(record.values(RecordField.PHASES))
        .containsExactly("Il percorso.1)Costituzione\nSeconda riga.");
    assertThat(record.values(RecordField.TECHNIQUES)).containsExactly("World Café", "Focus Group");
    assertThat(record.values(RecordField.OBJECTIVES)).containsExactly("Obiettivi chiari per tutti");
    assertThat(record.first(RecordField.LAST_MODIFIED)).contains("2021-07-04");
    assertThat(record.other()).isEmpty();
    assertThat(given.problems()).isEmpty();
  }

  @Test
  void a_blank_line_between_all_lines_changes_no_value() {
    given.record("a.txt", WHOLE.toArray(String[]::new));
    List<String> spaced = new ArrayList<>();
    WHOLE.forEach(line -> spaced.addAll(List.of(line, "")));
    given.record("b.txt", spaced.toArray(String[]::new));

    List<ProcessRecord> read = given.read();

    for (RecordField field : RecordField.values()) {
      if (field != RecordField.PHASES) {
        assertThat(read.get(1).values(field)).isEqualTo(read.get(0).values(field));
      }
    }
    assertThat(read.get(1).values(RecordField.PHASES))
        .containsExactly("Il percorso.1)Costituzione\n\nSeconda riga.");
  }

  @Test
  void a_value_may_hold_blank_lines() {
    ProcessRecord record = given.scheda("Obiettivi", "Primo.", "", "", "Secondo.", "Allegati");

    assertThat(record.values(RecordField.OBJECTIVES)).containsExactly("Primo.\n\nSecondo.");
  }

  @Test
  void a_label_with_nothing_below_is_no_field() {
    ProcessRecord record = given.scheda("Ambito di intervento", "Anno di avvio", "Obiettivi", "Sì");

    assertThat(record.fields()).containsOnlyKeys(RecordField.TITLE, RecordField.OBJECTIVES);
  }

  @Test
  void labels_that_begin_alike_are_told_apart_by_the_whole_line() {
    ProcessRecord record =
        given.scheda(
            "Obiettivi e Risultati",
            "Obiettivi",
            "Uno.",
            "Processo",
            "Processo segnalato da",
            "Un ufficio");

    assertThat(record.values(RecordField.OBJECTIVES)).containsExactly("Uno.");
    assertThat(record.values(RecordField.REPORTED_BY)).containsExactly("Un ufficio");
  }

  @Test
  void a_label_is_read_under_any_section() {
    ProcessRecord record = given.scheda("Crediti", "Indirizzo", "Via Finta 1", "Processo");

    assertThat(record.values(RecordField.ADDRESS)).containsExactly("Via Finta 1");
  }

  @Test
  void a_plain_word_of_the_territory_may_be_a_value() {
    ProcessRecord record =
        given.scheda(
            "Titolari della decisione",
            "Comune",
            "Partecipanti",
            "Singoli cittadini",
            "Territorio Interessato",
            "Comune",
            "Borgo Finto");

    assertThat(record.values(RecordField.DECISION_HOLDERS)).containsExactly("Comune");
    assertThat(record.values(RecordField.MUNICIPALITY)).containsExactly("Borgo Finto");
  }

  @Test
  void a_second_line_below_a_vocabulary_is_kept_and_reported() {
    ProcessRecord record =
        given.scheda("Tipo di partecipazione", "Partecipazione volontaria", "Codecisione");

    assertThat(record.values(RecordField.PARTICIPATION_TYPE))
        .containsExactly("Partecipazione volontaria");
    assertThat(record.other()).containsExactly(new OtherField("Codecisione", ""));
    assertThat(given.report.unknownLabels()).containsEntry("Codecisione", 1);
  }

  @Test
  void an_unknown_label_after_a_closed_field_is_kept_with_what_stands_below() {
    ProcessRecord record =
        given.scheda(
            "Anno di chiusura", "2019", "Spesa per i volantini", "300 euro", "in due volte");

    assertThat(record.other())
        .containsExactly(new OtherField("Spesa per i volantini", "300 euro\nin due volte"));
    assertThat(given.report.unknownLabels()).containsOnly(Map.entry("Spesa per i volantini", 1));
  }

  @Test
  void an_unknown_label_after_an_empty_closed_field_is_known_by_its_value() {
    ProcessRecord record =
        given.scheda("Anno di avvio", "Numero di incontri", "sette", "Anno di chiusura", "2019");

    assertThat(record.other()).containsExactly(new OtherField("Numero di incontri", "sette"));
    assertThat(record.first(RecordField.END_YEAR)).contains("2019");
  }

  @Test
  void an_unknown_label_after_prose_stays_in_the_prose() {
    ProcessRecord record = given.scheda("Obiettivi", "Uno.", "Etichetta nuova", "Due.");

    assertThat(record.values(RecordField.OBJECTIVES))
        .containsExactly("Uno.\nEtichetta nuova\nDue.");
  }

  @Test
  void prose_in_a_field_of_keywords_stays_in_one_piece() {
    String prose = "Hanno partecipato molti cittadini, alcune scuole, e infine i negozianti.";
    ProcessRecord record = given.scheda("Partecipanti", prose);

    assertThat(record.values(RecordField.PARTICIPANTS)).containsExactly(prose);
  }

  @Test
  void absent_is_not_no() {
    ProcessRecord record =
        given.scheda(
            "Cofinanziamento altri soggetti",
            "Non indicato o dato non disponibile nelle fonti consultate",
            "Richiesta e concessione della proroga",
            "No",
            "Costo complessivo del processo",
            "null");

    FieldValue coFunding = record.fields().get(RecordField.CO_FUNDING);
    assertThat(coFunding.declaredAbsent()).isTrue();
    assertThat(coFunding.asWritten()).startsWith("Non indicato");
    assertThat(record.values(RecordField.EXTENSION)).containsExactly("no");
    assertThat(record.fields().get(RecordField.TOTAL_COST).declaredAbsent()).isTrue();
  }

  @Test
  void yes_is_spelled_in_four_ways() {
    for (String yes : List.of("Si", "Sì", "sì", "si", "si'")) {
      assertThat(given.scheda("Cofinanziamento altri soggetti", yes).values(RecordField.CO_FUNDING))
          .as(yes)
          .containsExactly("yes");
    }
  }

  @Test
  void money_is_read_as_italians_write_it() {
    assertAmount("15.000,00 €", "15000.00");
    assertAmount("15k", "15000.00");
    assertAmount("15.000", "15000.00");
    assertAmount("€ 1.234.567,8", "1234567.80");
    assertAmount("980,50\u00A0euro", "980.50");
  }

  private void assertAmount(String written, String amount) {
    ProcessRecord record = given.scheda("Costo complessivo del processo", written);
    assertThat(record.values(RecordField.TOTAL_COST)).as(written).containsExactly(amount);
    assertThat(record.fields().get(RecordField.TOTAL_COST).asWritten()).isEqualTo(written);
  }

  @Test
  void percentages_months_and_dates_take_their_canonical_form() {
    ProcessRecord record =
        given.scheda(
            "Percentuale Cofinanziamento",
            "28,57",
            "Durata (mesi)",
            "17 mesi",
            "Data inizio del processo",
            "16/12/2013",
            "Data fine del processo",
            "1° marzo 2014");

    assertThat(record.values(RecordField.CO_FUNDING_PERCENT)).containsExactly("28.57");
    assertThat(record.values(RecordField.DURATION_MONTHS)).containsExactly("17");
    assertThat(record.values(RecordField.START_DATE)).containsExactly("2013-12-16");
    assertThat(record.values(RecordField.END_DATE)).containsExactly("2014-03-01");
  }

  @Test
  void a_value_that_does_not_fit_is_kept_beside_the_fields_and_reported_with_its_line() {
    ProcessRecord record =
        given.scheda(
            "Anno di chiusura",
            "n.d.",
            "Importo finanziato dal Bando",
            "-500",
            "Data fine del processo",
            "31/02/2015");

    assertThat(record.fields()).containsOnlyKeys(RecordField.TITLE);
    assertThat(record.other())
        .containsExactly(
            new OtherField("Anno di chiusura", "n.d."),
            new OtherField("Importo finanziato dal Bando", "-500"),
            new OtherField("Data fine del processo", "31/02/2015"));
    assertThat(given.problems()).hasSize(3);
    assertThat(given.problems().getFirst())
        .startsWith("giardino.txt, line 2: «n.d.» is not four digits");
  }

  @Test
  void the_path_of_a_file_is_a_value() {
    ProcessRecord record = given.scheda("Logo", "Mappa di Impatto", "media/odp_files/finto.jpg");

    assertThat(record.values(RecordField.IMPACT_MAP)).containsExactly("media/odp_files/finto.jpg");
    assertThat(record.fields()).doesNotContainKey(RecordField.LOGO);
  }

  @Test
  void labels_are_known_whatever_their_apostrophes_accents_and_spaces() {
    ProcessRecord record =
        given.scheda(
            "ANNO DI\u00A0CHIUSURA",
            "2019",
            "Durata  (mesi) ",
            "6",
            "Ambito di intervento",
            "societa\u0092 dell\u2019informazione");

    assertThat(record.values(RecordField.END_YEAR)).containsExactly("2019");
    assertThat(record.values(RecordField.DURATION_MONTHS)).containsExactly("6");
    assertThat(record.values(RecordField.SCOPE)).containsExactly("Società dell'informazione");
  }

  @Test
  void a_control_character_that_was_an_apostrophe_becomes_one() {
    assertThat(given.scheda("Obiettivi", "L\u0092idea").values(RecordField.OBJECTIVES))
        .containsExactly("L’idea");
  }

  @Test
  void a_field_that_is_named_twice_keeps_both_values() {
    ProcessRecord record =
        given.scheda(
            "Indirizzo",
            "Via Finta 1",
            "Anno di chiusura",
            "2019",
            "Indirizzo",
            "Via Vera 2",
            "Anno di chiusura",
            "2020");

    assertThat(record.values(RecordField.ADDRESS)).containsExactly("Via Finta 1\nVia Vera 2");
    assertThat(record.values(RecordField.END_YEAR)).containsExactly("2019");
    assertThat(record.other()).containsExactly(new OtherField("Anno di chiusura", "2020"));
    assertThat(given.problems()).singleElement().asString().contains("is given twice");
  }

  @Test
  void a_text_that_is_not_utf_8_is_read_as_windows_1252_and_reported() {
    byte[] bytes = "Città finta\nObiettivi\nL’idea".getBytes(Charset.forName("windows-1252"));
    ProcessRecord record = given.bytes(given.records.resolve("a.txt"), bytes).readOne();

    assertThat(record.title()).isEqualTo("Città finta");
    assertThat(record.values(RecordField.OBJECTIVES)).containsExactly("L’idea");
    assertThat(given.problems())
        .singleElement()
        .asString()
        .contains("a.txt: is not written in UTF");
  }
}
