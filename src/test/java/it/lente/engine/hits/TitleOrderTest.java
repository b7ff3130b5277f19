package it.lente.engine.hits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TitleOrderTest {

  @Test
  void numbers_are_ordered_by_their_value() {
    assertThat(ordered("Percorso 10", "Percorso 2", "Percorso 1", "Percorso 02 bis", "Percorso"))
        .containsExactly("Percorso", "Percorso 1", "Percorso 2", "Percorso 02 bis", "Percorso 10");
  }

  @Test
  void a_leading_article_does_not_count() {
    assertThat(
            ordered(
                "Zone verdi",
                "Il parco",
                "L'acqua",
                "Un’idea",
                "Le piazze",
                "Gli orti",
                "Bilancio",
                "La",
                "Ilaria"))
        .containsExactly(
            "L'acqua",
            "Bilancio",
            "Un’idea",
            "Ilaria",
            "La",
            "Gli orti",
            "Il parco",
            "Le piazze",
            "Zone verdi");
  }

  @Test
  void accents_and_signs_decide_last() {
    assertThat(ordered("Città, nuova", "Citta nuova", "«Città» antica"))
        .startsWith("«Città» antica");
  }

  private static List<String> ordered(String... titles) {
    List<String> shuffled = new ArrayList<>(List.of(titles));
    Collections.shuffle(shuffled, new Random(1));
    shuffled.sort(Comparator.comparing(TitleOrder::key, Arrays::compareUnsigned));
    return shuffled;
  }
}
