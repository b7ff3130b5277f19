package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts that the server draws, with their tables. */
class StatisticsTest {

  private static final String REGIONS = "section.chart:has(#chart-place)";

  @AutoClose private static final Site site = new Site();

  private static int count(String text) {
    return Integer.parseInt(text.replaceAll("[^0-9]", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/statistics",
        "/statistics?q=biblioteca",
        "/statistics?status=Concluso&place=Lombardia",
        "/statistics?year=2017-2018&lang=en"
      })
  void the_count_of_each_bar_is_the_total_of_the_list_that_it_leads_to(String address) {
    Document page = site.page(address);
    List<Element> bars = page.select(".chart tbody tr");
    assertThat(bars).hasSizeGreaterThan(5);
    for (Element bar : bars) {
      Element link = bar.selectFirst("a");
      if (link != null) {
        assertThat(count(site.page(link.attr("href")).selectFirst("#results").text()))
            .as(link.attr("href"))
            .isEqualTo(count(bar.selectFirst(".number").text()));
      }
    }
  }

  @Test
  void the_charts_follow_the_question_and_the_filters() {
    Document page = site.page("/statistics?q=biblioteca&status=Concluso");
    assertThat(page.select(".chips b").eachText()).containsExactly("Concluso");
    assertThat(page.select(".chips a").attr("href")).isEqualTo("/statistics?q=biblioteca");
    assertThat(page.select("#q").attr("value")).isEqualTo("biblioteca");
    assertThat(page.select(REGIONS + " tbody th").eachText()).containsExactly("Lombardia");
    assertThat(site.page("/?q=biblioteca&status=Concluso").select(".to-statistics").attr("href"))
        .isEqualTo("/statistics?q=biblioteca&status=Concluso");
  }

  @Test
  void a_selected_region_shows_its_provinces() {
    Document page = site.page("/statistics?place=Emilia-Romagna");
    assertThat(page.select("#chart-place").text()).isEqualTo("Luogo: Emilia-Romagna");
    assertThat(page.select(REGIONS + " tbody th").eachText()).containsExactly("Modena");
    assertThat(page.select(REGIONS + " tbody a").attr("href"))
        .isEqualTo("/?place=Emilia-Romagna%20%3E%20Modena");
  }

  @Test
  void a_map_of_tiles_has_every_region_and_links_those_with_processes() {
    Document page = site.page("/statistics");
    assertThat(page.select(".regions .tile")).hasSize(20);
    assertThat(page.select(".regions a").eachAttr("href"))
        .containsExactly("/?place=Lombardia", "/?place=Emilia-Romagna");
    assertThat(page.select(".regions a").eachAttr("aria-label"))
        .containsExactly("Lombardia: 1 processo", "Emilia-Romagna: 30 processi");
    assertThat(page.select(".regions a.tile-5 text").eachText()).containsExactly("EMR", "30");
  }

  @Test
  void each_table_and_all_of_them_are_csv() {
    String one = site.page("/statistics?q=biblioteca").select(".chart p a").last().attr("href");
    HttpResponse<String> level = site.get("/statistics?format=csv&facet=status");
    assertThat(level.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/csv; charset=utf-8");
    assertThat(level.body())
        .startsWith("\uFEFFfacet,value,label,processes\r\n")
        .contains("status,Concluso,Concluso,21\r\n")
        .doesNotContain("place,");
    assertThat(site.get(one).body()).startsWith("\uFEFFfacet,value,label,processes\r\n");
    assertThat(site.get("/statistics?format=csv&place=Lombardia").body())
        .contains("status,Concluso,Concluso,1\r\n", "place,Emilia-Romagna > Modena,Modena,30\r\n");
  }
}
