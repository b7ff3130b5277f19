package it.lente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynonymsTest {

  private final List<String> complaints = new ArrayList<>();

  @Test
  void the_members_of_a_set_find_each_other_in_any_inflection() {
    Synonyms synonyms = read("# remark", "", "giuria dei cittadini, citizens' jury  # remark");
    assertThat(inflected(synonyms, "giurie dei cittadini")).containsExactly("citizens' jury");
    assertThat(inflected(synonyms, "Citizens’ Jury")).containsExactly("giuria dei cittadini");
    assertThat(inflected(synonyms, "giuria")).isEmpty();
    assertThat(synonyms.size()).isOne();
  }

  @Test
  void an_expression_of_two_sets_takes_the_members_of_both() {
    assertThat(inflected(read("a1, b1", "c1, a1"), "a1")).containsExactly("b1", "c1");
  }

  @Test
  void a_phrase_takes_them_in_its_own_forms_only() {
    Synonyms synonyms = read("TdN, tavolo di negoziazione");
    assertThat(synonyms.exactly(FormReader.forms("tavolo di negoziazione"))).hasSize(1);
    assertThat(synonyms.exactly(FormReader.forms("tavoli di negoziazione"))).isEmpty();
  }

  @Test
  void a_line_that_cannot_be_used_is_named_with_its_cure_and_the_others_count() {
    Synonyms synonyms =
        read("TdN", "a1 => b1, c1", "OST, open space", "d1, !?", "citt\uFFFD, paese");
    assertThat(synonyms.size()).isOne();
    assertThat(complaints)
        .containsExactly(
            "line 1: “TdN” is alone: write after a comma what it equals",
            "line 2: there is a “=”: a line is a set, its expressions parted by commas",
            "line 4: “!?” holds no word: take it out",
            "line 5: there are letters that are no UTF-8: save the file as UTF-8");
  }

  @Test
  void the_list_that_is_shipped_has_the_acronyms_of_the_field() {
    assertThat(inflected(Synonyms.SHIPPED, "tavolo di negoziazione")).containsExactly("TdN");
    assertThat(inflected(Synonyms.SHIPPED, "ost")).containsExactly("open space technology");
  }

  private Synonyms read(String... lines) {
    return Synonyms.of(List.of(lines), complaints::add);
  }

  private static List<String> inflected(Synonyms synonyms, String text) {
    return synonyms.inflected(FormReader.forms(text)).stream().map(Synonyms.Member::text).toList();
  }
}
