package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HealthTest {

  @Test
  void a_server_without_an_index_lives_and_is_not_ready_for_a_reason() throws Exception {
    try (Site site = new Site()) {
      site.engine().becomes(false);

      HttpResponse<String> health = site.get("/health");

      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.headers().firstValue("Retry-After")).isPresent();
      assertThat(health.body()).contains("\"ready\":false", "\"reason\":\"no-index\"");
      assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_server_with_an_index_is_ready_and_gives_no_reason() throws Exception {
    try (Site site = new Site()) {
      JsonNode health = site.json("/health");

      assertThat(health.get("ready").asBoolean()).isTrue();
      assertThat(health.has("reason")).isFalse();
      assertThat(health.get("watching").asBoolean()).as("nobody said that it does").isFalse();
    }
  }
}
