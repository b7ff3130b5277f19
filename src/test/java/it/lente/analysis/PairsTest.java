package it.lente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which words find each other in a collection that has both, each asked for by the other. */
class PairsTest {

  /** So many in a hundred; what is left is told apart by its accent only, or by its gender. */
  private static final int APART = 94;

  private record Pair(String one, String other) {

    boolean match() {
      return finds(one, other) && finds(other, one);
    }

    boolean apart() {
      return !finds(one, other) && !finds(other, one);
    }
  }

  @Test
  void words_that_belong_together_find_each_other() throws IOException {
    List<Pair> pairs = read("pairs-match.tsv");
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(150);
    assertThat(pairs).allMatch(Pair::match);
  }

  @Test
  void words_that_mean_different_things_stay_apart() throws IOException {
    List<Pair> pairs = read("pairs-differ.tsv");
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(120);
    List<Pair> joined = pairs.stream().filter(pair -> !pair.apart()).toList();
    assertThat(100 * (pairs.size() - joined.size()))
        .as("found each other: %s", joined)
        .isGreaterThanOrEqualTo(APART * pairs.size());
  }

  private static List<Pair> read(String resource) throws IOException {
    try (InputStream in = PairsTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(words -> new Pair(words[0], words[1]))
          .toList();
    }
  }

  private static boolean finds(String typed, String written) {
    TextPositions text = TextPositions.ofTexts(written);
    Set<String> known = new TreeSet<>(text.forms());
    known.addAll(FormReader.forms(typed));
    List<TextQuery.Condition> clauses =
        Stream.of(typed.split(" "))
            .<TextQuery.Condition>map(word -> new Clause(Kind.WORD, word))
            .toList();
    QueryMatcher matcher =
        QueryMatcher.of(
            new TextQuery(typed, TextQuery.all(clauses)), SlowDictionary.ofForms(known));
    return matcher.answers(part -> matcher.parts().get(part).occursIn(text));
  }
}
