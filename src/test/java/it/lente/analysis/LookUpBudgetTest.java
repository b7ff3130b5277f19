package it.lente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.QueryField;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts what a question makes a dictionary do beside looking its words up. */
final class LookUpBudgetTest {

  private static final int MOST_WORDS = 64;

  /** A collection that has whatever is asked for, and counts it. */
  private static final class CountingDictionary implements Dictionary {

    private int read;
    private int letters;
    private int lookUps;
    private int open = MOST;

    @Override
    public Set<List<String>> known(Collection<List<String>> words) {
      return words.stream()
          .filter(forms -> forms.stream().noneMatch(form -> form.startsWith("x")))
          .collect(Collectors.toSet());
    }

    @Override
    public long frequency(Collection<String> forms) {
      return 1;
    }

    @Override
    public Forms startingWith(String prefix) {
      return some(prefix, open);
    }

    @Override
    public Forms near(List<String> forms, int edits) {
      letters += edits * forms.getFirst().length();
      return some(forms.getFirst() + "q", 3);
    }

    @Override
    public Forms matching(String pattern) {
      return some(pattern.substring(0, 1) + "q", 3);
    }

    @Override
    public boolean hasRun(QueryPart.Sequence sequence) {
      lookUps++;
      return true;
    }

    private Forms some(String begin, int number) {
      lookUps++;
      read += 2 * number;
      return new Forms(
          IntStream.range(0, number).mapToObj(i -> begin + i).toList(), true, 2 * number);
    }
  }

  private final CountingDictionary dictionary = new CountingDictionary();

  private static TextQuery of(IntFunction<Clause> clause) {
    List<Condition> clauses = IntStream.range(0, MOST_WORDS).<Condition>mapToObj(clause).toList();
    return new TextQuery("", TextQuery.all(clauses));
  }

  private static String word(int number) {
    return "x" + "ab".repeat(5) + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }

  private static Clause unknown(int number) {
    return new Clause(Kind.WORD, word(number));
  }

  private static Clause open(int number) {
    return new Clause(Kind.PREFIX, word(number));
  }

  private static Clause fuzzy(int number) {
    return new Clause(Kind.FUZZY, word(number), 2, QueryField.ANYWHERE);
  }

  private void thenLittleWasDone() {
    assertThat(dictionary.read).isLessThan(20_000);
    assertThat(dictionary.letters).isLessThan(300);
  }

  @Test
  void many_unknown_open_and_fuzzy_words_are_looked_up_for_a_while_and_then_as_typed() {
    for (IntFunction<Clause> kind :
        List.<IntFunction<Clause>>of(
            LookUpBudgetTest::unknown,
            LookUpBudgetTest::open,
            LookUpBudgetTest::fuzzy,
            number -> new Clause(Kind.WILDCARD, "*" + word(number) + "*b"),
            number -> number % 2 == 0 ? unknown(number) : open(number))) {
      CountingDictionary asked = new CountingDictionary();
      QueryMatcher matcher = QueryMatcher.of(of(kind), asked);
      assertThat(asked.read).isLessThan(20_000);
      assertThat(asked.letters).isLessThan(300);
      assertThat(asked.lookUps).isGreaterThan(1);
      assertThat(matcher.interpretation().asTyped())
          .last()
          .asString()
          .contains(word(MOST_WORDS - 1));
      assertThat(matcher.interpretation().asTyped()).hasSize(MOST_WORDS - asked.lookUps);
      assertThat(matcher.parts()).hasSize(MOST_WORDS);
      assertThat(matcher.parts().stream().mapToInt(part -> part.forms().size()).sum())
          .isLessThan(1_100);
    }
  }

  @Test
  void a_question_that_is_closed_again_is_looked_up_once_and_means_the_same() {
    TextQuery question = of(number -> number % 2 == 0 ? unknown(number) : fuzzy(number));
    LookUpBudget lookUps = new LookUpBudget(question);
    QueryMatcher first = QueryMatcher.of(question, lookUps.in(dictionary));
    int done = dictionary.lookUps;
    Correction.of(question, lookUps.in(dictionary));
    QueryMatcher again = QueryMatcher.of(question, lookUps.in(dictionary));
    assertThat(again.parts()).isEqualTo(first.parts());
    assertThat(again.interpretation().asTyped()).isEqualTo(first.interpretation().asTyped());
    assertThat(dictionary.lookUps).isEqualTo(done);
    thenLittleWasDone();
  }

  @Test
  void the_words_of_an_ordinary_question_are_all_looked_up() {
    dictionary.open = 100;
    List<Condition> clauses = List.of(unknown(1), open(2), fuzzy(3), unknown(4), open(5));
    QueryMatcher matcher = QueryMatcher.of(new TextQuery("", TextQuery.all(clauses)), dictionary);
    assertThat(matcher.interpretation().asTyped()).isEmpty();
    assertThat(matcher.interpretation().rescued()).hasSize(2);
  }

  @Test
  void each_of_two_open_words_takes_a_quarter_of_the_most_forms_and_says_what_was_left_out() {
    TextQuery two = new TextQuery("", TextQuery.all(List.of(open(1), unknown(2), open(3))));
    QueryMatcher matcher = QueryMatcher.of(two, dictionary);
    assertThat(matcher.parts().getFirst().forms().size())
        .isEqualTo(1 + Dictionary.MOST / 4); // and what was typed
    assertThat(matcher.parts().getLast().forms().size())
        .isEqualTo(1 + Dictionary.MOST / 4); // and what was typed
    assertThat(matcher.interpretation().cut()).containsExactly(word(1), word(3));
    assertThat(matcher.interpretation().asTyped()).isEmpty();
  }

  @Test
  void a_form_longer_than_any_word_is_not_written_apart() {
    assertThat(Spellings.apart("multi" + "ab".repeat(15))).isNotEmpty();
    assertThat(Spellings.apart("multi" + "ab".repeat(15_000))).isEmpty();
  }

  @Test
  void nothing_is_near_what_is_longer_than_any_word() {
    String longest = "x" + "ab".repeat(40);
    TextQuery question =
        new TextQuery(
            "",
            TextQuery.all(
                List.of(
                    new Clause(Kind.WORD, longest),
                    new Clause(Kind.WORD, longest.repeat(20)),
                    new Clause(Kind.FUZZY, longest + "c", 2, QueryField.ANYWHERE))));
    QueryMatcher.of(question, dictionary);
    Correction.of(question, dictionary);
    assertThat(dictionary.letters).isZero();
  }

  @Test
  void many_acts_are_looked_for_in_every_way_of_writing_for_a_while_and_then_as_typed() {
    TextQuery acts =
        of(number -> new Clause(Kind.PHRASE, "legge regionale " + (number + 1) + " del 2018"));
    QueryMatcher matcher = QueryMatcher.of(acts, dictionary);
    assertThat(matcher.parts().stream().mapToInt(part -> part.alternatives().size()).sum())
        .isLessThan(300);
    assertThat(matcher.parts().getFirst().alternatives()).hasSizeGreaterThan(10);
    assertThat(matcher.interpretation().asTyped()).isNotEmpty();
  }
}
