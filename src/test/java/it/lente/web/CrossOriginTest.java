package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other sites may ask for. */
class CrossOriginTest {

  private static final String ORIGIN = "Access-Control-Allow-Origin";

  @AutoClose private static final Site site = new Site();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/processes",
        "/api/v1/processes?colour=red",
        "/api/v1/processes/nobody",
        "/api/v1/openapi.json",
        "/attachments/nobody/x.pdf"
      })
  void data_and_files_are_for_every_site_errors_included(String address) {
    HttpResponse<String> answer = site.get(address, "Origin", "https://altri.example");
    assertThat(answer.headers().allValues(ORIGIN)).containsExactly("*");
    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
        .contains("ETag", "Content-Range", "Retry-After");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/processes", "/attachments/fiume/x.pdf"})
  void a_browser_that_asks_first_is_told_what_it_may_send(String address) {
    HttpResponse<String> answer =
        site.send(
            "OPTIONS",
            address,
            "Origin",
            "https://altri.example",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "range, if-none-match");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().allValues(ORIGIN)).containsExactly("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("GET", "HEAD");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Range", "If-None-Match", "If-Range");
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
  }

  @Test
  void pages_are_for_their_own_site() {
    HttpResponse<String> page = site.get("/", "Origin", "https://altri.example");
    assertThat(page.headers().firstValue(ORIGIN)).isEmpty();
    assertThat(site.send("OPTIONS", "/").statusCode()).isEqualTo(405);
  }
}
