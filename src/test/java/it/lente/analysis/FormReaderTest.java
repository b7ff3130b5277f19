package it.lente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormReaderTest {

  @Test
  void words_lose_case_and_accents() {
    assertThat(FormReader.forms("Perché la CITTÀ è più bella"))
        .containsExactly("perche", "la", "citta", "e", "piu", "bella");
  }

  @Test
  void an_accent_written_apart_or_as_an_apostrophe_is_the_same() {
    assertThat(FormReader.forms("città"))
        .isEqualTo(FormReader.forms("citta\u0300"))
        .isEqualTo(FormReader.forms("citta'"));
  }

  @Test
  void every_apostrophe_elides_a_particle() {
    for (String apostrophe : List.of("'", "’", "‘", "`", "´", "ʼ", "′", "\u0092")) {
      assertThat(FormReader.forms("dell" + apostrophe + "acqua un" + apostrophe + "idea"))
          .as("apostrophe U+%04X", (int) apostrophe.charAt(0))
          .containsExactly("acqua", "idea");
    }
  }

  @Test
  void a_particle_without_an_apostrophe_stays() {
    assertThat(FormReader.forms("allegato C, un anno"))
        .containsExactly("allegato", "c", "un", "anno");
  }

  @Test
  void a_particle_parted_from_its_word_by_a_space_is_dropped_too() {
    assertThat(FormReader.forms("dell’ art. 5")).containsExactly("art", "5");
  }

  @Test
  void dotted_acronyms_are_one_word_and_missing_spaces_make_two() {
    assertThat(FormReader.forms("L.R. 15/2018")).containsExactly("lr", "15", "2018");
    assertThat(FormReader.forms("percorso.Poi")).containsExactly("percorso", "poi");
    assertThat(FormReader.forms("percorso.1)Costituzione"))
        .containsExactly("percorso", "1", "costituzione");
  }

  @Test
  void soft_hyphens_and_ligatures_do_not_break_a_word() {
    assertThat(FormReader.forms("parteci\u00ADpazione eﬃcace"))
        .containsExactly("partecipazione", "efficace");
  }

  @Test
  void other_scripts_and_symbols_do_no_harm() {
    assertThat(FormReader.forms("東京 Ελλάδα \uD835\uDC00 😀 ½ m²")).contains("ελλαδα", "m2");
  }

  @Test
  void the_offsets_give_the_word_in_the_text() {
    String text = "Nell'ambito dell’Unione, la \u00ABcitta'\u00BB parteci\u00ADpa";
    FormReader reader = new FormReader();
    reader.read(text);
    List<String> words = new ArrayList<>();
    while (reader.next()) {
      words.add(text.substring(reader.start(), reader.end()));
    }
    assertThat(words).containsExactly("ambito", "Unione", "la", "citta", "parteci\u00ADpa");
  }

  @Test
  void whatever_the_text_offsets_ascend_and_stay_inside_it() {
    long seed = 7L;
    Random random = new Random(seed);
    FormReader reader = new FormReader();
    String alphabet = "abcàèìL.'’-_ \u00AD\u0300\n0159/,;«»ﬁ東\uD83D\uDE00\u200D٣";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int k = 0; k < length; k++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      reader.read(text.toString());
      int last = 0;
      while (reader.next()) {
        assertThat(reader.start()).as("seed %d, text %s", seed, text).isGreaterThanOrEqualTo(last);
        assertThat(reader.end()).isGreaterThan(reader.start()).isLessThanOrEqualTo(length);
        assertThat(reader.length()).isPositive();
        last = reader.end();
      }
    }
  }

  @Test
  void a_form_read_again_is_itself() {
    for (String text :
        List.of("L'Unione dei Comuni", "co-progettazione", "Sant’Agata", "15.000,00")) {
      List<String> forms = FormReader.forms(text);
      assertThat(FormReader.forms(String.join(" ", forms))).isEqualTo(forms);
    }
  }
}
