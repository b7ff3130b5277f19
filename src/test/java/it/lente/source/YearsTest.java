package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.Years;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YearsTest {

  @TempDir Path folder;
  private GivenFolder given;

  @BeforeEach
  void folders() {
    given = new GivenFolder(folder);
  }

  @Test
  void dates_come_before_years() {
    assertYears(
        "2013-2015",
        "Data inizio del processo",
        "Data fine del processo",
        "Anno di avvio",
        "2010",
        "Anno di chiusura",
        "2020",
        "Data inizio del processo",
        "16/12/2013",
        "Data fine del processo",
        "31/05/2015");
  }

  @Test
  void each_bound_is_derived_by_itself() {
    assertYears(
        "2018-2019",
        "Anno della certificazione",
        "Data fine del processo",
        "Anno della certificazione",
        "2018",
        "Data fine del processo",
        "22/10/2019");
  }

  @Test
  void a_missing_bound_equals_the_other() {
    assertYears("2019", "Anno di chiusura", "Anno di chiusura", "Anno di chiusura", "2019");
    assertYears(
        "2021",
        "Data inizio del processo",
        "Data inizio del processo",
        "Data inizio del processo",
        "01/02/2021");
  }

  @Test
  void the_year_of_an_act_is_not_used_where_it_would_turn_the_range_round() {
    assertYears(
        "2024",
        "Data inizio del processo",
        "Data inizio del processo",
        "Anno Finanziamento",
        "2023",
        "Data inizio del processo",
        "29/03/2024");
  }

  @Test
  void dates_inside_the_phases_come_last() {
    assertYears(
        "2018-2019",
        "Fasi del percorso",
        "Fasi del percorso",
        "Fasi del percorso",
        "Dal 3 maggio 2018 alla festa di marzo 2019.");
    assertYears(
        "2018-2019",
        "Fasi del percorso",
        "Anno di chiusura",
        "Anno di chiusura",
        "2019",
        "Fasi del percorso",
        "Primo incontro il 12/11/2018.");
  }

  @Test
  void the_dates_of_laws_are_no_dates_of_the_process() {
    assertYears(
        "2019",
        "Fasi del percorso",
        "Fasi del percorso",
        "Fasi del percorso",
        "Come vuole la legge regionale 9 febbraio 2010, n. 3 e la L.R. 15/2018, il 2 aprile 2019.");
  }

  @Test
  void a_process_that_still_runs_reaches_to_its_last_change() {
    assertYears(
        "2022-2024",
        "Anno di avvio",
        "Data ultima modifica",
        "Stato di avanzamento",
        "In corso",
        "Anno di avvio",
        "2022",
        "Data ultima modifica: 04/07/2024");
    assertYears(
        "2022",
        "Anno di avvio",
        "Anno di avvio",
        "Stato di avanzamento",
        "Concluso",
        "Anno di avvio",
        "2022",
        "Data ultima modifica: 04/07/2024");
  }

  @Test
  void a_year_that_cannot_be_believed_is_reported_and_not_used() {
    assertYears(
        "2019",
        "Anno di chiusura",
        "Anno di chiusura",
        "Anno di avvio",
        "1019",
        "Anno di chiusura",
        "2019");
    assertThat(given.problems()).singleElement().asString().contains("«1019» in «Anno di avvio»");
    assertYears("2036", "Anno di chiusura", "Anno di chiusura", "Anno di chiusura", "2036");
    assertThat(given.problems()).isEmpty();
    assertThat(given.scheda("Anno di chiusura", "2037").derived().years()).isEqualTo(Years.UNKNOWN);
    assertThat(given.problems()).hasSize(1);
  }

  @Test
  void an_end_before_the_beginning_is_reported_and_not_used() {
    assertYears(
        "2021",
        "Anno di avvio",
        "Anno di avvio",
        "Anno di avvio",
        "2021",
        "Anno di chiusura",
        "2019");
    assertThat(given.problems()).singleElement().asString().contains("ends in 2019");
    assertYears(
        "2021-2022",
        "Anno di avvio",
        "Anno di chiusura",
        "Anno di avvio",
        "2021",
        "Data fine del processo",
        "01/01/2019",
        "Anno di chiusura",
        "2022");
  }

  @Test
  void nothing_known_is_no_year() {
    assertThat(given.scheda("Obiettivi", "Nel 2019 si vedrà").derived().years())
        .isEqualTo(Years.UNKNOWN);
  }

  private void assertYears(String range, String from, String to, String... lines) {
    Years years = given.scheda(lines).derived().years();
    assertThat(years).hasToString(range);
    assertThat(years.from().orElseThrow().origin()).isEqualTo(from);
    assertThat(years.to().orElseThrow().origin()).isEqualTo(to);
  }
}
