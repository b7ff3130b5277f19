package it.lente.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {

  @Test
  void each_content_is_in_exactly_one_slice_and_slices_are_about_equal() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] bytes = new byte[32];
    for (int of : new int[] {1, 2, 3, 4, 7, 64}) {
      int[] contents = new int[of];
      for (int i = 0; i < 64_000; i++) {
        random.nextBytes(bytes);
        String sha256 = HexFormat.of().formatHex(bytes);
        int[] having =
            IntStream.rangeClosed(1, of).filter(each -> new Slice(each, of).has(sha256)).toArray();
        assertThat(having).as("seed %d, %s of %d", seed, sha256, of).hasSize(1);
        contents[having[0] - 1]++;
      }
      assertThat(IntStream.of(contents).boxed())
          .as("seed %d, %d slices", seed, of)
          .allSatisfy(many -> assertThat(many).isBetween(64_000 / of * 3 / 4, 64_000 / of * 5 / 4));
    }
  }

  @Test
  void there_is_no_slice_outside_the_whole() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Slice(0, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Slice(5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Slice(1, 0));
  }
}
