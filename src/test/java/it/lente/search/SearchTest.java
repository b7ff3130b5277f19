package it.lente.search;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.engine.Deadline;
import it.lente.engine.InMemoryEngine;
import it.lente.engine.OutOfTimeException;
import it.lente.engine.RecordWriter;
import it.lente.messages.Messages;
import it.lente.record.RecordField;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchTest {

  private final InMemoryEngine engine = new InMemoryEngine();
  private final Search search = new Search(engine);

  @BeforeEach
  void givenThreeProcesses() {
    try (RecordWriter writer = engine.writer()) {
      writer.put(process("p1").titled("La casa del popolo").build());
      writer.put(process("p2").titled("La casa di vetro").build());
      writer.put(process("p3").titled("Il parco").build());
      writer.commit();
    }
  }

  @Test
  void an_answer_says_how_the_question_was_understood() {
    Answer answer = ask("la casa \"del popolo\" -vetro", "20", "1");
    assertThat(answer.understoodAs()).isEqualTo("casa \"del popolo\" -vetro");
    assertThat(answer.warnings()).containsExactly(new Warning(Warning.Kind.PASSED_OVER, "la"));
    assertThat(answer.result().total()).isOne();
  }

  @Test
  void every_warning_is_a_sentence_in_every_language() {
    for (Warning.Kind kind : Warning.Kind.values()) {
      for (Messages messages : Messages.BY_LANGUAGE.values()) {
        assertThat(messages.get("warning." + kind.key(), "la")).doesNotContain("{").endsWith(".");
      }
    }
  }

  @Test
  void what_finds_hardly_anything_is_asked_better_and_the_count_is_true() {
    try (RecordWriter writer = engine.writer()) {
      for (int i = 0; i < 12; i++) {
        writer.put(process("b" + i).titled("La biblioteca comunale").build());
      }
      writer.put(process("typo").titled("La bibloteca").build());
      writer.commit();
    }
    Answer answer = ask("bibloteca \"comunalle\"", "20", "1");
    assertThat(answer.didYouMean()).contains(new DidYouMean("biblioteca \"comunale\"", 12));
    assertThat(ask("bibloteca", "20", "1").didYouMean()).contains(new DidYouMean("biblioteca", 12));
    assertThat(ask("biblioteca \"comunale\"", "20", "1").result().total()).isEqualTo(12);
    assertThat(ask("biblioteca", "20", "1").didYouMean()).isEmpty();
    assertThat(ask("\"comunalle\" bibl*", "20", "1").result().total()).isEqualTo(13);
    assertThat(ask("\"comunalle\" bibl*", "20", "1").didYouMean()).isEmpty();
    assertThat(ask("casa", "20", "1").didYouMean()).isEmpty();
  }

  @Test
  void what_is_proposed_is_written_as_it_occurs_in_the_collection() {
    try (RecordWriter writer = engine.writer()) {
      for (int i = 0; i < 12; i++) {
        writer.put(
            process("q" + i).titled("La qualità a Forlì").with("a.pdf", "QUALITÀ qualità").build());
      }
      writer.commit();
    }
    assertThat(ask("\"la qualira\"", "20", "1").didYouMean())
        .contains(new DidYouMean("\"la qualità\"", 12));
    assertThat(ask("titolo:\"qualita A forlli\"", "20", "1").didYouMean())
        .contains(new DidYouMean("titolo:\"qualita A Forlì\"", 12));
    assertThat(ask("\"qualira\" O \"prateria\"", "20", "1").didYouMean())
        .contains(new DidYouMean("\"qualità\" OR \"prateria\"", 12));
    assertThat(ask("qualira", "20", "1").warnings())
        .containsExactly(new Warning(Warning.Kind.RESCUED, "qualira → qualità"));
  }

  @Test
  void words_joined_by_a_sign_are_loosened_like_words_side_by_side() {
    Answer answer = ask("vetro/popolo", "20", "1");
    assertThat(answer.result().total()).isEqualTo(2);
    assertThat(answer.relaxed()).contains(new Warning(Warning.Kind.ANY_WORD, ""));
    assertThat(answer.warnings()).contains(new Warning(Warning.Kind.SPLIT, "vetro/popolo"));
    assertThat(ask("casa/popolo", "20", "1").relaxed()).isEmpty();
  }

  @Test
  void there_is_a_cursor_exactly_while_something_is_left() {
    assertThat(ask("casa", "1", "1").next()).isPresent();
    assertThat(ask("casa", "1", "2").next()).isEmpty();
    assertThat(ask("casa", "2", "1").next()).isEmpty();
  }

  @Test
  void an_answer_that_ran_out_of_time_says_so_and_takes_nothing_for_missing() {
    Search hurried = new Search(engine, () -> Deadline.in(Duration.ZERO));
    Answer answer =
        hurried.ask(Question.strict(new RequestParameters(Map.of("q", List.of("la casa")))));
    assertThat(answer.warnings()).contains(new Warning(Warning.Kind.OUT_OF_TIME, ""));
    assertThat(answer.relaxed()).isEmpty();
    assertThat(ask("la casa", "20", "1").warnings())
        .doesNotContain(new Warning(Warning.Kind.OUT_OF_TIME, ""));
  }

  @Test
  void whenever_the_time_is_over_nothing_is_concluded_from_what_was_not_found() {
    givenProcessesOfTwoYears();
    for (Map<String, String> asked :
        List.of(
            Map.of("q", "casa vetro popolo"),
            Map.of("q", "caza"),
            Map.of("q", "casa", "year", "2019", "funded", "..20"),
            Map.of("q", "assente"))) {
      Answer whole = ask(asked);
      assertThat(whole.complete()).isTrue();
      int late = 0;
      boolean enough = false;
      for (int looks = 0; !enough; looks++) {
        AtomicLong clock = new AtomicLong();
        int end = looks;
        Deadline deadline = Deadline.NEVER.or(() -> clock.getAndIncrement() >= end);
        Answer answer = new Search(engine, () -> deadline).ask(question(asked));
        enough = clock.get() <= looks;
        if (answer.complete()) {
          assertThat(answer).isEqualTo(whole);
        } else {
          late++;
          assertSaysNothingBut(Warning.Kind.OUT_OF_TIME, answer);
        }
      }
      assertThat(late).isPositive();
    }
  }

  private static void assertSaysNothingBut(Warning.Kind kind, Answer answer) {
    assertThat(answer.warnings().getFirst().kind()).isEqualTo(kind);
    assertThat(answer.isOutOfTime()).isEqualTo(answer.result().total() == 0);
    assertThat(answer.relaxed()).isEmpty();
    assertThat(answer.withoutFilter()).isEmpty();
    assertThat(answer.didYouMean()).isEmpty();
  }

  @Test
  void a_search_for_a_reader_who_has_left_ends() {
    Search left = search.until(() -> true);
    assertThat(left.ask(question(Map.of("q", "casa"))).isOutOfTime()).isTrue();
    assertThatThrownBy(() -> left.process("p1")).isInstanceOf(OutOfTimeException.class);
  }

  @Test
  void of_a_filter_in_the_way_the_processes_without_it_are_told_and_no_word_is_loosened() {
    givenProcessesOfTwoYears();
    Answer answer = ask(Map.of("q", "casa vetro", "year", "2019", "status", "Concluso"));
    assertThat(answer.result().total()).isZero();
    assertThat(answer.relaxed()).isEmpty();
    assertThat(answer.withoutFilter()).containsExactly(new DroppedFilter("year", 1));
    assertThat(ask(Map.of("q", "casa vetro", "status", "Concluso")).result().total()).isOne();
  }

  @Test
  void words_are_loosened_where_no_filter_is_in_the_way() {
    givenProcessesOfTwoYears();
    Answer answer = ask(Map.of("q", "casa ponte", "year", "2019"));
    assertThat(answer.relaxed()).map(Warning::kind).contains(Warning.Kind.ANY_WORD);
    assertThat(answer.result().total()).isOne();
    assertThat(answer.withoutFilter()).isEmpty();
  }

  @Test
  void each_filter_and_range_is_dropped_alone_and_only_where_nothing_answers() {
    givenProcessesOfTwoYears();
    assertThat(ask(Map.of("year", "2018", "funded", "900..")).withoutFilter())
        .containsExactly(new DroppedFilter("year", 1), new DroppedFilter("funded", 1));
    assertThat(ask(Map.of("year", "2018", "funded", "900..", "place", "Lazio")).withoutFilter())
        .isEmpty();
    assertThat(ask(Map.of("year", "2018")).withoutFilter()).isEmpty();
    assertThat(ask(Map.of("q", "assente")).withoutFilter()).isEmpty();
  }

  private void givenProcessesOfTwoYears() {
    try (RecordWriter writer = engine.writer()) {
      writer.put(
          process("p1")
              .titled("La casa del popolo")
              .in(2019)
              .saying(RecordField.STATUS, "Concluso")
              .saying(RecordField.FUNDED_AMOUNT, "1000.00")
              .build());
      writer.put(
          process("p2")
              .titled("La casa di vetro")
              .in(2018)
              .saying(RecordField.STATUS, "Concluso")
              .saying(RecordField.FUNDED_AMOUNT, "10.00")
              .build());
      writer.commit();
    }
  }

  private Answer ask(Map<String, String> parameters) {
    return search.ask(question(parameters));
  }

  private static Question question(Map<String, String> parameters) {
    Map<String, List<String>> values = new HashMap<>();
    parameters.forEach((name, value) -> values.put(name, List.of(value)));
    return Question.strict(new RequestParameters(values));
  }

  @Test
  void what_was_cut_of_a_question_is_said() {
    assertThat(kinds("parola ".repeat(400))).contains(Warning.Kind.TOO_LONG);
    assertThat(kinds("a1 ".repeat(70))).contains(Warning.Kind.TOO_MANY_WORDS);
    assertThat(kinds("(".repeat(12) + "casa" + ")".repeat(12))).contains(Warning.Kind.TOO_DEEP);
  }

  private List<Warning.Kind> kinds(String q) {
    return ask(q, "20", "1").warnings().stream().map(Warning::kind).toList();
  }

  private Answer ask(String q, String size, String page) {
    return search.ask(
        Question.strict(
            new RequestParameters(
                Map.of("q", List.of(q), "size", List.of(size), "page", List.of(page)))));
  }
}
