package it.lente.engine;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import it.lente.engine.SimilarProcess.Shared;
import it.lente.engine.Suggestion.Kind;
import it.lente.record.Facet;
import it.lente.record.RecordField;
import it.lente.record.TextQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every engine must do for those who do not know yet what to ask. */
public interface DiscoveryContract extends EngineContract {

  // Suggestions

  @Test
  default void a_title_is_suggested_by_the_beginning_of_any_of_its_words() {
    givenProcesses(process("p1").titled("La biblioteca che vorrei"), process("p2"));
    for (String typed :
        List.of("la bib", "bibl", "vorr", "vorrei bib", "CHE", "«biblio", "b v", "l'bi")) {
      assertThat(suggested(typed)).as(typed).containsExactly("La biblioteca che vorrei");
    }
    assertThat(suggested("bibliotecario")).isEmpty();
    assertThat(suggested("biblio parco")).isEmpty();
  }

  @Test
  default void accents_and_apostrophes_do_not_matter() {
    givenProcesses(process("p1").titled("Città dell’Acqua"));
    for (String typed : List.of("citta", "città'", "dell'acq", "dell`acqua", "l'acqua", "acqua")) {
      assertThat(suggested(typed)).as(typed).containsExactly("Città dell’Acqua");
    }
  }

  @Test
  default void nothing_is_suggested_before_something_is_typed() {
    givenProcesses(process("p1").titled("Parco"));
    assertThat(suggested("")).isEmpty();
    assertThat(suggested(" … ")).isEmpty();
    assertThat(suggested("dell'")).isEmpty();
  }

  @Test
  default void a_place_or_a_theme_says_how_many_processes_have_it() {
    givenProcesses(
        process("p1").at("Lombardia", "Lecco", "Valmadrera").about("ambiente", "acqua"),
        process("p2").at("Lombardia", "Lecco", "Valmadrera").about("ambiente", "aria"),
        process("p3").at("Lombardia", "Lecco", "Mandello"));
    assertThat(engine().suggest("valm", 10, Deadline.NEVER))
        .containsExactly(
            new Suggestion(Kind.PLACE, "Valmadrera", "Lombardia > Lecco > Valmadrera", 2));
    assertThat(engine().suggest("a", 10, Deadline.NEVER))
        .extracting(Suggestion::kind, Suggestion::value, Suggestion::processes)
        .containsExactly(
            tuple(Kind.THEME, "ambiente", 2),
            tuple(Kind.THEME, "ambiente > acqua", 1),
            tuple(Kind.THEME, "ambiente > aria", 1));
  }

  @Test
  default void what_a_place_lies_in_may_be_typed_beside_it_but_does_not_suggest_it_alone() {
    givenProcesses(
        process("p1").titled("uno").at("Lombardia", "Lecco", "Valmadrera"),
        process("p2").titled("due").at("Veneto", "Vicenza", "Valdagno"));
    assertThat(suggested("lombardia val")).containsExactly("Valmadrera");
    assertThat(suggested("lomb")).containsExactly("Lombardia");
  }

  @Test
  default void words_that_stand_whole_come_first_then_the_beginning_then_the_more_frequent() {
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
  default void no_kind_takes_all_the_places_while_there_are_others() {
    givenProcesses(
        process("p1").at("Parma").at("Parona").at("Parre").at("Paruzzaro").at("Parzanica"),
        process("p2").titled("Parole al vento"));
    assertThat(engine().suggest("par", 5, Deadline.NEVER))
        .extracting(Suggestion::text)
        .containsExactly("Parma", "Parona", "Parre", "Paruzzaro", "Parole al vento");
    assertThat(suggested("par"))
        .containsExactly("Parma", "Parona", "Parre", "Paruzzaro", "Parzanica", "Parole al vento");
  }

  @Test
  default void titles_that_are_the_same_are_suggested_once() {
    givenProcesses(process("p2").titled("Orti urbani"), process("p1").titled("Orti urbani"));
    assertThat(engine().suggest("orti", 10, Deadline.NEVER))
        .containsExactly(new Suggestion(Kind.TITLE, "Orti urbani", "p1", 2));
  }

  @Test
  default void a_phrase_that_records_repeat_is_suggested_without_function_words_at_its_ends() {
    String text = "Il bilancio partecipativo della città. Con il bilancio partecipativo si decide.";
    givenProcesses(
        process("p1").saying(RecordField.PHASES, text),
        process("p2").saying(RecordField.OBJECTIVES, text),
        process("p3").saying(RecordField.PHASES, "Il bilancio partecipativo, una volta sola."));
    assertThat(engine().suggest("partec", 10, Deadline.NEVER))
        .containsExactly(
            new Suggestion(Kind.PHRASE, "bilancio partecipativo", "bilancio partecipativo", 2));
  }

  @Test
  default void what_was_deleted_or_replaced_is_suggested_no_more() {
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
  default void a_question_is_counted_like_a_list() {
    givenProcesses(
        process("p1").titled("Orti urbani"), process("p2").with("a.pdf", "gli orti, tutti"));
    assertThat(
            engine()
                .counts(
                    List.of(query("orti"), query("\"orti urbani\""), query("tram")),
                    Deadline.NEVER))
        .containsOnly(
            entry(query("orti"), 2), entry(query("\"orti urbani\""), 1), entry(query("tram"), 0));
    assertThat(engine().counts(List.of(), Deadline.NEVER)).isEmpty();
  }

  private List<String> suggested(String typed) {
    return engine().suggest(typed, 10, Deadline.NEVER).stream().map(Suggestion::text).toList();
  }

  // Corrections

  @Test
  default void a_question_is_corrected_by_close_words_that_are_much_more_frequent() {
    List<Samples> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(process("p" + i).titled("La biblioteca comunale").with("a.pdf", "il piano"));
    }
    all.add(process("q").titled("La bibloteca di legno"));
    givenProcesses(all.toArray(Samples[]::new));
    assertThat(
            engine()
                .corrected(
                    query("bibloteca -pianno \"la bibloteca comunalle\" titolo:piamo"),
                    Deadline.NEVER))
        .map(TextQuery::condition)
        .contains(query("biblioteca -pianno \"la biblioteca comunale\" titolo:piano").condition());
    assertThat(engine().corrected(query("biblioteca legna bib* pian~"), Deadline.NEVER)).isEmpty();
  }

  @Test
  default void a_number_or_a_code_is_never_corrected_nor_proposed() {
    List<Samples> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(process("p" + i).titled("La delibera 20176").with("a.pdf", "piano2 e lotto7"));
    }
    givenProcesses(all.toArray(Samples[]::new));
    for (String typed : List.of("20177", "\"delibera 20177\"", "piano3", "pianoo", "lotto8")) {
      assertThat(engine().corrected(query(typed), Deadline.NEVER)).as(typed).isEmpty();
    }
  }

