package it.lente.engine;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import it.lente.engine.Suggestion.Kind;
import it.lente.record.RecordField;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every engine must do for those who do not know yet what to ask; with all the rest. */
public abstract class DiscoveryContract extends SearchEngineContract {

  // Suggestions

  @Test
  void a_title_is_suggested_by_the_beginning_of_any_of_its_words() {
    givenProcesses(process("p1").titled("La biblioteca che vorrei"), process("p2"));
    for (String typed :
        List.of("la bib", "bibl", "vorr", "vorrei bib", "CHE", "«biblio", "b v", "l'bi")) {
      assertThat(suggested(typed)).as(typed).containsExactly("La biblioteca che vorrei");
    }
    assertThat(suggested("bibliotecario")).isEmpty();
    assertThat(suggested("biblio parco")).isEmpty();
  }

  @Test
  void accents_and_apostrophes_do_not_matter() {
    givenProcesses(process("p1").titled("Città dell’Acqua"));
    for (String typed : List.of("citta", "città'", "dell'acq", "dell`acqua", "l'acqua", "acqua")) {
      assertThat(suggested(typed)).as(typed).containsExactly("Città dell’Acqua");
    }
  }

  @Test
  void nothing_is_suggested_before_something_is_typed() {
    givenProcesses(process("p1").titled("Parco"));
    assertThat(suggested("")).isEmpty();
    assertThat(suggested(" … ")).isEmpty();
    assertThat(suggested("dell'")).isEmpty();
  }

  @Test
  void a_place_or_a_theme_says_how_many_processes_have_it() {
    givenProcesses(
        process("p1").at("Lombardia", "Lecco", "Valmadrera").about("ambiente", "acqua"),
        process("p2").at("Lombardia", "Lecco", "Valmadrera").about("ambiente", "aria"),
        process("p3").at("Lombardia", "Lecco", "Mandello"));
    assertThat(engine().suggest("valm", 10))
        .containsExactly(
            new Suggestion(Kind.PLACE, "Valmadrera", "Lombardia > Lecco > Valmadrera", 2));
    assertThat(engine().suggest("a", 10))
        .extracting(Suggestion::kind, Suggestion::value, Suggestion::processes)
        .containsExactly(
            tuple(Kind.THEME, "ambiente", 2),
            tuple(Kind.THEME, "ambiente > acqua", 1),
            tuple(Kind.THEME, "ambiente > aria", 1));
  }

  @Test
  void what_a_place_lies_in_may_be_typed_beside_it_but_does_not_suggest_it_alone() {
    givenProcesses(
        process("p1").titled("uno").at("Lombardia", "Lecco", "Valmadrera"),
        process("p2").titled("due").at("Veneto", "Vicenza", "Valdagno"));
    assertThat(suggested("lombardia val")).containsExactly("Valmadrera");
    assertThat(suggested("lomb")).containsExactly("Lombardia");
  }

  @Test
  void words_that_stand_whole_come_first_then_the_beginning_then_the_more_frequent() {
    givenProcesses(
        process("p1").at("Parcomune").titled("uno"),
        process("p2").at("Parcodoro").titled("due"),
        process("p3").at("Parcodoro").titled("tre"),
        process("p4").titled("Parco giochi"),
        process("p5").titled("Un parco"),
        process("p6").titled("Il Parcometro"));
    assertThat(suggested("parco"))
        .containsExactly("Parco giochi", "Un parco", "Parcodoro", "Parcomune", "Il Parcometro");
  }

  @Test
  void no_kind_takes_all_the_places_while_there_are_others() {
    givenProcesses(
        process("p1").at("Parma").at("Parona").at("Parre").at("Paruzzaro").at("Parzanica"),
        process("p2").titled("Parole al vento"));
    assertThat(engine().suggest("par", 5))
        .extracting(Suggestion::text)
        .containsExactly("Parma", "Parona", "Parre", "Paruzzaro", "Parole al vento");
    assertThat(suggested("par"))
        .containsExactly("Parma", "Parona", "Parre", "Paruzzaro", "Parzanica", "Parole al vento");
  }

  @Test
  void titles_that_are_the_same_are_suggested_once() {
    givenProcesses(process("p2").titled("Orti urbani"), process("p1").titled("Orti urbani"));
    assertThat(engine().suggest("orti", 10))
        .containsExactly(new Suggestion(Kind.TITLE, "Orti urbani", "p1", 2));
  }

  @Test
  void a_phrase_that_records_repeat_is_suggested_without_function_words_at_its_ends() {
    String text = "Il bilancio partecipativo della città. Con il bilancio partecipativo si decide.";
    givenProcesses(
        process("p1").saying(RecordField.PHASES, text),
        process("p2").saying(RecordField.OBJECTIVES, text),
        process("p3").saying(RecordField.PHASES, "Il bilancio partecipativo, una volta sola."));
    assertThat(engine().suggest("partec", 10))
        .containsExactly(
            new Suggestion(Kind.PHRASE, "bilancio partecipativo", "bilancio partecipativo", 2));
  }

  @Test
  void what_was_deleted_or_replaced_is_suggested_no_more() {
    givenProcesses(
        process("p1").titled("Orti").at("Lazio"), process("p2").titled("Orti").at("Lazio"));
    try (RecordWriter writer = writer()) {
      writer.put(process("p1").titled("Ponti").build());
      writer.delete("p2");
      writer.commit();
    }
    assertThat(suggested("orti")).isEmpty();
    assertThat(suggested("lazio")).isEmpty();
    assertThat(suggested("ponti")).containsExactly("Ponti");
  }

  @Test
  void a_question_is_counted_like_a_list() {
    givenProcesses(
        process("p1").titled("Orti urbani"), process("p2").with("a.pdf", "gli orti, tutti"));
    assertThat(engine().count(query("orti"))).isEqualTo(2);
    assertThat(engine().count(query("\"orti urbani\""))).isEqualTo(1);
    assertThat(engine().count(query("tram"))).isZero();
  }

  // Orders

  @Test
  void titles_are_in_the_order_of_the_alphabet_word_by_word() {
    givenProcesses(
        process("p1").titled("Illuminare la piazza"),
        process("p2").titled("«Il verde»"),
        process("p3").titled("Il parco"),
        process("p4").titled("E\u0300 ora"),
        process("p5").titled("È vero"),
        process("p6").titled("E allora"),
        process("p7").titled("L'orto"),
        process("p8").titled("La piazza"),
        process("p9").titled("2019, un anno"));
    assertThat(sorted(Sort.TITLE))
        .containsExactly("p9", "p6", "p4", "p5", "p3", "p2", "p1", "p7", "p8");
  }

  private List<String> suggested(String typed) {
    return engine().suggest(typed, 10).stream().map(Suggestion::text).toList();
  }
}
