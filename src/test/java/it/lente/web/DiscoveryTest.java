package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import it.lente.search.Search;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What search engines, other sites and browsers find. */
class DiscoveryTest {

  @AutoClose private static final Site site = new Site();

  private static Document xml(String address) {
    return Jsoup.parse(site.get(address).body(), Parser.xmlParser());
  }

  @Test
  void the_sitemap_has_every_process_once() {
    List<String> addresses = xml("/sitemap.xml").select("urlset > url > loc").eachText();
    assertThat(addresses)
        .hasSize(34)
        .doesNotHaveDuplicates()
        .contains(site.home() + "/", site.home() + "/processes/fiume")
        .contains(site.home() + Address.process(FixedCollection.ODD));
    assertThat(site.get("/sitemaps/1.xml").body()).isEqualTo(site.get("/sitemap.xml").body());
    assertThat(site.get("/sitemaps/2.xml").statusCode()).isEqualTo(404);
    assertThat(site.get("/sitemaps/x.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void the_sitemap_tells_the_day_of_a_change_where_the_record_does() {
    Document sitemap = xml("/sitemap.xml");
    assertThat(sitemap.select("url:has(loc:contains(/processes/strano)) lastmod").text())
        .isEqualTo("2024-03-05");
    assertThat(sitemap.select("lastmod")).hasSize(1);
  }

  @Test
  void where_they_are_too_many_for_one_sitemap_there_are_several() throws IOException {
    Discovery discovery = new Discovery(new Search(new FixedEngine()), 10);
    Javalin server =
        Javalin.create(config -> {
          config.appData(Publisher.KEY, Publisher.of(Brand.NONE, true));
          config.routes.get("/sitemap.xml", discovery::sitemap);
          config.routes.get("/sitemaps/{part}", discovery::part);
        });
    try {
      String address = "http://localhost:" + server.start(0).port();
      List<String> parts = locations(address + "/sitemap.xml", "sitemapindex > sitemap > loc");
      assertThat(parts)
          .hasSize(4)
          .startsWith(address + "/sitemaps/1.xml")
          .endsWith(address + "/sitemaps/4.xml");
      Set<String> all = new HashSet<>();
      for (String part : parts) {
        List<String> addresses = locations(part, "urlset > url > loc");
        assertThat(addresses).hasSizeBetween(3, 11);
        assertThat(all).doesNotContainAnyElementsOf(addresses);
        all.addAll(addresses);
      }
      assertThat(all).hasSize(34);
    } finally {
      server.stop();
    }
  }

  private static List<String> locations(String address, String css) throws IOException {
    try (InputStream in = URI.create(address).toURL().openStream()) {
      return Jsoup.parse(in, "UTF-8", address, Parser.xmlParser()).select(css).eachText();
    }
  }

  @Test
  void without_an_index_there_is_no_sitemap_yet() {
    site.engine().becomes(false);
    try {
      assertThat(site.get("/sitemap.xml").statusCode()).isEqualTo(503);
    } finally {
      site.engine().becomes(true);
    }
  }

  @Test
  void robots_are_kept_from_filters_and_told_of_the_sitemap() {
    String robots = site.get("/robots.txt").body();
    assertThat(robots.lines())
        .contains("Disallow: /api/", "Disallow: /facets/", "Disallow: /*?*place=")
        .endsWith("Sitemap: " + site.home() + "/sitemap.xml");
  }

  @Test
  void a_browser_can_add_the_search() {
    Document description = xml("/opensearch.xml?lang=en");
    assertThat(description.select("ShortName").text()).isEqualTo("Lente");
    assertThat(description.select("Url[type=text/html]").attr("template"))
        .isEqualTo(site.home() + "/?q={searchTerms}");
    assertThat(site.page("/?lang=en").select("link[rel=search]").attr("href"))
        .isEqualTo("/opensearch.xml?lang=en");
  }

  @Test
  void a_page_is_known_under_one_address() {
    assertThat(canonical("/processes/fiume")).isEqualTo(site.home() + "/processes/fiume");
    assertThat(canonical("/coverage?lang=en&utm_source=x"))
        .isEqualTo(site.home() + "/coverage?lang=en");
    assertThat(canonical("/")).isEqualTo(site.home() + "/");
    assertThat(canonical("/?q=piazza")).isEmpty();
    assertThat(site.page("/?q=piazza").select("meta[name=robots]").attr("content"))
        .startsWith("noindex");
    assertThat(site.page("/help").select("link[rel=alternate]").eachAttr("href"))
        .containsExactly(
            site.home() + "/help?lang=it",
            site.home() + "/help?lang=en",
            site.home() + "/help?lang=de",
            site.home() + "/help");
  }

  private static String canonical(String address) {
    return site.page(address).select("link[rel=canonical]").attr("href");
  }

  @Test
  void a_page_says_what_it_is_about_to_who_has_not_opened_it() {
    Set<String> descriptions = new HashSet<>();
    for (String address :
        List.of(
            "/",
            "/help",
            "/about",
            "/accessibility",
            "/coverage",
            "/processes/fiume",
            "/processes/biblioteca-vallechiara")) {
      Document page = site.page(address);
      String description = page.select("meta[name=description]").attr("content");
      assertThat(description).as(address).hasSizeBetween(20, 250);
      assertThat(descriptions.add(description)).as(address).isTrue();
      assertThat(page.select("meta[property=og:description]").attr("content"))
          .isEqualTo(description);
      assertThat(page.select("meta[property=og:url]").attr("content"))
          .isEqualTo(site.home() + address);
      assertThat(page.title()).startsWith(page.select("meta[property=og:title]").attr("content"));
    }
    assertThat(site.page("/help?lang=en").select("meta[property=og:locale]").attr("content"))
        .isEqualTo("en_GB");
  }
}
