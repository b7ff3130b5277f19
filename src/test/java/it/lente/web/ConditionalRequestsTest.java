package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What caches are told, and what is answered to one that asks whether anything has changed. */
class ConditionalRequestsTest {

  private static final String REPORT =
      "/processes/" + FixedCollection.LIBRARY + "/attachments/" + FixedCollection.REPORT;

  @AutoClose private static final Site site = new Site();

  private static String header(HttpResponse<String> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  private static String tag(String address, String... headers) {
    return header(site.get(address, headers), "ETag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?q=biblioteca",
        "/processes/fiume",
        REPORT + "/pages/7?q=biblioteca",
        "/facets/place",
        "/coverage",
        "/about",
        "/help",
        "/api",
        "/problems/not-found",
        "/api/v1/processes?q=biblioteca",
        "/api/v1/processes/fiume",
        "/api/v1" + REPORT + "/hits?q=biblioteca",
        "/api/v1/facets/place",
        "/api/v1/suggest?q=valle",
        "/api/v1/coverage",
        "/api/v1/coverage?format=csv",
        "/api/v1/openapi.json",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemaps/1.xml",
        "/opensearch.xml"
      })
  void what_has_not_changed_is_not_sent_again(String address) {
    HttpResponse<String> first = site.get(address);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    String tag = header(first, "ETag");
    assertThat(tag).matches("W/\"[0-9a-f]+\"");
    for (String asked : List.of(tag, "\"other\", " + tag, tag.substring(2))) {
      HttpResponse<String> again = site.get(address, "If-None-Match", asked);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      for (String name : List.of("ETag", "Cache-Control", "Vary")) {
        assertThat(header(again, name)).isEqualTo(header(first, name));
      }
    }
    assertThat(site.get(address, "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
    assertThat(site.send("HEAD", address, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void nothing_is_searched_where_nothing_has_changed() {
    for (String address : List.of("/?q=biblioteca", "/api/v1/processes?q=biblioteca")) {
      String tag = tag(address);
      int searches = site.engine().searches();
      assertThat(site.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(site.engine().searches()).isEqualTo(searches);
    }
  }

  @Test
  void a_commit_changes_every_tag() {
    String page = tag("/");
    String list = tag("/api/v1/processes");
    site.engine().commits();
    assertThat(site.get("/", "If-None-Match", page).statusCode()).isEqualTo(200);
    assertThat(tag("/")).isNotEqualTo(page);
    assertThat(tag("/api/v1/processes")).isNotEqualTo(list);
  }

  @Test
  void another_request_another_language_and_another_brand_have_another_tag() {
    assertThat(tag("/")).isNotEqualTo(tag("/?q=a")).isNotEqualTo(tag("/?lang=en"));
    assertThat(tag("/?q=a")).isNotEqualTo(tag("/?q=b"));
    assertThat(tag("/", "Accept-Language", "en"))
        .isNotEqualTo(tag("/", "Accept-Language", "it"))
        .isEqualTo(tag("/", "Accept-Language", "en-GB"));
    assertThat(tag("/api/v1/coverage")).isNotEqualTo(tag("/api/v1/coverage", "Accept", "text/csv"));
    Brand brand =
        new Brand(
            Map.of("it", Map.of("site.name", "Partecipa")),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "",
            "",
            "",
            "");
    try (Site other = new Site(new WebSettings(0, Path.of("x"), brand), new FixedEngine())) {
      assertThat(header(other.get("/help"), "ETag")).isNotEqualTo(tag("/help"));
    }
    try (Site same = new Site()) {
      assertThat(header(same.get("/api/v1/processes/fiume"), "ETag")).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/processes/nobody",
        "/api/v1/processes?colour=red",
        "/?yearFrom=2019&yearTo=2020",
        "/health",
        "/nowhere"
      })
  void what_is_no_answer_has_no_tag(String address) {
    assertThat(site.get(address).headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void without_an_index_nothing_has_a_tag() {
    String tag = tag("/help");
    site.engine().becomes(false);
    try {
      HttpResponse<String> answer = site.get("/help", "If-None-Match", tag);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("ETag")).isEmpty();
      assertThat(site.get("/").headers().firstValue("ETag")).isEmpty();
    } finally {
      site.engine().becomes(true);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/|Accept-Encoding, Accept-Language",
        "/?lang=en|Accept-Encoding",
        "/help|Accept-Encoding, Accept-Language",
        "/opensearch.xml|Accept-Encoding, Accept-Language",
        "/sitemap.xml|Accept-Encoding",
        "/robots.txt|Accept-Encoding",
        "/api/v1/processes|Accept-Encoding, Accept-Language, Accept",
        "/api/v1/suggest?q=a|Accept-Encoding",
        "/api/v1/openapi.json|Accept-Encoding",
        "/api/v1/coverage?lang=it|Accept-Encoding, Accept",
        "/processes/nobody|Accept-Encoding, Accept-Language, Accept",
        "/processes/nobody?lang=it|Accept-Encoding, Accept",
        "/nowhere|Accept-Encoding, Accept, Accept-Language",
        "/api/v1/nothing|Accept-Encoding",
        "/favicon.ico|Accept-Encoding"
      })
  void an_answer_names_the_headers_that_it_depends_on(String address, String headers) {
    for (String encoding : List.of("gzip", "identity")) {
      assertThat(header(site.get(address, "Accept-Encoding", encoding), "Vary").split(", "))
          .containsExactlyInAnyOrder(headers.split(", "));
    }
  }
}
