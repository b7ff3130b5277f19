package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.search.Question;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests as long as they may be, over a real port: what is used, and what is said of the rest.
 */
class RequestSizeTest {

  private static final int LARGEST_ANSWER = 2_000_000;

  @AutoClose private static final Site site = new Site();

  /** So many places, each as long as the number and some letters. */
  private static String places(int number, int letters) {
    return IntStream.range(0, number)
        .mapToObj(i -> "place=p%d%s".formatted(i, "x".repeat(letters)))
        .collect(Collectors.joining("&"));
  }

  private static int bytes(HttpResponse<String> answer) {
    return answer.body().getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void a_program_may_give_a_hundred_values_and_no_more() {
    String address = "/api/v1/processes?";
    assertThat(site.get(address + places(100, 0)).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = site.get(address + places(100, 0) + "&theme=Ambiente");
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.get("parameter").asString()).isEqualTo("theme");
    assertThat(problem.get("detail").asString()).contains("“theme”", "100", "leave some out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/facets/theme?", "/api/v1/coverage?"})
  void every_route_that_filters_holds_to_that(String address) {
    HttpResponse<String> answer = site.get(address + places(101, 0));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"parameter\":\"place\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?q=acqua&", "/facets/theme?"})
  void a_page_uses_the_first_hundred_and_says_so(String address) {
    assertThat(site.page(address + places(100, 0)).text()).doesNotContain("i primi 100");
    Document page = site.page(address + places(2_500, 0));
    assertThat(page.text()).contains("sono stati usati i primi 100");
    assertThat(site.page(address + "lang=en&" + places(101, 0)).text())
        .contains("the first 100 were used");
    assertThat(page.select("[value=p99]")).isNotEmpty();
    assertThat(page.select("[value=p100]")).isEmpty();
  }

  @Test
  void values_given_twice_or_blank_do_not_count() {
    String twice = places(100, 0) + "&" + places(100, 0) + "&theme=&status=";
    assertThat(site.get("/api/v1/processes?" + twice).statusCode()).isEqualTo(200);
  }

  @Test
  void every_filter_of_an_ordinary_list_has_a_link_that_removes_it() {
    Document page = site.page("/?" + places(Question.MAX_FILTER_VALUES, 0));
    assertThat(page.select("a.filter-chip[href]")).hasSize(100);
    assertThat(page.text()).doesNotContain("troppo lungo");
  }

  @Test
  void a_long_list_of_filters_is_taken_back_by_its_check_boxes() {
    HttpResponse<String> answer = site.get("/?" + places(100, 290));
    assertThat(bytes(answer)).isLessThan(10 * 30_000);
    Document page = site.page("/?" + places(100, 290));
    assertThat(page.select(".filter-chip")).hasSize(100);
    assertThat(page.select("a.filter-chip")).isEmpty();
    assertThat(page.select("input[name=place][checked]")).hasSize(100);
    assertThat(page.text()).contains("si toglie la sua spunta");
    assertThat(page.select("a.clear[href]")).hasSize(1);
  }

  @Test
  void a_long_question_does_not_go_along_with_the_links_of_a_list() {
    String question = "biblioteca" + "+OR+biblioteca".repeat(100);
    Document page = site.page("/?q=" + question);
    assertThat(page.select(".card-result h3 a").attr("href")).doesNotContain("q=", "at=");
    assertThat(page.text()).contains("La domanda è troppo lunga per accompagnare i collegamenti");
    assertThat(site.page("/?q=biblioteca").select(".card-result h3 a").attr("href"))
        .endsWith("?q=biblioteca&at=1");
  }

  @Test
  void what_is_not_read_of_a_question_is_in_no_link() {
    Document page = site.page("/?q=" + "biblioteca+".repeat(2_700) + "fine");
    assertThat(page.select("a[href*=fine]")).isEmpty();
    assertThat(page.select("[data-part=translation] a").attr("href")).contains("biblioteca");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?size=100&q=",
        "/?place=",
        "/?q=a&theme=",
        "/facets/theme?contains=",
        "/facets/theme?q=",
        "/processes/biblioteca-vallechiara?q=",
        "/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/pages/7?q=",
        "/coverage?state=",
        "/nowhere?q=",
        "/api/v1/processes?size=100&q=",
        "/api/v1/processes?sort=",
        "/api/v1/facets/theme?contains=",
        "/api/v1/suggest?q="
      })
  void no_answer_is_large_whatever_fills_the_address(String address) {
    for (String part :
        new String[] {"a+", "biblioteca+", "'", "(", "%22", "%3C", "%C3%A8", "a*+"}) {
      String filled = address + part.repeat((32_000 - address.length()) / part.length());
      assertThat(bytes(site.get(filled))).as(address + part).isLessThan(LARGEST_ANSWER);
    }
    String values = "&place=" + "'".repeat(250);
    assertThat(bytes(site.get(address + values.repeat(120)))).isLessThan(LARGEST_ANSWER);
  }

  @Test
  void an_address_that_no_link_could_repeat_is_too_long() {
    HttpResponse<String> answer = site.get("/?place=" + "'".repeat(30_000));
    assertThat(answer.statusCode()).isEqualTo(414);
    assertThat(site.get("/?place=" + "%27".repeat(10_000)).statusCode()).isEqualTo(200);
  }
}
