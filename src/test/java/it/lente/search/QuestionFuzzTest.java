package it.lente.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.SlowDictionary;
import it.lente.analysis.TextPositions;
import java.nio.charset.StandardCharsets;
import java.util.List;

class QuestionFuzzTest {

  private static final SlowDictionary DICTIONARY =
      SlowDictionary.of(List.of(TextPositions.ofTexts("bilancio biblioteca comune 15 2018")));

  @FuzzTest(maxDuration = "2m")
  void any_text_is_a_question_that_can_be_matched(byte[] bytes) {
    String typed = new String(bytes, StandardCharsets.UTF_8);
    QueryLanguage.Parsed parsed = QueryLanguage.parse(typed);
    assertThat(parsed.query().text()).isEqualTo(typed);
    assertThat(QueryMatcher.of(parsed.query(), DICTIONARY)).isNotNull();
    String readable = QueryLanguage.readable(typed);
    assertThat(typed).startsWith(readable);
    assertThat(QueryLanguage.readable(readable)).isEqualTo(readable);
  }
}
