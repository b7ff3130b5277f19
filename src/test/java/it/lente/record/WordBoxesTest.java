package it.lente.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordBoxesTest {

  private static final int ROUNDS = 500;

  @Test
  void what_was_packed_is_unpacked_to_a_tenth_of_a_point() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      List<WordBox> boxes = someBoxes(random);

      List<WordBox> back = WordBoxes.unpacked(WordBoxes.of(boxes).packed()).all();

      assertThat(back).as("seed " + seed).isEqualTo(boxes);
    }
  }

  @Test
  void the_boxes_of_a_stretch_are_those_of_the_words_it_touches() {
    WordBoxes boxes =
        WordBoxes.of(
            List.of(
                new WordBox(0, 4, 10, 20, 30, 12),
                new WordBox(5, 8, 500, 20, 30, 12),
                new WordBox(8, 11, 10, 34, 30, 12)));

    assertThat(boxes.within(6, 9)).extracting(WordBox::start).containsExactly(5, 8);
    assertThat(boxes.within(4, 5)).isEmpty();
  }

  @Test
  void a_page_without_words_has_no_boxes() {
    assertThat(WordBoxes.of(List.of()).isEmpty()).isTrue();
    assertThat(WordBoxes.unpacked(new byte[0]).all()).isEmpty();
  }

  /** Also such as stand outside the page, and lengths that take several bytes. */
  private static List<WordBox> someBoxes(Random random) {
    List<WordBox> boxes = new ArrayList<>();
    int start = 0;
    for (int i = random.nextInt(20); i > 0; i--) {
      start += random.nextInt(300);
      int end = start + 1 + random.nextInt(40);
      boxes.add(
          new WordBox(
              start,
              end,
              tenths(random, -50_000, 150_000),
              tenths(random, -50_000, 150_000),
              tenths(random, 0, 9_000),
              tenths(random, 0, 900),
              random.nextBoolean() ? WordBox.CERTAIN : random.nextInt(101)));
      start = end;
    }
    return boxes;
  }

  private static float tenths(Random random, int from, int to) {
    return random.nextInt(from, to) / 10f;
  }
}