  // Similar processes

  String USUAL =
      "Il percorso partecipativo si apre con un incontro pubblico, prosegue con i tavoli e si"
          + " chiude con il documento di proposta.";

  @Test
  default void the_process_about_the_same_is_similar_and_says_what_both_have() {
    givenProcesses(
        about("p1", "Orti urbani", "Il compost degli orti e le sementi").at("Lazio"),
        about("p2", "Un orto per tutti", "Il compost e le sementi").at("Lazio"),
        about("p3", "La linea del tram", "Fermate e binari"),
        about("p4", "Il teatro", "Palco e platea"),
        about("p5", "La scuola", "Aule e mensa"));
    List<SimilarProcess> similar = engine().similar("p1", Deadline.NEVER).orElseThrow();
    assertThat(similar).extracting(each -> each.card().id()).containsExactly("p2");
    assertThat(similar.getFirst().because())
        .contains(Shared.word("compost"), Shared.word("orti"), Shared.value(Facet.PLACE, "Lazio"))
        .doesNotContain(Shared.word("percorso"), Shared.word("binari"));
    assertThat(similarTo("p3")).isEmpty();
  }

  @Test
  default void reports_make_processes_similar_and_what_their_pages_repeat_does_not() {
    String head = "|Consorzio Vattelapesca, archivio storico|";
    givenProcesses(
        process("p1").titled("uno").withRepeated("a.pdf", head + "La torbiera e le lontre"),
        process("p2").titled("due").withRepeated("a.pdf", "Lontre nella torbiera"),
        process("p3").titled("tre").withRepeated("a.pdf", head + "Il bocciodromo"),
        process("p4").titled("quattro"),
        process("p5").titled("cinque"));
    assertThat(similarTo("p1")).containsExactly("p2");
    assertThat(similarTo("p3")).isEmpty();
  }

  @Test
  default void
      a_place_or_a_topic_in_common_decides_between_equals_and_makes_nothing_similar_alone() {
    givenProcesses(
        about("p1", "Orti", "Compost e sementi").at("Lazio", "Roma").about("ambiente", "suolo"),
        about("p2", "Orti", "Compost e sementi").at("Lombardia", "Milano"),
        about("p3", "Orti", "Compost e sementi").at("Lazio", "Roma").about("ambiente", "suolo"),
        about("p4", "Tram", "Fermate e binari").at("Lazio", "Roma").about("ambiente", "suolo"),
        about("p5", "Teatro", "Palco e platea"),
        about("p6", "Scuola", "Aule e mensa"),
        about("p7", "Ponte", "Arcate e fiume"));
    assertThat(similarTo("p1")).containsExactly("p3", "p2");
  }

  @Test
  default void at_most_ten_are_similar_and_never_the_process_itself() {
    List<Samples> many = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      many.add(about("p" + i, "Orti", "Compost e sementi"));
    }
    for (int i = 14; i < 34; i++) {
      many.add(about("p" + i, "Altro " + i, "Parola" + i));
    }
    givenProcesses(many.toArray(Samples[]::new));
    assertThat(similarTo("p3")).hasSize(SimilarProcess.MOST).doesNotContain("p3");
  }

  @Test
  default void what_was_replaced_or_deleted_is_similar_no_more_and_an_unknown_id_is_nothing() {
    givenProcesses(
        about("p1", "Orti", "Compost e sementi"),
        about("p2", "Orti", "Compost e sementi"),
        about("p3", "Orti", "Compost e sementi"),
        about("p4", "Teatro", "Palco e platea"),
        about("p5", "Scuola", "Aule e mensa"),
        about("p6", "Ponte", "Arcate e fiume"));
    assertThat(similarTo("p1")).containsExactlyInAnyOrder("p2", "p3");
    try (RecordWriter writer = writer()) {
      writer.put(about("p2", "Tram", "Fermate e binari").build());
      writer.delete("p3");
      writer.commit();
    }
    assertThat(similarTo("p1")).isEmpty();
    assertThat(engine().similar("p3", Deadline.NEVER)).isEmpty();
  }

  private static Samples about(String id, String title, String phases) {
    return process(id)
        .titled(title)
        .saying(RecordField.OBJECTIVES, USUAL)
        .saying(RecordField.PHASES, phases);
  }

  private List<String> similarTo(String id) {
    return engine().similar(id, Deadline.NEVER).orElseThrow().stream()
        .map(each -> each.card().id())
        .toList();
  }
}
