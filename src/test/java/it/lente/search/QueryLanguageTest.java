package it.lente.search;

import static it.lente.record.TextQuery.not;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Messages;
import it.lente.record.QueryField;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.All;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryLanguageTest {

  @Test
  void words_phrases_and_exclusions_are_told_apart() {
    assertThat(conditions("parco \"piano strategico\" -giochi -\"area cani\""))
        .containsExactly(
            new Clause(Kind.WORD, "parco"),
            new Clause(Kind.PHRASE, "piano strategico"),
            not(new Clause(Kind.WORD, "giochi")),
            not(new Clause(Kind.PHRASE, "area cani")));
  }

  @Test
  void a_star_leaves_the_end_of_a_word_open_and_a_tilde_its_letters() {
    assertThat(conditions("partecip* -par* co-prog**"))
        .containsExactly(
            new Clause(Kind.PREFIX, "partecip"),
            not(new Clause(Kind.PREFIX, "par")),
            new Clause(Kind.PREFIX, "co-prog"));
    assertThat(clauses("partecipazone~ parco~ via~ piano~2 piano~0"))
        .containsExactly(
            new Clause(Kind.FUZZY, "partecipazone", 2, QueryField.ANYWHERE),
            new Clause(Kind.FUZZY, "parco", 1, QueryField.ANYWHERE),
            new Clause(Kind.WORD, "via"),
            new Clause(Kind.FUZZY, "piano", 2, QueryField.ANYWHERE),
            new Clause(Kind.WORD, "piano"));
    assertThat(clauses("\"bilancio partecip*"))
        .containsExactly(new Clause(Kind.WORD, "bilancio"), new Clause(Kind.PREFIX, "partecip"));
    assertThat(clauses("* ~ *~ -*")).isEmpty();
  }

  @Test
  void letters_are_left_open_at_the_beginning_and_inside_of_a_word_too() {
    assertThat(clauses("*ponte par*co pi?zza **"))
        .containsExactly(
            new Clause(Kind.WILDCARD, "*ponte"),
            new Clause(Kind.WILDCARD, "par*co"),
            new Clause(Kind.WILDCARD, "pi?zza"));
    assertThat(clauses("che piazza?")).extracting(Clause::kind).containsOnly(Kind.WORD);
    assertThat(clauses("\"piazza gent*\""))
        .containsExactly(new Clause(Kind.PHRASE, "piazza gent*"));
  }

  @Test
  void words_within_a_distance_are_searched_one_by_one_and_the_answer_says_so() {
    QueryLanguage.Parsed parsed = QueryLanguage.parse("\"area cani\"~5 parco");
    assertThat(parsed.query().clauses())
        .containsExactly(
            new Clause(Kind.WORD, "area"),
            new Clause(Kind.WORD, "cani"),
            new Clause(Kind.WORD, "parco"));
    assertThat(parsed.warnings()).containsExactly(new Warning(Warning.Kind.DISTANCE, "area cani"));
  }

  @Test
  void every_dash_before_a_word_leaves_it_out() {
    for (String dash : List.of("-", "–", "−", "—", "‐")) {
      assertThat(QueryLanguage.parse("piazza " + dash + "parco").query().condition())
          .as(dash)
          .isEqualTo(
              TextQuery.all(
                  List.of(
                      new Clause(Kind.WORD, "piazza"),
                      TextQuery.not(new Clause(Kind.WORD, "parco")))));
    }
    assertThat(clauses("piazza – parco")).hasSize(2);
  }

  @Test
  void quotation_marks_of_every_kind_hold_a_phrase() {
    for (String phrase :
        List.of(
            "“la casa”",
            "‹la casa›",
            "″la casa″",
            "＂la casa＂",
            "‟la casa”",
            "«la casa»",
            "„la casa“",
            "\"la casa\"")) {
      assertThat(clauses(phrase)).as(phrase).containsExactly(new Clause(Kind.PHRASE, "la casa"));
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
        .containsExactly(new Clause(Kind.WORD, "co-progettazione"));
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
  void alternatives_stand_on_either_side_of_or_and_what_stands_together_belongs_together() {
    for (String or : List.of("OR", "O")) {
      assertThat(read("parco " + or + " piazza")).isEqualTo("parco OR piazza");
      assertThat(read("parco giochi " + or + " piazza")).isEqualTo("(parco giochi) OR piazza");
      assertThat(read("parco (giochi " + or + " piazza)")).isEqualTo("parco (giochi OR piazza)");
    }
    assertThat(read("parco or piazza o altro")).isEqualTo("parco or piazza o altro");
    assertThat(read("a1 OR b1 OR (c1 OR d1)")).isEqualTo("a1 OR b1 OR c1 OR d1");
  }

  @Test
  void and_is_meant_anyway_and_not_is_a_minus() {
    assertThat(read("parco AND piazza E altro")).isEqualTo("parco piazza altro");
    assertThat(read("parco NOT piazza NON altro")).isEqualTo("parco -piazza -altro");
    assertThat(read("parco AND NOT piazza")).isEqualTo("parco -piazza");
    assertThat(read("-NON --parco")).isEqualTo("-NON~0 -parco");
    assertThat(warnings("parco AND piazza NOT altro")).isEmpty();
  }

  @Test
  void brackets_hold_together_what_a_sign_or_a_field_before_them_is_for() {
    assertThat(read("parco -(giochi OR \"area cani\")"))
        .isEqualTo("parco -(giochi OR \"area cani\")");
    assertThat(read("(parco (piazza))")).isEqualTo("parco piazza");
    assertThat(read("titolo:(parco OR piazza)")).isEqualTo("titolo:parco OR titolo:piazza");
    assertThat(read("titolo:(parco luogo:Milano)")).isEqualTo("titolo:parco luogo:Milano");
    assertThat(read("-(-parco)")).isEqualTo("parco");
  }

  @Test
  void a_field_is_named_in_either_language_before_a_word_a_phrase_or_a_bracket() {
    assertThat(clauses("titolo:parco title:parco Titolo:parco"))
        .containsOnly(new Clause(Kind.WORD, "parco", 0, QueryField.TITLE));
    assertThat(clauses("luogo:\"Castel Frassino\""))
        .containsExactly(new Clause(Kind.PHRASE, "Castel Frassino", 0, QueryField.PLACE));
    assertThat(clauses("allegati:partecip* -attachments:x~1"))
        .containsExactly(
            new Clause(Kind.PREFIX, "partecip", 0, QueryField.ATTACHMENTS),
            new Clause(Kind.FUZZY, "x", 1, QueryField.ATTACHMENTS));
    assertThat(read("-titolo:parco tema:-piazza")).isEqualTo("-titolo:parco -tema:piazza");
    for (QueryField field : QueryField.values()) {
      for (Messages messages : Messages.BY_LANGUAGE.values()) {
        for (String name : names(field, messages)) {
          assertThat(clauses(name + "x").getFirst().field()).as(name).isEqualTo(field);
        }
      }
    }
  }

  private static List<String> names(QueryField field, Messages messages) {
    return field == QueryField.ANYWHERE
        ? List.of("")
        : Stream.of(messages.get("query-field." + field.key()).split(" "))
            .map(name -> name + ":")
            .toList();
  }

  @Test
  void what_only_looks_like_a_field_is_words() {
    for (String words : List.of("art.5:", "http://www.example.org/a", "10:30", "colore:rosso")) {
      assertThat(clauses(words)).as(words).containsExactly(new Clause(Kind.WORD, words));
      assertThat(warnings(words)).isEmpty();
    }
    assertThat(read("titolo:")).isEqualTo("titolo:");
    assertThat(read("titolo:()")).isEqualTo("titolo");
    assertThat(read("titolo: parco")).isEqualTo("titolo: parco");
    for (String apart : List.of("titolo: parco", "titolo:", "titolo:()")) {
      assertThat(warnings(apart))
          .as(apart)
          .containsExactly(new Warning(Warning.Kind.FIELD_APART, "titolo"));
    }
  }

  @Test
  void operators_with_nothing_to_join_are_passed_over_and_said() {
    assertThat(read("O parco OR")).isEqualTo("parco");
    assertThat(warnings("O parco OR"))
        .containsExactly(
            new Warning(Warning.Kind.LONE_OPERATOR, "O"),
            new Warning(Warning.Kind.LONE_OPERATOR, "OR"));
    assertThat(read("E parco (OR) NON")).isEqualTo("parco");
  }

  @Test
  void operators_alone_are_no_words_and_each_is_said() {
    for (String alone : List.of("OR", "AND", "NOT", "NON O E", "(OR)", "-(NOT)")) {
      assertThat(clauses(alone)).as(alone).isEmpty();
      assertThat(warnings(alone))
          .as(alone)
          .isNotEmpty()
          .extracting(Warning::kind)
          .containsOnly(Warning.Kind.LONE_OPERATOR);
    }
    assertThat(warnings("NON O E")).extracting(Warning::detail).contains("NON", "O", "E");
  }

  @Test
  void a_misspelt_word_differs_in_two_letters_at_most() {
    for (String word : List.of("piazza~3", "piazza~12", "piazza~99999999999")) {
      assertThat(clauses(word))
          .as(word)
          .containsExactly(new Clause(Kind.FUZZY, "piazza", 2, QueryField.ANYWHERE));
      assertThat(warnings(word)).containsExactly(new Warning(Warning.Kind.TOO_MANY_EDITS, word));
    }
    assertThat(warnings("piazza~2 piazza~1 piazza~0 piazza~")).isEmpty();
  }

  @Test
  void brackets_without_a_partner_are_passed_over_and_said() {
    assertThat(read("a1) parco (b1 OR c1")).isEqualTo("a1 parco (b1 OR c1)");
    assertThat(warnings("a1) parco (b1 OR c1"))
        .containsExactly(
            new Warning(Warning.Kind.BRACKET, ")"), new Warning(Warning.Kind.BRACKET, "("));
    assertThat(read(")(")).isEmpty();
  }

  @Test
  void brackets_are_read_to_a_depth_and_no_further() {
    String deep = "(a1 OR ".repeat(20) + "b1 c1" + ")".repeat(20) + " d1";
    assertThat(QueryLanguage.parse(deep).query().clauses()).hasSize(23);
    assertThat(warnings(deep)).extracting(Warning::kind).containsOnly(Warning.Kind.TOO_DEEP);
    assertThat(read("(".repeat(1_999) + "x")).isEqualTo("x");
    assertThat(read("-".repeat(1_001) + "x")).isEqualTo("-x");
    assertThat(read("NOT ".repeat(300) + "x")).isEqualTo("x");
    assertThat(read("titolo:".repeat(250) + "x")).isEqualTo("titolo:x");
  }

  @Test
  void no_text_is_an_error_and_what_was_understood_is_read_as_the_same_again() {
    long seed = 1989L;
    Random random = new Random(seed);
    List<String> pieces =
        List.of(
            "a",
            "b",
            "parco",
            "co-progettazione",
            " ",
            " ",
            " ",
            " ",
            "-",
            "\"",
            "«",
            "”",
            ":",
            "*",
            "(",
            ")",
            "~",
            "~1",
            "~0",
            "'",
            ".",
            "\t",
            "\u00A0",
            "\uD83D\uDE00",
            "\0",
            "O",
            "OR",
            "E",
            "AND",
            "NON",
            "NOT",
            "titolo:",
            "place:",
            "allegati:",
            "15/2018",
            "http://");
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(15); k > 0; k--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      TextQuery query = QueryLanguage.parse(text.toString()).query();
      assertThat(query.clauses())
          .as("seed %d, text %s", seed, text)
          .allMatch(clause -> clause.text().codePoints().anyMatch(Character::isLetterOrDigit));
      String understood = WrittenQuery.of(query);
      assertThat(QueryLanguage.parse(understood).query().condition())
          .as("seed %d, text “%s”, understood as “%s”", seed, text, understood)
          .isEqualTo(query.condition());
    }
  }

  private static List<Condition> conditions(String text) {
    Condition condition = QueryLanguage.parse(text).query().condition();
    return condition instanceof All all ? all.conditions() : List.of(condition);
  }

  private static List<Clause> clauses(String text) {
    return QueryLanguage.parse(text).query().clauses();
  }

  /** How a text was understood. */
  private static String read(String text) {
    return WrittenQuery.of(QueryLanguage.parse(text).query());
  }

  private static List<Warning> warnings(String text) {
    return QueryLanguage.parse(text).warnings();
  }

  @Test
  void a_number_in_one_sign_is_a_word_also_when_it_is_alone() {
    for (String number : new String[] {"Ⅷ", "Ⅱ", "½", "①"}) {
      assertThat(QueryLanguage.parse(number).query().clauses()).as(number).hasSize(1);
    }
  }
}
