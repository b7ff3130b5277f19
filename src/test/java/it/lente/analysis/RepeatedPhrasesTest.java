package it.lente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepeatedPhrasesTest {

  @Test
  void a_phrase_that_is_said_twice_is_repeated_in_whichever_text_it_stands() {
    assertThat(repeated("Bilancio partecipativo", "Con il bilancio partecipativo si decide."))
        .containsExactly("bilancio partecipativo");
    assertThat(repeated("Bilancio partecipativo", "Con il bilancio si decide.")).isEmpty();
  }

  @Test
  void function_words_stand_within_but_not_at_the_ends() {
    assertThat(repeated("Il tavolo di negoziazione e il tavolo di negoziazione e altro"))
        .containsExactly("tavolo di negoziazione");
  }

  @Test
  void a_sign_a_line_or_a_number_ends_a_phrase() {
    assertThat(repeated("parco, giochi", "parco, giochi")).isEmpty();
    assertThat(repeated("parco\ngiochi", "parco\ngiochi")).isEmpty();
    assertThat(repeated("parco 2019", "parco 2019")).isEmpty();
  }

  @Test
  void a_sign_of_several_forms_ends_a_phrase() {
    assertThat(repeated("parco giochi e ½ parco", "parco giochi e ½ parco"))
        .containsExactly("parco giochi");
  }

  @Test
  void apostrophes_and_hyphens_hold_a_phrase_together() {
    assertThat(repeated("Piazza dell’Olmo", "in Piazza dell'Olmo"))
        .containsExactly("piazza dell'olmo");
    assertThat(repeated("Co-progettazione sociale", "co-progettazione sociale"))
        .containsExactly("progettazione sociale");
  }

  @Test
  void of_two_that_always_stand_together_the_longer_is_meant() {
    assertThat(repeated("piano urbanistico generale", "il piano urbanistico generale"))
        .containsExactly("piano urbanistico generale");
    assertThat(
            repeated(
                "piano urbanistico generale", "piano urbanistico generale", "piano urbanistico"))
        .containsExactly("piano urbanistico", "piano urbanistico generale");
  }

  private static Set<String> repeated(String... texts) {
    return RepeatedPhrases.in(List.of(texts));
  }
}
