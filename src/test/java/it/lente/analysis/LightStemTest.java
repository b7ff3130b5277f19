package it.lente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightStemTest {

  @ParameterizedTest
  @CsvSource({
    "comune, comuni",
    "parco, parchi",
    "lago, laghi",
    "biblioteca, biblioteche",
    "ciliegia, ciliege",
    "provincia, provincie",
    "partecipato, partecipata",
    "pesca, pesche",
    "piano, piani",
    "casa, case",
    "rete, reti",
    "paese, paesi",
    "clima, climi",
    "foglio, fogli",
    "figlio, figlia",
    "uomo, uomini",
    "paio, paia",
    "ala, ali",
    "sindaco, sindaca"
  })
  void a_word_and_its_inflection_have_one_stem(String one, String other) {
    assertThat(LightStem.of(one)).isEqualTo(LightStem.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "casa, caso",
    "piano, piana",
    "porto, porta",
    "foglio, foglia",
    "fine, fino",
    "partiti, partite",
    "tavolo, tavola",
    "lega, legge",
    "posti, poste",
    "parto, parte",
    "sede, seta"
  })
  void words_that_mean_different_things_have_two_stems(String one, String other) {
    assertThat(LightStem.of(one)).isNotEqualTo(LightStem.of(other));
  }

  @Test
  void short_words_and_words_that_end_in_a_consonant_stay_as_they_are() {
    assertThat(LightStem.of("bar")).isEqualTo("bar");
    assertThat(LightStem.of("sport")).isEqualTo("sport");
    assertThat(LightStem.of("2019")).isEqualTo("2019");
  }

  @Test
  void the_forms_of_a_word_are_those_that_share_its_stem() {
    assertThat(Inflections.of("biblioteche"))
        .startsWith("biblioteche")
        .contains("biblioteca")
        .allMatch(form -> LightStem.of(form).equals(LightStem.of("biblioteca")));
    assertThat(Inflections.of("uomo")).contains("uomini");
    assertThat(Inflections.of("case")).contains("casa").doesNotContain("caso", "casi");
  }
}
