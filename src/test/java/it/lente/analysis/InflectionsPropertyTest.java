package it.lente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What lets the index do without stems: the stem can be undone. */
class InflectionsPropertyTest {

  private static final String CONSONANTS = "bcdfghlmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final int WORDS = 20_000;

  @Test
  void every_word_that_shares_a_stem_is_among_the_calculated_forms() {
    long seed = 20190412L;
    Random random = new Random(seed);
    for (int i = 0; i < WORDS; i++) {
      String word = randomWord(random);
      String inflected = inflect(word, random);
      boolean sameStem = LightStem.of(word).equals(LightStem.of(inflected));
      assertThat(Inflections.of(word).contains(inflected))
          .as("seed %d: %s and %s share a stem: %s", seed, word, inflected, sameStem)
          .isEqualTo(sameStem);
    }
  }

  @Test
  void irregular_plurals_and_singulars_find_each_other() {
    LightStem.irregularPlurals()
        .forEach((plural, singular) -> {
          assertThat(Inflections.of(plural)).contains(singular);
          assertThat(Inflections.of(singular)).contains(plural);
        });
  }

  private static String randomWord(Random random) {
    StringBuilder word = new StringBuilder();
    int syllables = 1 + random.nextInt(4);
    for (int i = 0; i < syllables; i++) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      if (random.nextInt(4) == 0) {
        word.append(List.of("h", "c", "g", "i", "ch", "gh").get(random.nextInt(6)));
      }
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return word.toString();
  }

  /** Another ending, sometimes of another word. */
  private static String inflect(String word, Random random) {
    List<String> endings = new ArrayList<>(List.of("", "a", "e", "i", "o", "ia", "he", "hi", "io"));
    String root = word.substring(0, Math.max(1, word.length() - random.nextInt(3)));
    String inflected = root + endings.get(random.nextInt(endings.size()));
    return inflected;
  }
}
