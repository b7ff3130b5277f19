package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages below a path of somebody's site. */
class BasePathTest {

  private static final String SITE = "https://www.ente.example";
  private static final String ADDRESS = SITE + "/lente";

  /** How many addresses of a kind are asked for. */
  private static final int OF_A_KIND = 8;

  @AutoClose private static Site site;

  @BeforeAll
  static void serve(@TempDir Path attachments) throws Exception {
    Path library =
        Files.createDirectories(attachments.resolve(FixedCollection.LIBRARY + "/verbali"));
    Files.writeString(library.resolve("relazione finale.pdf"), "%PDF-");
    Brand brand =
        new Brand(
            Map.of(),
            Optional.of(Colour.parse("#7a1f3d")),
            Optional.of(new Brand.Logo("png", new byte[] {1, 2, 3})),
            List.of(),
            ADDRESS,
            "",
            "",
            "");
    site = new Site(new WebSettings(0, attachments, brand), new FixedEngine());
  }

  @Test
  void every_link_of_every_page_leads_below_the_path() {
    Deque<String> waiting = new ArrayDeque<>();
    Map<String, Set<String>> kinds = new TreeMap<>();
    for (String first :
        List.of("/", "/?q=biblioteca", "/?q=nulla&status=Nuovo", "/processes/nobody")) {
      follow("/lente" + first, "the beginning", kinds, waiting);
    }
    while (!waiting.isEmpty()) {
      String address = waiting.poll();
      HttpResponse<String> answer = site.get(address);
      if (answer.statusCode() == 303) {
        follow(answer.headers().firstValue("Location").orElseThrow(), address, kinds, waiting);
      } else if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        links(answer.body()).forEach(link -> follow(link, address, kinds, waiting));
      }
      boolean there = answer.statusCode() < 400;
      boolean missing = address.contains("/attachments/") || address.contains("nobody");
      assertThat(there || missing).as(address).isTrue();
    }
    assertThat(kinds.keySet())
        .contains(
            "/lente/",
            "/lente/coverage",
            "/lente/api",
            "/lente/facets/place",
            "/lente/processes/…",
            "/lente/processes/…/attachments/…/pages/1",
            "/lente/api/v1/openapi.json",
            "/lente/api/v1/coverage",
            "/lente/opensearch.xml");
  }

  private static void follow(
      String link, String page, Map<String, Set<String>> kinds, Deque<String> waiting) {
    if (link.isEmpty() || link.startsWith("#") || link.startsWith("mailto:")) {
      return;
    }
    boolean whole = link.startsWith(SITE);
    if (!whole && !link.startsWith("/")) {
      assertThat(link).as(page).matches("https?://.*");
      return;
    }
    String address = (whole ? link.substring(SITE.length()) : link).replaceFirst("#.*", "");
    assertThat(address).as(page + " leads to " + link).startsWith("/lente/");
    String kind =
        address.replaceFirst("\\?.*", "").replaceAll("(?<=processes/|attachments/)[^/]+", "…");
    Set<String> seen = kinds.computeIfAbsent(kind, none -> new HashSet<>());
    if (seen.size() < OF_A_KIND && seen.add(address)) {
      waiting.add(address);
    }
  }

  private static List<String> links(String body) {
    Document page = Jsoup.parse(body);
    return page
        .select("[href], [src], [action], [data-original], [data-pdfjs], meta[content^=http]")
        .stream()
        .map(BasePathTest::link)
        .filter(link -> !link.endsWith("/pdfjs"))
        .toList();
  }

  private static String link(Element element) {
    for (String name : List.of("href", "src", "action", "data-original", "data-pdfjs", "content")) {
      if (element.hasAttr(name)) {
        return element.attr(name);
      }
    }
    return "";
  }

  @Test
  void programs_find_everything_below_it_too() {
    JsonNode description = site.json("/lente/api/v1/openapi.json");
    assertThat(description.at("/servers").toString()).isEqualTo("[{\"url\":\"" + ADDRESS + "\"}]");
    assertThat(site.json("/lente/api/v1/facets/place?size=3").get("next").asString())
        .isEqualTo("/lente/api/v1/facets/place?size=3&page=2");
    assertThat(site.json("/lente/api/v1/coverage?size=1").get("next").asString())
        .startsWith("/lente/api/v1/coverage?");
    String file =
        site.json("/lente/api/v1/processes/" + FixedCollection.LIBRARY)
            .at("/attachments/0/address")
            .asString();
    assertThat(file).startsWith("/lente/attachments/");
    assertThat(site.get(file).body()).isEqualTo("%PDF-");
    JsonNode problem = site.json("/lente/api/v1/nothing");
    assertThat(problem.get("type").asString()).isEqualTo("/lente/problems/not-found");
    assertThat(site.get(problem.get("type").asString()).statusCode()).isEqualTo(200);
    HttpResponse<String> tooLong = site.get("/lente/?q=" + "a".repeat(40_000));
    assertThat(JsonMapper.shared().readTree(tooLong.body()).get("type").asString())
        .isEqualTo("/lente/problems/too-long");
  }

  @Test
  void search_engines_find_everything_below_it_too() {
    assertThat(site.get("/lente/sitemap.xml").body())
        .contains("<loc>" + ADDRESS + "/</loc>", "<loc>" + ADDRESS + "/processes/fiume</loc>")
        .doesNotContain("localhost");
    assertThat(site.get("/lente/robots.txt").body())
        .contains("Disallow: /lente/api/\n", "Sitemap: " + ADDRESS + "/sitemap.xml")
        .doesNotContain("Disallow: /api/");
    assertThat(site.get("/lente/opensearch.xml").body())
        .contains("template=\"" + ADDRESS + "/?q={searchTerms}\"");
    Document page = site.page("/lente/processes/fiume?q=x");
    assertThat(page.select("meta[property=og:url]").attr("content"))
        .isEqualTo(ADDRESS + "/processes/fiume");
    assertThat(page.select("meta[property=og:image]").attr("content"))
        .startsWith(ADDRESS + "/assets/");
    assertThat(page.select("script[type=application/ld+json]").html())
        .contains("\"" + ADDRESS + "/processes/fiume\"");
  }

  @Test
  void a_proxy_may_take_the_path_away() {
    assertThat(site.get("/processes/fiume").body())
        .isEqualTo(site.get("/lente/processes/fiume").body());
    assertThat(site.get("/lente").body()).isEqualTo(site.get("/lente/").body());
    assertThat(site.get("/health").statusCode()).isEqualTo(200);
    assertThat(site.get("/lentezza").statusCode()).isEqualTo(404);
    assertThat(site.get("/lente/lente/coverage").statusCode()).isEqualTo(404);
  }

  @Test
  void a_form_leads_below_the_path() {
    assertThat(site.get("/lente/?yearFrom=2019&yearTo=2020").headers().firstValue("Location"))
        .contains("/lente/?year=2019-2020");
    String report =
        "/lente/processes/" + FixedCollection.LIBRARY + "/attachments/" + FixedCollection.REPORT;
    assertThat(site.get(report + "/pages/1?go=VII").headers().firstValue("Location"))
        .contains(report + "/pages/7");
  }
}
