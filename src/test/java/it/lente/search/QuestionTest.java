package it.lente.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.engine.Filters.Range;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.engine.ListSort;
import it.lente.engine.ResultWindow;
import it.lente.engine.Scope;
import it.lente.record.Facet;
import it.lente.record.Keyed;
import it.lente.record.Measure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

  @Test
  void without_parameters_everything_is_asked_for_twenty_at_a_time() {
    Question question = Question.strict(given());
    assertThat(question.request().query().asks()).isFalse();
    assertThat(question.request().scope()).isEqualTo(Scope.ALL);
    assertThat(question.request().sort()).isEqualTo(ListSort.RELEVANCE);
    assertThat(question.request().window()).isEqualTo(new ResultWindow(0, 20));
    assertThat(question.request().filters().isEmpty()).isTrue();
  }

  @Test
  void a_repeated_filter_gives_alternatives_taken_exactly() {
    Question question =
        Question.strict(given("status=Concluso", "status=In corso", "place=Lazio > Roma"));
    assertThat(question.request().filters().selected(Facet.STATUS))
        .containsOnly("Concluso", "In corso");
    assertThat(question.request().filters().selected(Facet.PLACE)).containsOnly("Lazio > Roma");
  }

  @Test
  void a_range_of_years_is_the_set_of_its_years_and_one_value_for_people() {
    Question question = Question.strict(given("year=2015-2017", "year=none"));
    assertThat(question.request().filters().selected(Facet.YEAR))
        .containsExactlyInAnyOrder("2015", "2016", "2017", "none");
    assertThat(question.chosen().of(Facet.YEAR)).containsExactly("2015-2017", "none");
  }

  @Test
  void a_range_may_be_open_on_either_side() {
    assertThat(Question.strict(given("year=-1902")).request().filters().selected(Facet.YEAR))
        .isEqualTo(Set.of("1900", "1901", "1902"));
    assertThat(Question.strict(given("year=2020-")).request().filters().selected(Facet.YEAR))
        .contains("2020", "2026")
        .doesNotContain("2019");
  }

  @Test
  void a_range_of_years_takes_two_dots_as_well() {
    assertThat(Question.strict(given("year=2015..2017")).request().filters().selected(Facet.YEAR))
        .containsExactlyInAnyOrder("2015", "2016", "2017");
    assertThat(Question.strict(given("year=..1901")).request().filters().selected(Facet.YEAR))
        .containsExactlyInAnyOrder("1900", "1901");
  }

  @ParameterizedTest
  @CsvSource({
    "funded=15000.., 1500000, 9223372036854775807",
    "funded=..5000, -9223372036854775808, 500000",
    "cost=5000..15000.5, 500000, 1500050",
    "cost=0, 0, 0",
    "updated=2021-07-01.., 18809, 9223372036854775807",
    "updated=..2021-07, -9223372036854775808, 18839",
    "updated=2021, 18628, 18992",
    "updated=2020-02..2020-02-29, 18293, 18321"
  })
  void a_range_of_euro_or_days_has_bounds_that_are_within(String parameter, long from, long to) {
    Measure measure =
        Keyed.find(Measure.values(), parameter.substring(0, parameter.indexOf('='))).orElseThrow();
    assertThat(Question.strict(given(parameter)).request().filters().ranges())
        .isEqualTo(Map.of(measure, List.of(new Range(from, to))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "funded=..",
        "funded=a",
        "funded=-5",
        "funded=5..3",
        "funded=1.234,00",
        "funded=1..2..3",
        "cost=1e9",
        "updated=2021-02-30",
        "updated=2021-13",
        "updated=01/07/2021",
        "updated=21"
      })
  void a_range_that_cannot_be_is_refused_with_the_cure(String parameter) {
    String name = parameter.substring(0, parameter.indexOf('='));
    String value = parameter.substring(name.length() + 1);
    assertThatThrownBy(() -> Question.strict(given(parameter)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("“" + name + "” takes ")
        .hasMessageContaining(name.equals("updated") ? "2021-07-01.." : "15000..")
        .hasMessageEndingWith("; not “" + value + "”.")
        .extracting(e -> ((InvalidParameterException) e).parameter())
        .isEqualTo(name);
  }

  @Test
  void a_question_with_two_answers_takes_yes_no_or_unknown() {
    assertThat(
            Question.strict(given("extension=no", "extension=unknown"))
                .request()
                .filters()
                .selected(Facet.EXTENSION))
        .containsOnly("no", "unknown");
    assertThatThrownBy(() -> Question.strict(given("women=si")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("“women” must be one of yes, no, unknown, not “si”.");
    assertThatThrownBy(() -> Question.strict(given("fileType=word")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("“fileType” must be one of pdf, docx");
    assertThatThrownBy(() -> Question.strict(given("sort=NEWEST")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageEndingWith("not “NEWEST”. Did you mean “newest”?");
  }

  @Test
  void the_values_of_a_facet_are_parted_by_themselves_and_narrowed_by_the_list() {
    FacetQuestion question =
        FacetQuestion.strict(
            Facet.PLACE, given("q=parco", "size=5", "page=3", "contains=Monz", "cost=..5000"));
    assertThat(question.window()).isEqualTo(new ResultWindow(10, 5));
    assertThat(question.contains()).isEqualTo("Monz");
    assertThat(question.narrowing().request().window()).isEqualTo(new ResultWindow(0, 20));
    assertThat(question.narrowing().request().filters().ranges()).containsKey(Measure.COST);
    assertThatThrownBy(() -> FacetQuestion.strict(Facet.PLACE, given("containing=x")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("contains, cost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "2019-2015",
        "99",
        "-",
        "1899",
        "9999",
        "2015-2017-2019",
        "20155",
        "20152017"
      })
  void a_year_that_cannot_be_is_refused_with_the_cure(String year) {
    assertThatThrownBy(() -> Question.strict(given("year=" + year)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("2015-2019")
        .hasMessageContaining(year)
        .extracting(e -> ((InvalidParameterException) e).parameter())
        .isEqualTo("year");
  }

  @ParameterizedTest
  @CsvSource({
    "size=0, size",
    "size=101, size",
    "size=x, size",
    "page=0, page",
    "page=501, page",
    "sort=best, sort",
    "scope=everything, scope"
  })
  void a_value_outside_its_list_or_range_is_refused_by_name(String parameter, String name) {
    assertThatThrownBy(() -> Question.strict(given(parameter)))
        .isInstanceOf(InvalidParameterException.class)
        .extracting(e -> ((InvalidParameterException) e).parameter())
        .isEqualTo(name);
  }

  @Test
  void an_unknown_parameter_is_refused_or_passed_over() {
    assertThatThrownBy(() -> Question.strict(given("utm_source=x")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("utm_source")
        .hasMessageContaining("nature, page, place, q, scope");
    assertThat(Question.lenient(given("utm_source=x")).page()).isOne();
  }

  @Test
  void control_characters_are_white_space() {
    assertThat(Question.strict(given("q=\0pa\u0007rco\0")).request().query().text())
        .isEqualTo("pa rco");
  }

  @Test
  void a_parameter_that_takes_one_value_is_refused_twice() {
    assertThatThrownBy(() -> Question.strict(given("sort=title", "sort=newest")))
        .hasMessageContaining("given twice");
  }

  @Test
  void the_second_page_begins_behind_the_first() {
    assertThat(Question.strict(given("page=3", "size=10")).request().window())
        .isEqualTo(new ResultWindow(20, 10));
  }

  @Test
  void the_hits_of_an_attachment_need_words_and_take_pages() {
    HitsQuestion question = HitsQuestion.strict(given("q=parco", "pages=51-100"));
    assertThat(question.pages()).isEqualTo(PageRange.between(51, 100));
    assertThat(question.order()).isEqualTo(Order.PAGE);
    assertThat(HitsQuestion.strict(given("q=parco")).pages()).isEqualTo(PageRange.FIRST_FIFTY);
    assertThatThrownBy(() -> HitsQuestion.strict(given("pages=1")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> HitsQuestion.strict(given("q=parco", "pages=9-3")))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void a_state_that_is_none_is_refused_with_the_nearest() {
    assertThat(Question.strict(given("state=needs-ocr")).request().filters().selected(Facet.STATE))
        .containsOnly("needs-ocr");
    assertThatThrownBy(() -> Question.strict(given("state=need-ocr")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("“state” must be one of indexed, ocr, partial")
        .hasMessageEndingWith("not “need-ocr”. Did you mean “needs-ocr”?");
  }

  private static RequestParameters given(String... parameters) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String parameter : parameters) {
      String name = parameter.substring(0, parameter.indexOf('='));
      List<String> all =
          Arrays.stream(parameters)
              .filter(other -> other.startsWith(name + "="))
              .map(other -> other.substring(name.length() + 1))
              .toList();
      values.put(name, all);
    }
    return new RequestParameters(values);
  }
}
