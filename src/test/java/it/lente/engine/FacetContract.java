package it.lente.engine;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import it.lente.engine.Filters.Range;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.record.RecordField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every engine must do to narrow lists: filters, counts of facets, ranges. */
public interface FacetContract extends EngineContract {

  // Facets, filters, order

  @Test
  default void values_of_one_facet_are_alternatives_and_facets_narrow_each_other() {
    givenProcesses(
        process("p1").saying(RecordField.STATUS, "Concluso").in(2019),
        process("p2").saying(RecordField.STATUS, "In corso").in(2019),
        process("p3").saying(RecordField.STATUS, "Progetto").in(2020));
    assertThat(ids(filtered(Map.of(Facet.STATUS, Set.of("Concluso", "Progetto")))))
        .containsExactlyInAnyOrder("p1", "p3");
    assertThat(
            ids(
                filtered(
                    Map.of(
                        Facet.STATUS, Set.of("Concluso", "Progetto"), Facet.YEAR, Set.of("2019")))))
        .containsExactly("p1");
  }

  @Test
  default void a_facets_own_filter_does_not_narrow_its_counts() {
    givenProcesses(
        process("p1").saying(RecordField.STATUS, "Concluso").in(2019),
        process("p2").saying(RecordField.STATUS, "In corso").in(2019),
        process("p3").saying(RecordField.STATUS, "Progetto").in(2020));
    SearchResult result = filtered(Map.of(Facet.STATUS, Set.of("Concluso")));
    assertThat(counts(result, Facet.STATUS))
        .containsExactly(entry("Progetto", 1), entry("In corso", 1), entry("Concluso", 1));
    assertThat(counts(result, Facet.YEAR)).containsExactly(entry("2019", 1));
  }

  @Test
  default void a_process_counts_in_every_year_of_its_range_and_undated_ones_are_counted() {
    givenProcesses(process("p1").between(2015, 2017), process("p2").in(2016), process("p3"));
    assertThat(counts(engine().search(asking("")), Facet.YEAR))
        .containsExactly(entry("2015", 1), entry("2016", 2), entry("2017", 1), entry("none", 1));
    assertThat(ids(filtered(Map.of(Facet.YEAR, Set.of("none"))))).containsExactly("p3");
  }

  @Test
  default void a_place_counts_with_its_ancestors_and_a_parent_selects_its_descendants() {
    givenProcesses(
        process("p1").at("Lombardia", "Milano", "Valsorda"),
        process("p2").at("Lombardia", "Milano", "Ripalta"),
        process("p3").at("Lazio", "Roma", "Montelupo").at("Lombardia", "Milano", "Ripalta"));
    assertThat(counts(engine().search(asking("")), Facet.PLACE))
        .contains(entry("Lombardia", 3), entry("Lombardia > Milano", 3), entry("Lazio > Roma", 1));
    assertThat(ids(filtered(Map.of(Facet.PLACE, Set.of("Lazio"))))).containsExactly("p3");
  }

  @Test
  default void a_process_counts_under_each_state_of_its_attachments_and_under_none_without_any() {
    givenProcesses(
        process("p1").with("a.pdf", "uno").unread("b.pdf", AttachmentState.FAILED, "rotto"),
        process("p2")
            .unread("a.pdf", AttachmentState.NEEDS_OCR, "")
            .unread("b.pdf", AttachmentState.NEEDS_OCR, ""),
        process("p3"));
    assertThat(counts(engine().search(asking("")), Facet.STATE))
        .containsExactly(entry("indexed", 1), entry("needs-ocr", 1), entry("failed", 1));
    assertThat(ids(filtered(Map.of(Facet.STATE, Set.of("needs-ocr"))))).containsExactly("p2");
    assertThat(ids(filtered(Map.of(Facet.STATE, Set.of("failed", "needs-ocr")))))
        .containsExactlyInAnyOrder("p1", "p2");
  }

