package it.lente.search;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueryLanguageTest {

  @Test
  void words_phrases_and_exclusions_are_told_apart() {
    assertThat(clauses("parco \"piano strategico\" -giochi -\"area cani\""))
        .containsExactly(
            new Clause(Kind.WORD, "parco", false),
            new Clause(Kind.PHRASE, "piano strategico", false),
            new Clause(Kind.WORD, "giochi", true),
            new Clause(Kind.PHRASE, "area cani", true));
  }

  @Test
  void a_star_leaves_the_end_of_a_word_open_and_a_tilde_its_letters() {
    assertThat(clauses("partecip* -par* co-prog**"))
        .containsExactly(
            new Clause(Kind.PREFIX, "partecip", false),
            new Clause(Kind.PREFIX, "par", true),
            new Clause(Kind.PREFIX, "co-prog", false));
    assertThat(clauses("partecipazone~ parco~ via~ piano~2 piano~0"))
        .containsExactly(
            new Clause(Kind.FUZZY, "partecipazone", false, 2),
            new Clause(Kind.FUZZY, "parco", false, 1),
            new Clause(Kind.WORD, "via", false),
            new Clause(Kind.FUZZY, "piano", false, 2),
            new Clause(Kind.WORD, "piano", false));
    assertThat(clauses("\"bilancio partecip*"))
        .containsExactly(
            new Clause(Kind.WORD, "bilancio", false), new Clause(Kind.PREFIX, "partecip", false));
    assertThat(clauses("\"area cani\"~5"))
        .containsExactly(new Clause(Kind.PHRASE, "area cani", false));
    assertThat(clauses("* ~ *~ -*")).isEmpty();
    assertThat(clauses("*ponte par*co")).extracting(Clause::kind).containsOnly(Kind.WORD);
  }

  @Test
  void quotation_marks_of_every_kind_hold_a_phrase() {
    for (String phrase : List.of("“la casa”", "«la casa»", "„la casa“", "\"la casa\"")) {
      assertThat(clauses(phrase))
          .as(phrase)
          .containsExactly(new Clause(Kind.PHRASE, "la casa", false));
    }
  }

  @Test
  void a_quotation_mark_that_is_not_closed_is_read_as_words_and_said() {
    QueryLanguage.Parsed parsed = QueryLanguage.parse("\"piano strategico");
    assertThat(parsed.query().clauses()).extracting(Clause::kind).containsOnly(Kind.WORD);
    assertThat(parsed.warnings())
        .containsExactly(new Warning(Warning.Kind.OPEN_QUOTE, "piano strategico"));
  }

  @Test
  void signs_without_letters_or_digits_are_no_clauses() {
    assertThat(clauses("- -- & \"\" \"!\" , …")).isEmpty();
  }

  @Test
  void a_hyphen_inside_a_word_excludes_nothing() {
    assertThat(clauses("co-progettazione"))
        .containsExactly(new Clause(Kind.WORD, "co-progettazione", false));
  }

  @Test
  void a_question_that_is_too_long_is_cut_and_said() {
    QueryLanguage.Parsed parsed = QueryLanguage.parse("parola ".repeat(1_000));
    assertThat(parsed.query().clauses()).hasSize(QueryLanguage.MAX_CLAUSES);
    assertThat(parsed.warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.TOO_LONG, Warning.Kind.TOO_MANY_WORDS);
  }

  @Test
  void no_text_is_an_error() {
    long seed = 1989L;
    Random random = new Random(seed);
    String alphabet = "ab -\"«»“”:*()~'.\t\u00A0\uD83D\uDE00\0";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(25); k > 0; k--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      QueryLanguage.Parsed parsed = QueryLanguage.parse(text.toString());
      assertThat(parsed.query().clauses())
          .as("seed %d, text %s", seed, text)
          .allMatch(clause -> clause.text().codePoints().anyMatch(Character::isLetterOrDigit));
    }
  }

  private static List<Clause> clauses(String text) {
    return QueryLanguage.parse(text).query().clauses();
  }
}
