package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Processes side by side, chosen by the address alone. */
class CompareTest {

  private static final String BOTH = "/compare?id=fiume&id=" + FixedCollection.LIBRARY;

  @AutoClose private static final Site site = new Site();

  private static List<String> cells(Document page, String label) {
    return page.select(".compare tr:has(th:contains(" + label + ")) td").eachText();
  }

  @Test
  void processes_are_side_by_side_with_a_way_to_each() {
    Document page = site.page(BOTH);
    assertThat(page.select(".compare thead a[href^=/processes]").eachAttr("href"))
        .containsExactly("/processes/fiume", "/processes/" + FixedCollection.LIBRARY);
    assertThat(cells(page, "Stato")).containsExactly("In corso", "Concluso");
    assertThat(cells(page, "Costo").getFirst()).isEqualTo("Non indicato nella fonte");
    assertThat(cells(page, "Costo").getLast()).startsWith("15.000,00");
    assertThat(cells(page, "Allegati").getLast()).matches("[0-9]+ allegati, [0-9]+ pagine");
    assertThat(page.select(".compare td a[href$=#attachments]")).isNotEmpty();
    assertThat(page.select(".compare-scroll").attr("tabindex")).isEqualTo("0");
    assertThat(page.select(".compare-remove").eachAttr("href"))
        .containsExactly("/compare?id=" + FixedCollection.LIBRARY, "/compare?id=fiume");
    assertThat(page.select("meta[name=robots]").attr("content")).startsWith("noindex");
  }

  @Test
  void an_unknown_id_is_named_and_what_is_beyond_four_is_counted() {
    Document page = site.page(BOTH + "&id=nessuno&id=nemmeno&id=quinto&id=sesto");
    assertThat(page.select(".note").eachText())
        .containsExactly(
            "Non c’è un processo «nessuno».",
            "Non c’è un processo «nemmeno».",
            "Si confrontano 4 processi: altri 2 sono rimasti fuori.");
    assertThat(site.page("/compare").select(".compare")).isEmpty();
    assertThat(site.page("/compare").select("main p a").attr("href")).isEqualTo("/?sort=newest");
  }

  @Test
  void the_list_keeps_what_is_chosen_and_the_comparison_keeps_the_list() {
    Document list = site.page("/?q=biblioteca&status=Concluso&id=fiume");
    assertThat(list.select(".pick input").attr("value")).isEqualTo(FixedCollection.LIBRARY);
    assertThat(list.select("#compare").attr("formaction")).isEqualTo("/compare");
    assertThat(list.select("#compare").text()).isEqualTo("Confronta (1)");
    assertThat(list.select("input[type=hidden][form=search][name=id]").eachAttr("value"))
        .containsExactly("fiume");
    assertThat(list.select(".filter-chip").attr("href")).isEqualTo("/?q=biblioteca&id=fiume");
    assertThat(list.select(".download a, link[rel=alternate]").eachAttr("href"))
        .noneMatch(address -> address.startsWith("/api") && address.contains("id=fiume"));

    Document record = site.page(list.select(".card-result h3 a").attr("href"));
    String compare = record.select(".to-compare a").attr("href");
    assertThat(compare)
        .isEqualTo("/compare?q=biblioteca&status=Concluso&id=biblioteca-vallechiara&id=fiume");
    assertThat(site.page(compare).select(".breadcrumb a").attr("href"))
        .isEqualTo("/?q=biblioteca&status=Concluso&id=biblioteca-vallechiara&id=fiume");
    assertThat(site.page("/processes/fiume").select(".to-compare a").attr("href"))
        .isEqualTo("/compare?id=fiume");
  }
}