  @Test
  default void a_selected_value_is_listed_even_at_zero() {
    givenProcesses(process("p1").saying(RecordField.STATUS, "Concluso"));
    SearchResult result = filtered(Map.of(Facet.PLACE, Set.of("Atlantide")));
    assertThat(result.total()).isZero();
    assertThat(result.facets().get(Facet.PLACE).values())
        .containsExactly(new FacetCount("Atlantide", 0, true));
  }

  @Test
  default void values_that_people_cannot_tell_apart_are_one_in_the_most_frequent_spelling() {
    givenProcesses(
        process("p1").naming(RecordField.TECHNIQUES, "World Café", "OST"),
        process("p2").naming(RecordField.TECHNIQUES, "world cafe"),
        process("p3").naming(RecordField.TECHNIQUES, "World Cafe\u0301", "Open Space Technology"),
        process("p4").naming(RecordField.TECHNIQUES, "World  Café", "open space technology"),
        process("p5")
            .naming(RecordField.TECHNIQUES, "World Café", "WORLD CAFÉ", "Open Space Technology"));
    assertThat(counts(engine().search(asking("")), Facet.TECHNIQUE))
        .containsExactly(entry("World Café", 5), entry("Open Space Technology", 4));
    for (String chosen : List.of("world cafe", "WORLD  CAFÉ", "World Café")) {
      SearchResult narrowed = filtered(Map.of(Facet.TECHNIQUE, Set.of(chosen)));
      assertThat(narrowed.total()).as(chosen).isEqualTo(5);
      assertThat(narrowed.facets().get(Facet.TECHNIQUE).values())
          .contains(new FacetCount("World Café", 5, true));
    }
  }

  @Test
  default void a_long_facet_lists_its_twenty_most_frequent_values_and_those_selected() {
    List<Samples> processes = new ArrayList<>();
    for (int i = 10; i < 40; i++) {
      processes.add(process("p" + i).about("tema" + i));
      processes.add(process("q" + i).about(i < 30 ? "tema" + i : "altro"));
    }
    givenProcesses(processes.toArray(Samples[]::new));
    FacetCounts themes =
        filtered(Map.of(Facet.THEME, Set.of("tema39", "altro"))).facets().get(Facet.THEME);
    assertThat(themes.size()).isEqualTo(31);
    assertThat(themes.values()).hasSize(21);
    assertThat(themes.values().getFirst()).isEqualTo(new FacetCount("altro", 10, true));
    assertThat(themes.values().getLast()).isEqualTo(new FacetCount("tema39", 1, true));
  }

  @Test
  default void of_equally_frequent_values_the_alphabet_of_their_labels_decides() {
    givenProcesses(
        process("p1").at("Lazio", "Roma", "Èze").at("Lombardia", "Milano", "Zelo"),
        process("p2").at("Toscana", "Siena", "asciano"));
    assertThat(counts(engine().search(asking("")), Facet.PLACE))
        .extracting(Map.Entry::getKey)
        .containsExactly(
            "Toscana > Siena > asciano",
            "Lazio > Roma > Èze",
            "Lazio",
            "Lombardia",
            "Lombardia > Milano",
            "Lazio > Roma",
            "Toscana > Siena",
            "Toscana",
            "Lombardia > Milano > Zelo");
  }

  @Test
  default void what_a_record_names_are_facets_and_prose_among_the_names_is_none() {
    givenProcesses(
        process("p1")
            .naming(RecordField.TECHNIQUES, "World Café", "Metaplan", "Una frase ".repeat(9))
            .naming(RecordField.LEVEL, "Consultazione", "Informazione")
            .saying(RecordField.NATURE, "Processo certificato e finanziato")
            .naming(RecordField.DECISION_HOLDERS, "Comune di Valsorda"),
        process("p2").naming(RecordField.TECHNIQUES, "Metaplan"));
    SearchResult all = engine().search(asking(""));
    assertThat(counts(all, Facet.TECHNIQUE))
        .containsExactly(entry("Metaplan", 2), entry("World Café", 1));
    assertThat(counts(all, Facet.LEVEL))
        .containsExactly(entry("Consultazione", 1), entry("Informazione", 1));
    assertThat(counts(all, Facet.NATURE))
        .containsExactly(entry("Processo certificato e finanziato", 1));
    assertThat(counts(all, Facet.HOLDER)).containsExactly(entry("Comune di Valsorda", 1));
    assertThat(ids(filtered(Map.of(Facet.TECHNIQUE, Set.of("World Café"))))).containsExactly("p1");
  }

