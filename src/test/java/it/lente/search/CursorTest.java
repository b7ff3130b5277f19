package it.lente.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.engine.ListPosition;
import it.lente.engine.ResultWindow;
import it.lente.record.Facet;
import it.lente.record.TextQuery.Match;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorTest {

  private static final long SEED = 20261127L;

  private static final ListPosition PLACE =
      new ListPosition(2019, Long.MIN_VALUE, "È già l’«ora»", "àp 1");

  private final Random random = new Random(SEED);

  @Test
  void a_cursor_reads_what_it_wrote() {
    for (ResultWindow window : List.of(ResultWindow.after(PLACE, 0), new ResultWindow(7, 0))) {
      for (Match match : Match.values()) {
        Cursor cursor = new Cursor(random.nextInt(), match, window);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.read(cursor.text())).contains(cursor);
      }
    }
  }

  @Test
  void a_damaged_cursor_is_none() {
    String text = new Cursor(1, Match.ALL, ResultWindow.after(PLACE, 0)).text();
    for (int i = 0; i < 500; i++) {
      StringBuilder damaged = new StringBuilder(text);
      int at = random.nextInt(text.length() - 1);
      switch (random.nextInt(3)) {
        case 0 -> damaged.setLength(at);
        case 1 -> damaged.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');
        default -> damaged.insert(at, (char) (' ' + random.nextInt(300)));
      }
      assertThat(Cursor.read(damaged.toString())).as("seed %d: %s", SEED, damaged).isEmpty();
    }
  }

  @Test
  void a_cursor_goes_on_with_the_question_that_gave_it_whatever_the_size() {
    Question first = Question.strict(given("parco", Map.of("year", "2019")));
    String cursor = new Cursor(first.number(), Match.MOST, ResultWindow.after(PLACE, 20)).text();
    Question next =
        Question.strict(
            given("parco", Map.of("year", "2019", "size", "5", "lang", "en", "cursor", cursor)));
    assertThat(next.request().window()).isEqualTo(ResultWindow.after(PLACE, 5));
    assertThat(next.request().query().match()).isEqualTo(Match.MOST);
    assertThat(next.request().filters().selected(Facet.YEAR)).containsOnly("2019");
  }

  @Test
  void a_cursor_that_cannot_be_used_is_refused_with_the_cure() {
    String cursor =
        new Cursor(
                Question.strict(given("parco", Map.of())).number(),
                Match.ALL,
                new ResultWindow(7, 0))
            .text();
    assertRefused("parco", Map.of("cursor", "x" + cursor), "whole and unchanged");
    assertRefused("parco", Map.of("cursor", cursor, "page", "2"), "leave “page” out");
    assertRefused("parchi", Map.of("cursor", cursor), "another question");
    assertRefused("parco", Map.of("cursor", cursor, "sort", "title"), "another question");
    assertRefused("parco", Map.of("cursor", cursor, "scope", "records"), "another question");
    assertRefused("parco", Map.of("cursor", cursor, "place", "Lazio"), "another question");
    String deep = new Cursor(1, Match.ALL, new ResultWindow(Integer.MAX_VALUE, 0)).text();
    assertRefused("parco", Map.of("cursor", deep), "whole and unchanged");
  }

  @Test
  void pages_and_facets_know_no_cursor() {
    assertThat(Question.lenient(given("parco", Map.of("cursor", "x"))).page()).isOne();
    assertThatThrownBy(
            () -> FacetQuestion.strict(Facet.PLACE, given("parco", Map.of("cursor", "x"))))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("no parameter “cursor”");
  }

  private static void assertRefused(String q, Map<String, String> others, String cure) {
    assertThatThrownBy(() -> Question.strict(given(q, others)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(cure)
        .extracting(e -> ((InvalidParameterException) e).parameter())
        .isEqualTo("cursor");
  }

  private static RequestParameters given(String q, Map<String, String> others) {
    Map<String, List<String>> values = new HashMap<>();
    values.put("q", List.of(q));
    others.forEach((name, value) -> values.put(name, List.of(value)));
    return new RequestParameters(values);
  }
}
