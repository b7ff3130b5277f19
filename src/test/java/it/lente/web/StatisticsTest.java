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

  private static final String FUNDED = "section.chart:has(#chart-funded)";

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
    assertThat(page.select(".tiles .tile")).hasSize(20);
    assertThat(page.select(".tiles a").eachAttr("href"))
        .containsExactly("/?place=Lombardia", "/?place=Emilia-Romagna");
    assertThat(page.select(".tiles a").eachAttr("aria-label"))
        .containsExactly("LOM 1 processo, Lombardia", "EMR 30 processi, Emilia-Romagna");
    assertThat(page.select(".tiles a.tile-5 text").eachText()).containsExactly("EMR", "30");
  }

  @Test
  void a_selected_region_has_its_provinces_as_tiles_where_places_are_listed() {
    for (String address : List.of("/statistics", "/facets/place")) {
      Document page = site.page(address + "?place=Emilia-Romagna");
      assertThat(page.select(".tiles a").eachAttr("href"))
          .as(address)
          .containsExactly("/?place=Emilia-Romagna%20%3E%20Modena");
      assertThat(page.select(".tiles a").eachAttr("aria-label"))
          .as(address)
          .containsExactly("Modena 30 processi");
    }
    assertThat(site.page("/facets/place").select(".tiles .tile")).hasSize(20);
    Document province = site.page("/statistics?place=Emilia-Romagna+%3E+Modena");
    assertThat(province.select(".tiles .tile")).hasSize(20);
    assertThat(site.page("/facets/place?contains=m").select(".tiles")).isEmpty();
    assertThat(site.page("/facets/theme").select(".tiles")).isEmpty();
  }

  @Test
  void amounts_funded_are_counted_in_ranges_whichever_of_them_is_selected() {
    Document page = site.page("/statistics?q=piazza");
    Document narrowed = site.page("/statistics?q=piazza&funded=10000..19999.99");
    assertThat(page.select(FUNDED + " tbody th").eachText())
        .hasSizeGreaterThan(1)
        .contains("fino a 4.999 €", "da 10.000 a 19.999 €");
    assertThat(narrowed.select(FUNDED + " tbody th").eachText())
        .isEqualTo(page.select(FUNDED + " tbody th").eachText());
    assertThat(narrowed.select(FUNDED + " td").eachText())
        .isEqualTo(page.select(FUNDED + " td").eachText());
    assertThat(narrowed.select(FUNDED + " tr.selected th").text())
        .isEqualTo("da 10.000 a 19.999 €");
    int all = count(site.page("/?q=piazza&funded=0..").selectFirst("#results").text());
    assertThat(page.select(FUNDED + " td").stream().mapToInt(each -> count(each.text())).sum())
        .isEqualTo(all);
    assertThat(site.get("/statistics?q=piazza&format=csv&facet=funded").body())
        .contains("funded,10000..19999.99,", "\r\nfunded,")
        .doesNotContain("status,");
  }

  @Test
  void years_are_in_their_order_in_csv() {
    List<String> years =
        site.get("/statistics?format=csv&facet=year")
            .body()
            .lines()
            .skip(1)
            .map(row -> row.split(",")[1])
            .toList();
    assertThat(years).hasSizeGreaterThan(3).isSorted();
  }

  @Test
  void each_table_and_all_of_them_are_csv() {
    String one = site.page("/statistics?q=piazza").select(".chart p a").last().attr("href");
    HttpResponse<String> level = site.get("/statistics?format=csv&facet=status");
    assertThat(level.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/csv; charset=utf-8");
    assertThat(level.body())
        .startsWith("\uFEFFfacet,value,label,processes\r\n")
        .contains("status,Concluso,Concluso,21\r\n")
        .doesNotContain("place,");
    assertThat(one).contains("facet=funded");
    assertThat(site.get(one).body())
        .startsWith("\uFEFFfacet,value,label,processes\r\n")
        .doesNotContain("place,");
    assertThat(site.get("/statistics?format=csv&place=Lombardia").body())
        .contains("status,Concluso,Concluso,1\r\n", "place,Emilia-Romagna > Modena,Modena,30\r\n");
  }

  @Test
  void usual_values_are_named_in_the_language_of_the_page() {
    assertThat(site.page("/statistics?lang=en").select("#chart-theme ~ table th a").eachText())
        .contains("Land and places");
    assertThat(site.page("/facets/theme?lang=de").select(".values label").eachText())
        .anyMatch(label -> label.startsWith("Raum und Orte"));
    Document narrowed = site.page("/?theme=Territorio&lang=en");
    assertThat(narrowed.select(".chips b").eachText()).containsExactly("Land and places");
    assertThat(narrowed.select(".fact-themes").eachText()).containsOnly("Land and places");
    assertThat(site.page("/?theme=Territorio").select(".chips b").eachText())
        .containsExactly("Territorio");
  }
}
