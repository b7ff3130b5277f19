package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page of a process says beside its fields: where it comes from, how it is cited. */
class ProcessPageTest {

  private static final String LIBRARY = "/processes/" + FixedCollection.LIBRARY;
  private static final String ODD = Address.process(FixedCollection.ODD).toString();

  @AutoClose private static final Site site = new Site();

  @Test
  void a_record_can_be_cited_by_its_permanent_address() {
    Document page = site.page(LIBRARY + "?q=biblioteca&lang=en");
    assertThat(page.selectFirst("a[rel=bookmark]").attr("href")).isEqualTo(site.home() + LIBRARY);
    assertThat(page.selectFirst("#citation").text())
        .startsWith("“La biblioteca che vorrei”. ")
        .contains(site.home() + LIBRARY + " (seen on ");
    assertThat(page.select(".reference a[href^=https://vallechiara.example/]")).hasSize(1);
    assertThat(site.page("/processes/fiume").select(".reference dt").eachText())
        .containsExactly("Indirizzo permanente", "Come citarla");
  }

  @Test
  void who_knows_more_is_asked_to_say_so_only_where_there_is_an_address_for_it() {
    assertThat(site.page(LIBRARY).select(".contribute")).isEmpty();
    assertThat(site.page("/about").select("#contribute")).hasSize(1);
  }

  @Test
  void a_value_leads_to_all_processes_that_have_it() {
    Element status = site.page(LIBRARY + "?lang=en").selectFirst("dt:containsOwn(Status) + dd a");
    assertThat(status.text()).isEqualTo("Concluded");
    assertThat(status.attr("href")).isEqualTo("/?status=Concluso&lang=en");
    assertThat(status.attr("rel")).isEqualTo("nofollow");
  }

  @Test
  void what_only_a_browser_can_do_is_not_offered_without_one() {
    assertThat(site.page(LIBRARY).select(".record-actions li[hidden] button").eachText())
        .containsExactly("Copia la citazione", "Stampa");
  }

  @Test
  void programs_read_the_process_in_the_words_of_schema_org() {
    JsonNode data = data(LIBRARY);
    assertThat(data.at("/@context").asString()).isEqualTo("https://schema.org");
    assertThat(data.at("/url").asString()).isEqualTo(site.home() + LIBRARY);
    JsonNode process = data.at("/mainEntity");
    assertThat(process.at("/name").asString()).isEqualTo("La biblioteca che vorrei");
    assertThat(process.at("/startDate").asString()).isEqualTo("2017");
    assertThat(process.at("/endDate").asString()).isEqualTo("2019-07-04");
    assertThat(process.at("/location/0/name").asString()).isEqualTo("Vallechiara");
    assertThat(process.at("/location/0/containedInPlace/containedInPlace/name").asString())
        .isEqualTo("Lombardia");
    assertThat(process.at("/sameAs").asString())
        .isEqualTo("https://vallechiara.example/biblioteca");
    assertThat(process.at("/subjectOf/0/url").asString())
        .isEqualTo(
            site.home() + "/attachments/biblioteca-vallechiara/verbali/relazione%20finale.pdf");
    assertThat(process.at("/subjectOf").size()).isEqualTo(4);
    assertThat(process.at("/description").asString()).contains("orari <nuovi> & spazi");
  }

  @Test
  void no_text_of_a_record_ends_the_data_that_it_stands_in() {
    String body = site.get(ODD).body();
    int begin = body.indexOf("<script type=\"application/ld+json\">");
    String data = body.substring(body.indexOf('>', begin) + 1, body.indexOf("</script>", begin));
    assertThat(data).contains("Un \\u003cb\\u003etitolo").doesNotContain("<", ">", "&");
    assertThat(data(ODD).at("/mainEntity/name").asString())
        .isEqualTo("Un <b>titolo</b> & \"strano\"");
  }

  private static JsonNode data(String address) {
    List<String> data =
        site.page(address).select("script[type=application/ld+json]").stream()
            .map(Element::data)
            .toList();
    assertThat(data).hasSize(1);
    return JsonMapper.shared().readTree(data.getFirst());
  }

  @Test
  void a_scan_that_waits_for_recognition_can_be_looked_at() {
    Document page = site.page("/processes/biblioteca-vallechiara");
    String address = page.select(".attachment-title:contains(Foto)").attr("href");
    assertThat(address).endsWith("/attachments/foto-bbbbbb/pages/1");
    assertThat(site.get(address).statusCode()).isEqualTo(200);
  }
}