  @Test
  default void a_process_counts_under_each_kind_of_its_files() {
    givenProcesses(
        process("p1").with("a.pdf", "uno").with("b.pdf", "due").with("c.docx", "tre"),
        process("p2").unread("verbale.pdf.p7m", AttachmentState.MISSING, ""),
        process("p3"));
    assertThat(counts(engine().search(asking("")), Facet.FILE_TYPE))
        .containsExactly(entry("pdf", 2), entry("docx", 1));
    assertThat(ids(filtered(Map.of(Facet.FILE_TYPE, Set.of("docx"))))).containsExactly("p1");
  }

  @Test
  default void a_process_counts_under_each_language_of_its_files() {
    givenProcesses(
        process("p1").with("a.pdf", "uno").in("it").with("b.pdf", "one").in("en"),
        process("p2").with("a.pdf", "due").in("it").with("b.pdf", "tre").in("it"),
        process("p3").with("a.pdf", "1234"));
    assertThat(counts(engine().search(asking("")), Facet.LANGUAGE))
        .containsExactly(entry("it", 2), entry("en", 1));
    assertThat(ids(filtered(Map.of(Facet.LANGUAGE, Set.of("en"))))).containsExactly("p1");
  }

  @Test
  default void a_record_that_says_neither_yes_nor_no_is_unknown_and_never_a_no() {
    IndexedProcess unsaid = process("p4").build();
    givenProcesses(
        process("p1").saying(RecordField.EXTENSION, "yes").build(),
        process("p2").saying(RecordField.EXTENSION, "no").build(),
        process("p3").naming(RecordField.EXTENSION).build(),
        unsaid);
    assertThat(counts(engine().search(asking("")), Facet.EXTENSION))
        .containsExactly(entry("yes", 1), entry("no", 1), entry("unknown", 2));
    assertThat(ids(filtered(Map.of(Facet.EXTENSION, Set.of("no"))))).containsExactly("p2");
    assertThat(ids(filtered(Map.of(Facet.EXTENSION, Set.of("unknown"))))).hasSize(2);
    assertThat(ids(filtered(Map.of(Facet.WOMEN, Set.of("unknown"))))).hasSize(4);
  }

  @Test
  default void a_range_keeps_what_is_known_and_within_it_and_narrows_every_count() {
    givenProcesses(
        process("p1").saying(RecordField.FUNDED_AMOUNT, "15000.00").in(2019),
        process("p2").saying(RecordField.FUNDED_AMOUNT, "15000.01").in(2020),
        process("p3").saying(RecordField.FUNDED_AMOUNT, "0.00").in(2021),
        process("p4").in(2022));
    assertThat(ids(within(Measure.FUNDED, new Range(1_500_000, 1_500_000)))).containsExactly("p1");
    assertThat(ids(within(Measure.FUNDED, new Range(1_500_000, Long.MAX_VALUE))))
        .containsExactly("p2", "p1");
    SearchResult little = within(Measure.FUNDED, new Range(Long.MIN_VALUE, 1_000));
    assertThat(ids(little)).containsExactly("p3");
    assertThat(counts(little, Facet.YEAR)).containsExactly(entry("2021", 1));
    assertThat(ids(within(Measure.FUNDED, new Range(0, 0), new Range(1_500_001, 1_500_001))))
        .containsExactly("p3", "p2");
    assertThat(within(Measure.COST, new Range(Long.MIN_VALUE, Long.MAX_VALUE)).total()).isZero();
  }

