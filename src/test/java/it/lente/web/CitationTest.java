package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Records and pages as sources that are cited, over a real port. */
class CitationTest {

  private static final String RECORD = "/api/v1/processes/" + FixedCollection.LIBRARY;
  private static final String PAGE = RECORD + "/attachments/" + FixedCollection.REPORT + "/pages/7";

  @AutoClose private static final Site site = new Site();

  @Test
  void a_record_is_cited_with_its_permanent_address() {
    String ris = site.get(RECORD + "?format=ris&lang=en").body();
    assertThat(ris)
        .startsWith("TY  - ELEC\r\n")
        .contains(
            "TI  - La biblioteca che vorrei\r\n",
            "PY  - 2019\r\n",
            "KW  - Biblioteche\r\n",
            "UR  - " + site.home() + "/processes/" + FixedCollection.LIBRARY + "\r\n");
    assertThat(site.get(RECORD, "Accept", "application/x-bibtex").body())
        .startsWith("@misc{biblioteca-vallechiara,")
        .contains("year = {2019}");
    JsonNode csl = site.json(RECORD + "?format=csl").get(0);
    assertThat(csl.get("type").asString()).isEqualTo("webpage");
    assertThat(csl.at("/issued/date-parts/0/0").asInt()).isEqualTo(2019);
    assertThat(csl.at("/accessed/date-parts/0").size()).isEqualTo(3);
  }

  @Test
  void a_page_is_cited_with_its_label_the_passage_and_the_address_of_the_hit() {
    String ris =
        site.get(PAGE + "?format=ris&q=biblioteca&hit=2&passage=una+biblioteca%0Aaperta").body();
    assertThat(ris)
        .startsWith("TY  - RPRT\r\n")
        .contains(
            "TI  - Relazione finale\r\n",
            "T2  - La biblioteca che vorrei\r\n",
            "SP  - VII\r\n",
            "DA  - 2019/07/04\r\n",
            "N1  - una biblioteca aperta\r\n",
            "/attachments/" + FixedCollection.REPORT + "/pages/7?q=biblioteca#hit-2\r\n");
    assertThat(site.json(PAGE + "?format=csl").get(0).get("page").asString()).isEqualTo("VII");
    HttpResponse<String> refused = site.get(PAGE + "?format=ris&hit=x");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(site.get(PAGE + "?format=csv").statusCode()).isEqualTo(400);
  }

  @Test
  void pages_say_where_their_references_are() {
    for (String address : List.of(RECORD, PAGE)) {
      Document page = site.page(address.replace("/api/v1", ""));
      List<String> types = page.select("link[rel=alternate][type]").eachAttr("type");
      assertThat(types)
          .contains(
              "application/json", "application/x-research-info-systems", "application/x-bibtex");
      for (String link :
          page.select("link[rel=alternate][type], .record-actions a[type]").eachAttr("href")) {
        assertThat(site.get(link).statusCode()).as(link).isEqualTo(200);
      }
    }
    assertThat(site.page(PAGE.replace("/api/v1", "") + "?q=biblioteca").select("#citation").text())
        .contains("Relazione finale", "VII", "La biblioteca che vorrei", "?q=biblioteca#hit-1");
  }

  @Test
  void an_odd_id_is_cited_too() {
    String address = Address.process(FixedCollection.ODD).toString();
    assertThat(site.page(address).select("link[type=application/x-bibtex]").eachAttr("href"))
        .allSatisfy(
            link -> assertThat(site.get(link).body()).containsPattern("@misc\\{[A-Za-z0-9._-]+,"));
  }
}
