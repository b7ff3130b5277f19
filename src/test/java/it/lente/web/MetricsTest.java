package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+)[{ ]");
  private static final Pattern EXPRESSION = Pattern.compile("\"expr\": \"(.*)\"");
  private static final Pattern METRIC = Pattern.compile("\\b(?:lente|jvm|process)_[a-z_]+");

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "none", "",
          "word", "a+b",
          "phrase", "%22a+b%22+c",
          "prefix", "abc*+%22b+c%22",
          "fuzzy", "biblio~+abc*");

  @AutoClose private static final Site site = new Site();

  @Test
  void requests_are_counted_by_the_route_of_the_table_and_the_status() {
    site.get("/processes/biblioteca-vallechiara");
    site.get("/processes/biblioteca-vallechiara?q=segreto");
    site.get("/processes/nowhere");
    site.get("/no/such/address");

    await(() -> metrics().contains("{route=\"none\",status=\"404\"} 1"));
    assertThat(metrics())
        .contains("lente_requests_seconds_count{route=\"/processes/{id}\",status=\"200\"} 2")
        .contains(
            "lente_requests_seconds_bucket{route=\"/processes/{id}\",status=\"200\",le=\"0.5\"}")
        .contains("lente_requests_seconds_count{route=\"/processes/{id}\",status=\"404\"} 1")
        .doesNotContain("segreto", "nowhere", "vallechiara");
  }

  @Test
  void searches_are_counted_by_what_costs_most_in_them() {
    for (String kind : Stream.of("none", "word", "phrase", "prefix", "fuzzy").toList()) {
      double before = searches(kind);
      site.get("/api/v1/processes?q=" + EXAMPLES.get(kind));
      await(() -> searches(kind) == before + 1);
    }
  }

  @Test
  void the_index_is_described_by_figures() {
    assertThat(metrics())
        .contains("lente_ready 1.0", "lente_stale 0.0", "lente_pages 49.0")
        .containsPattern("lente_attachments\\{state=\"indexed\"} [1-9]")
        .contains("lente_indexing_restarts_total 0.0", "jvm_memory_used_bytes{area=\"heap\"");
    site.engine().becomes(false);
    try {
      assertThat(metrics()).contains("lente_ready 0.0", "lente_pages 0.0");
    } finally {
      site.engine().becomes(true);
    }
  }

  @Test
  void every_query_of_the_dashboard_asks_for_a_metric_that_there_is() throws IOException {
    site.get("/api/v1/processes?q=biblioteca");
    System.gc();
    await(() ->
        names().contains("lente_searches_total") && metrics().contains("jvm_gc_pause_seconds_sum"));
    String dashboard = Files.readString(Path.of("docs/grafana-dashboard.json"));
    Set<String> asked =
        EXPRESSION
            .matcher(dashboard)
            .results()
            .flatMap(expression -> METRIC.matcher(expression.group(1)).results())
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asked).hasSizeGreaterThan(15);
    assertThat(names()).containsAll(asked);
  }

  @Test
  void every_metric_of_ours_is_in_the_documentation() throws IOException {
    site.get("/api/v1/processes?q=biblioteca");
    String operations = Files.readString(Path.of("docs/OPERATIONS.md"));

    assertThat(names())
        .filteredOn(name -> name.startsWith("lente_"))
        .isNotEmpty()
        .allSatisfy(name ->
            assertThat(operations)
                .contains("`" + name.replaceFirst("_(bucket|count|sum|max)$", "")));
  }

  private static Set<String> names() {
    return SERIES
        .matcher(metrics())
        .results()
        .map(series -> series.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double searches(String kind) {
    return Pattern.compile("lente_searches_total\\{kind=\"" + kind + "\"} ([0-9.]+)")
        .matcher(metrics())
        .results()
        .mapToDouble(count -> Double.parseDouble(count.group(1)))
        .sum();
  }

  /** A request is counted a moment after its answer. */
  private static void await(BooleanSupplier counted) {
    for (int i = 0; i < 1_000 && !counted.getAsBoolean(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(counted.getAsBoolean()).isTrue();
  }

  private static String metrics() {
    return site.get("/metrics").body();
  }
}
