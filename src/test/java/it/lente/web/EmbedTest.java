package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What pages of other sites may show inside their own, over a real port. */
class EmbedTest {

  private static final String READER =
      "/processes/%s/attachments/%s/pages/7"
          .formatted(FixedCollection.LIBRARY, FixedCollection.REPORT);

  @AutoClose private static final Site site = new Site();

  private static String policy(String address) {
    return site.get(address).headers().firstValue("Content-Security-Policy").orElse("");
  }

  @Test
  void embeds_may_be_framed_by_anyone_and_nothing_else_may() {
    for (String address : List.of("/embed/search", "/embed" + READER + "?q=biblioteca")) {
      assertThat(policy(address)).contains("frame-ancestors *").contains("script-src 'self'");
    }
    for (String address : List.of("/", READER, "/data", "/api/v1/processes", "/embed")) {
      assertThat(policy(address)).contains("frame-ancestors 'self'");
    }
  }

  @Test
  void a_page_is_embedded_with_its_marks_and_leads_to_the_whole() {
    Document page = site.page("/embed" + READER + "?q=biblioteca");
    assertThat(page.select("mark").eachText()).hasSize(3).containsOnly("biblioteca");
    assertThat(page.select("h1 a").attr("href")).isEqualTo(READER + "?q=biblioteca#hit-1");
    assertThat(page.select("h1 a").attr("target")).isEqualTo("_top");
    assertThat(page.select("script")).isEmpty();
    assertThat(site.get("/embed" + READER + "99").statusCode()).isEqualTo(404);
  }

  @Test
  void a_search_field_opens_results_in_the_whole_window() {
    Element form = site.page("/embed/search?lang=en").selectFirst("form");
    assertThat(form.attr("target")).isEqualTo("_top");
    assertThat(form.attr("action")).isEqualTo("/");
    assertThat(form.select("input[name=lang]").attr("value")).isEqualTo("en");
    assertThat(form.select("label").attr("for")).isEqualTo("q");
  }

  @Test
  void a_page_tells_other_sites_how_it_is_embedded() {
    String address =
        site.page(READER + "?q=biblioteca")
            .select("link[type=application/json+oembed]")
            .attr("href");
    JsonNode answer = site.json(address + "&maxwidth=300&format=json");
    assertThat(answer.get("type").asString()).isEqualTo("rich");
    assertThat(answer.get("width").asInt()).isEqualTo(300);
    Element frame = Jsoup.parse(answer.get("html").asString()).selectFirst("iframe");
    assertThat(frame.attr("src")).isEqualTo(site.home() + "/embed" + READER + "?q=biblioteca");
    assertThat(site.page("/").select("link[type=application/json+oembed]")).isEmpty();
  }

  @Test
  void what_is_no_page_of_this_site_is_not_embedded() {
    for (String url :
        List.of(
            "https://elsewhere.example" + READER,
            site.home() + "/",
            site.home() + READER + "99",
            site.home() + "/processes/a/attachments/b/pages/1")) {
      String encoded = URLEncoder.encode(url, StandardCharsets.UTF_8);
      assertThat(site.get("/api/v1/oembed?url=" + encoded).statusCode()).as(url).isEqualTo(404);
    }
    assertThat(site.get("/api/v1/oembed?url=x&format=xml").statusCode()).isEqualTo(400);
  }

  @Test
  void browsers_get_suggestions_in_their_own_format() {
    assertThat(site.get("/opensearch.xml").body())
        .contains(
            "type=\"application/x-suggestions+json\" template=\""
                + site.home()
                + "/suggestions?q={searchTerms}\"");
    JsonNode answer = site.json("/suggestions?q=valle&lang=en");
    assertThat(answer.get(0).asString()).isEqualTo("valle");
    assertThat(answer.get(1).get(0).asString()).isEqualTo("Vallechiara");
    assertThat(answer.get(2)).hasSameSizeAs(answer.get(1));
    assertThat(answer.get(3).get(0).asString()).startsWith(site.home() + "/?place=");
    assertThat(site.get("/suggestions?q=valle").headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/x-suggestions+json");
  }
}
