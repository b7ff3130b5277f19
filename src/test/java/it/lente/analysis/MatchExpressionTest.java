package it.lente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.analysis.MatchExpression.AtLeast;
import it.lente.analysis.MatchExpression.Not;
import it.lente.analysis.MatchExpression.Part;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Compares what a formula can still become with a look at every case. */
final class MatchExpressionTest {

  private static final int PARTS = 5;
  private static final int FORMULAS = 2_000;

  @Test
  void what_cannot_hold_any_more_holds_in_no_case() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < FORMULAS; i++) {
      MatchExpression formula = any(random, 3);
      long open = random.nextInt(1 << PARTS);
      long known = random.nextInt(1 << PARTS) & ~open;
      boolean holdsInSome =
          LongStream.range(0, 1 << PARTS)
              .filter(parts -> (parts & ~open) == known)
              .anyMatch(formula::matches);
      if (holdsInSome) {
        assertThat(formula.canHold(known, open)).as("%s, seed %d", formula, seed).isTrue();
      }
    }
  }

  @Test
  void too_few_parts_that_are_left_cannot_hold() {
    MatchExpression two = new AtLeast(2, List.of(new Part(0), new Part(1), new Part(2)));
    assertThat(two.canHold(0b000, 0b110)).isTrue();
    assertThat(two.canHold(0b001, 0b100)).isTrue();
    assertThat(two.canHold(0b000, 0b100)).isFalse();
    assertThat(new Part(1).canHold(0b101, 0)).isFalse();
  }

  private static MatchExpression any(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return new Part(random.nextInt(PARTS));
    }
    List<MatchExpression> formulas =
        IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> any(random, depth - 1)).toList();
    return switch (random.nextInt(4)) {
      case 0 -> new MatchExpression.All(formulas);
      case 1 -> new MatchExpression.Any(formulas);
      case 2 -> new AtLeast(1 + random.nextInt(formulas.size()), formulas);
      default -> new Not(formulas.getFirst());
    };
  }
}