  @Test
  default void an_answer_says_how_many_processes_answer_without_each_filter() {
    givenProcesses(
        process("p1").in(2019).saying(RecordField.FUNDED_AMOUNT, "10.00").about("Acqua"),
        process("p2").in(2020).saying(RecordField.FUNDED_AMOUNT, "10.00").about("Acqua"),
        process("p3").in(2020).saying(RecordField.FUNDED_AMOUNT, "20.00").about("Acqua"),
        process("p4").in(2021).about("Acqua"));
    Filters filters =
        new Filters(
            Map.of(Facet.YEAR, Set.of("2019"), Facet.THEME, Set.of("Acqua")),
            Map.of(Measure.FUNDED, List.of(new Range(2_000, 3_000))));

    SearchResult nothing = narrowedBy(filters);

    assertThat(nothing.total()).isZero();
    assertThat(nothing.withoutFilter())
        .containsExactly(entry("year", 1), entry("theme", 0), entry("funded", 1));
    assertThat(engine().search(asking("")).withoutFilter()).isEmpty();
  }

  @Test
  default void days_of_last_change_are_a_range_too() {
    givenProcesses(
        process("p1").saying(RecordField.LAST_MODIFIED, "2021-06-30"),
        process("p2").saying(RecordField.LAST_MODIFIED, "2021-07-01"),
        process("p3"));
    long july = LocalDate.of(2021, 7, 1).toEpochDay();
    assertThat(ids(within(Measure.UPDATED, new Range(july, Long.MAX_VALUE)))).containsExactly("p2");
    assertThat(ids(within(Measure.UPDATED, new Range(Long.MIN_VALUE, july - 1))))
        .containsExactly("p1");
  }

  @Test
  default void all_values_of_a_facet_are_told_with_the_counts_that_a_list_gives() {
    List<Samples> processes = new ArrayList<>();
    for (int i = 10; i < 40; i++) {
      processes.add(process("p" + i).titled("parco").about("tema" + i).in(2000 + i));
      processes.add(process("q" + i).about(i < 30 ? "tema" + i : "altro").in(2019));
    }
    givenProcesses(processes.toArray(Samples[]::new));
    FacetCounts all = engine().facet(asking(""), Facet.THEME);
    assertThat(all.size()).isEqualTo(31);
    assertThat(all.values()).hasSize(31);
    assertThat(all.values().getFirst()).isEqualTo(new FacetCount("altro", 10, false));
    assertThat(all.values().get(1)).isEqualTo(new FacetCount("tema10", 2, false));
    SearchRequest narrow =
        DroppedFilters.narrowed(
            asking("parco"),
            new Filters(
                Map.of(Facet.THEME, Set.of("assente"), Facet.YEAR, Set.of("2010", "2011")),
                Map.of()));
    assertThat(engine().facet(narrow, Facet.THEME).values())
        .containsExactly(
            new FacetCount("tema10", 1, false),
            new FacetCount("tema11", 1, false),
            new FacetCount("assente", 0, true));
  }

  // Words of facets

  @Test
  default void every_label_of_a_facet_is_found_as_words_and_says_where() {
    givenProcesses(
        process("p1")
            .at("Lombardia", "Monza e della Brianza", "Vimercate")
            .about("Cultura", "Biblioteche")
            .naming(RecordField.TECHNIQUES, "World Café", "Passeggiata di quartiere")
            .saying(RecordField.LEVEL, "Co-progettazione")
            .saying(RecordField.NATURE, "Processo certificato e finanziato")
            .saying(RecordField.DECISION_HOLDERS, "Unione dei Comuni")
            .saying(RecordField.STATUS, "Concluso"),
        process("p2"));
    assertThat(fieldsFound("Vimercate")).containsExactly("place");
    assertThat(fieldsFound("lombardia")).containsExactly("place");
    assertThat(fieldsFound("\"monza e della brianza\"")).containsExactly("place");
    assertThat(fieldsFound("biblioteca")).containsExactly("theme");
    assertThat(fieldsFound("cultura biblioteche")).containsExactly("theme");
    assertThat(fieldsFound("world cafe")).containsExactly("techniques");
    assertThat(fieldsFound("coprogettazione")).containsExactly("level");
    assertThat(fieldsFound("certificati finanziati")).containsExactly("nature");
    assertThat(fieldsFound("unioni")).containsExactly("decisionHolders");
    assertThat(fieldsFound("conclusi")).containsExactly("status");
  }
}
