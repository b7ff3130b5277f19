package it.lente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryMatcherTest {

  @Test
  void a_word_is_found_in_all_its_inflections() {
    assertThat(marked("Le biblioteche e la Biblioteca", words("biblioteca")))
        .containsExactly("biblioteche", "Biblioteca");
  }

  @Test
  void a_phrase_is_found_in_the_forms_typed_whatever_the_quotation_marks_around_it() {
    String text =
        "«La biblioteca che vorrei» e “la biblioteca che vorrei”, le biblioteche che vorrei";
    assertThat(marked(text, phrase("la biblioteca che vorrei")))
        .containsExactly("La biblioteca che vorrei", "la biblioteca che vorrei");
  }

  @Test
  void families_are_looked_up_when_they_are_asked_for_and_once() {
    List<String> asked = new ArrayList<>();
    Dictionary noting =
        new Dictionary() {
          @Override
          public Set<List<String>> known(Collection<List<String>> words) {
            return Set.copyOf(words);
          }

          @Override
          public long frequency(Collection<String> forms) {
            return 0;
          }

          @Override
          public Forms startingWith(String prefix) {
            asked.add(prefix);
            return new Forms(List.of("biblioteca", "bibliotecario"), true, 2);
          }

          @Override
          public Forms near(List<String> forms, int edits) {
            return Forms.NONE;
          }

          @Override
          public Forms matching(String pattern) {
            return Forms.NONE;
          }

          @Override
          public boolean hasRun(QueryPart.Sequence sequence) {
            return true;
          }
        };
    TextQuery question = new TextQuery("biblioteche?", words("biblioteche").condition());
    QueryMatcher matcher = QueryMatcher.of(question, noting);
    assertThat(matcher.interpretation().loosened()).isFalse();
    assertThat(matcher.family(0)).isEmpty();
    QueryMatcher loose =
        QueryMatcher.of(
            new TextQuery("due parole?", words("biblioteche", "parco").condition()), noting);
    assertThat(loose.interpretation().loosened()).isTrue();
    assertThat(asked).isEmpty();
    assertThat(loose.family(0)).containsExactly("biblioteca", "bibliotecario");
    assertThat(loose.family(1)).isNotEmpty();
    assertThat(asked).containsExactly("bibli", "parc");
  }

  @Test
  void function_words_are_neither_required_nor_marked() {
    QueryMatcher matcher = QueryMatcher.of(words("la", "casa", "del", "popolo"), Dictionary.EMPTY);
    assertThat(matcher.interpretation().ignored()).containsExactly("la", "del");
    assertThat(matcher.wanted()).hasSize(2);
    assertThat(marked("la casa del popolo", words("la", "casa", "del", "popolo")))
        .containsExactly("casa", "popolo");
  }

  @Test
  void a_question_of_nothing_but_function_words_looks_for_them() {
    QueryMatcher matcher = QueryMatcher.of(words("che", "non"), Dictionary.EMPTY);
    assertThat(matcher.interpretation().ignored()).isEmpty();
    assertThat(matcher.wanted()).hasSize(2);
  }

  @Test
  void a_question_of_nothing_but_dropped_words_asks_nothing() {
    assertThat(QueryMatcher.of(words("l'", "--"), Dictionary.EMPTY).asks()).isFalse();
  }

  @Test
  void a_compound_is_found_joined_with_a_hyphen_and_apart() {
    String text = "co-progettazione, coprogettazione, co progettazione, progettazione";
    for (String typed : List.of("co-progettazione", "coprogettazione")) {
      assertThat(marked(text, words(typed)))
          .as(typed)
          .containsExactly("co-progettazione", "coprogettazione", "co progettazione");
    }
    assertThat(marked("la coprogettazione", words("co", "progettazione")))
        .containsExactly("coprogettazione");
  }

  @Test
  void a_large_number_is_found_with_dots_and_without() {
    String text = "15.000 euro, 15000 euro, 15 000 euro, 15.000,00 euro, 1500 euro";
    for (String typed : List.of("15.000", "15000")) {
      assertThat(marked(text, words(typed)))
          .as(typed)
          .containsExactly("15.000", "15000", "15 000", "15.000");
    }
    assertThat(marked("15000 euro", words("15.000,00"))).containsExactly("15000");
    assertThat(marked("15000 euro", words("15", "000"))).containsExactly("15000");
    assertThat(marked("2 018 euro", words("2018"))).isEmpty();
  }

  private static final List<String> ONE_ACT =
      List.of(
          "L.R. 15/2018",
          "LR 15 2018",
          "l.r. n. 15/2018",
          "L. R. n. 15 del 2018",
          "LR 15/18",
          "legge regionale 15 del 2018",
          "Legge regionale n. 15/2018",
          "leggi regionali n. 15/2018",
          "legge reg. numero 15 anno 2018",
          "legge regionale 22 ottobre 2018, n. 15",
          "L.R. del 22/10/2018 n. 15",
          "L.R. n. 15 del 22 ottobre 2018",
          "L.R. 15 del 22.10.2018");

  @Test
  void an_act_is_found_however_it_is_cited() {
    String others = "; L.R. 15/2019; legge 15/2018; 15/2018; regolamento regionale 15/2018";
    for (String typed : ONE_ACT) {
      for (String written : ONE_ACT) {
        assertThat(marked(written + others, words(typed.split(" "))))
            .as("%s in %s", typed, written)
            .containsExactly(written);
      }
    }
  }

  @Test
  void an_act_inside_a_phrase_is_found_however_it_is_cited() {
    String text = "ai sensi della legge regionale 22 ottobre 2018, n. 15, la Regione";
    assertThat(marked(text, phrase("della L.R. 15/2018, la Regione")))
        .containsExactly("della legge regionale 22 ottobre 2018, n. 15, la Regione");
    assertThat(marked(text, phrase("alla L.R. 15/2018"))).isEmpty();
  }

  @Test
  void acts_of_other_kinds_have_their_names_too() {
    assertThat(marked("decreto legislativo 18 agosto 2000, n. 267", words("D.Lgs.", "267/2000")))
        .hasSize(1);
    assertThat(
            marked(
                "D.P.R. 380/2001",
                words(
                    "decreto",
                    "del",
                    "presidente",
                    "della",
                    "repubblica",
                    "n.",
                    "380",
                    "del",
                    "2001")))
        .hasSize(1);
    assertThat(marked("decreto-legge 34/2020", words("DL", "34/2020"))).hasSize(1);
    assertThat(marked("Legge 7 agosto 1990, n. 241", words("L.", "241/90"))).hasSize(1);
    assertThat(marked("l.r. 15/2018", words("legge", "15/2018"))).hasSize(1);
    assertThat(
            marked("delibera della Giunta regionale n. 1174 del 2020", words("DGR", "1174/2020")))
        .hasSize(1);
    assertThat(marked("atto 15 del 2018", words("15/2018"))).containsExactly("15 del 2018");
  }

  @Test
  void an_act_is_one_part_and_its_common_words_are_not_told_as_passed_over() {
    QueryMatcher matcher =
        QueryMatcher.of(
            words("la", "legge", "regionale", "15", "del", "2018", "sul", "parco"),
            Dictionary.EMPTY);
    assertThat(matcher.interpretation().ignored()).containsExactly("la", "sul");
    assertThat(matcher.wanted()).hasSize(2);
  }

  @Test
  void a_misspelt_word_is_taken_for_those_with_the_fewest_other_letters() {
    assertThat(marked("la biblioteca, il bibliotecario", words("bibblioteche")))
        .containsExactly("biblioteca");
    assertThat(marked("accessibilità", words("acessibillita"))).containsExactly("accessibilità");
    assertThat(marked("referendum", words("referendun"))).containsExactly("referendum");
    assertThat(marked("Terralieta", words("terallieta"))).containsExactly("Terralieta");
    assertThat(marked("il parco", words("parko"))).containsExactly("parco");
    assertThat(marked("il parco", words("park"))).isEmpty();
    assertThat(marked("il parco", words("barco"))).isEmpty();
    assertThat(marked("i partiti", words("partecipativi"))).isEmpty();
    assertThat(marked("le partite", words("partiti"))).isEmpty();
    assertThat(marked("2019", words("20190"))).isEmpty();
  }

  @Test
  void overlapping_matches_are_one_occurrence() {
    TextQuery query =
        query(new Clause(Kind.WORD, "biblioteca"), new Clause(Kind.PHRASE, "biblioteca comunale"));
    assertThat(marked("la biblioteca comunale e la biblioteca", query))
        .containsExactly("biblioteca comunale", "biblioteca");
  }

  @Test
  void a_phrase_that_overlaps_itself_is_one_occurrence() {
    assertThat(marked("no no no", phrase("no no"))).containsExactly("no no no");
  }

  @Test
  void an_exclusion_is_not_marked() {
    TextQuery query =
        query(new Clause(Kind.WORD, "parco"), TextQuery.not(new Clause(Kind.WORD, "giochi")));
    QueryMatcher matcher = QueryMatcher.of(query, Dictionary.EMPTY);
    assertThat(matcher.parts()).hasSize(2);
    assertThat(matcher.wanted()).hasSize(1);
    assertThat(marked("parco giochi", query)).containsExactly("parco");
  }

  @Test
  void a_phrase_runs_over_a_page_break_and_not_over_a_gap() {
    QueryMatcher matcher = QueryMatcher.of(phrase("piano strategico"), Dictionary.EMPTY);
    assertThat(occurrences(matcher, TextPositions.ofTexts("il piano", "strategico")).size())
        .isOne();
    TextPositions parted = TextPositions.ofTexts("il piano");
    parted.gap(100);
    parted.add("strategico");
    assertThat(occurrences(matcher, parted).size()).isZero();
  }

  @Test
  void a_compound_of_more_words_than_a_question_has_parts_marks_each_word() {
    List<String> words = IntStream.range(100, 300).mapToObj(i -> "parola" + i).toList();
    String compound = String.join("-", words) + "-assente";
    assertThat(marked(String.join(" ", words.reversed()), query(new Clause(Kind.WORD, compound))))
        .containsExactlyElementsOf(words.reversed());
  }

  private static List<String> marked(String text, TextQuery query) {
    TextPositions positions = TextPositions.ofTexts(text);
    Dictionary dictionary = SlowDictionary.of(List.of(positions));
    Occurrences found = occurrences(QueryMatcher.of(query, dictionary), positions);
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int start = positions.offsets(found.start(i))[0];
      int end = positions.offsets(found.end(i) - 1)[1];
      marked.add(text.substring(start, end));
    }
    return marked;
  }

  private static Occurrences occurrences(QueryMatcher matcher, TextPositions positions) {
    return matcher.occurrences(positions, FieldsAt.PAGES);
  }

  private static TextQuery query(Condition... conditions) {
    return new TextQuery("", TextQuery.all(List.of(conditions)));
  }

  private static TextQuery words(String... words) {
    return query(
        Stream.of(words).map(word -> new Clause(Kind.WORD, word)).toArray(Condition[]::new));
  }

  private static TextQuery phrase(String phrase) {
    return query(new Clause(Kind.PHRASE, phrase));
  }
}
