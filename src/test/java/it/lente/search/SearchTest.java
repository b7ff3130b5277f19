package it.lente.search;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.InMemoryEngine;
import it.lente.engine.RecordWriter;
import java.util.List;
import java.util.Map;
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
  void warnings_are_sentences_in_both_languages() {
    Warning warning = ask("la casa", "20", "1").warnings().getFirst();
    assertThat(warning.text("it")).contains("la").endsWith(".");
    assertThat(warning.text("en")).contains("la").isNotEqualTo(warning.text("it"));
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
    assertThat(ask("casa", "20", "1").didYouMean()).isEmpty();
  }

  @Test
  void there_is_a_next_page_exactly_while_something_is_left() {
    assertThat(ask("casa", "1", "1").hasNext()).isTrue();
    assertThat(ask("casa", "1", "2").hasNext()).isFalse();
    assertThat(ask("casa", "2", "1").hasNext()).isFalse();
  }

  private Answer ask(String q, String size, String page) {
    return search.ask(
        Question.strict(
            new Parameters(Map.of("q", List.of(q), "size", List.of(size), "page", List.of(page)))));
  }
}
