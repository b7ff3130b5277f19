package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.app.IndexedFolder.Ended;
import it.lente.engine.opensearch.ClusterNodes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with the index in a cluster of three real nodes. */
class ClusterCommandsIT {

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private ClusterNodes nodes;
  private IndexedFolder collection;
  private List<String> cluster;

  @BeforeEach
  void start() throws Exception {
    nodes = ClusterNodes.shared();
    collection = new IndexedFolder(home);
    cluster =
        List.of(
            "--engine=opensearch",
            "--opensearch-url="
                + nodes.urls().stream().map(URI::toString).collect(Collectors.joining(",")),
            "--opensearch-prefix=" + ClusterNodes.prefix());
  }

  private String[] onCluster(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(1, cluster);
    return all.toArray(String[]::new);
  }

  private String get(String address) throws Exception {
    return http.send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String withoutScores(String answer) {
    return answer.replaceAll("\"(score|tookMillis)\":[0-9.E-]+", "");
  }

  @Test
  void moving_to_a_cluster_reads_no_file_again_and_a_second_run_changes_nothing() throws Exception {
    assertThat(collection.run("index").code()).isZero();

    Ended moved = collection.run(onCluster("index", "--ocr=off"));
    Ended again = collection.run(onCluster("index", "--ocr=off"));
    Ended found = collection.run(onCluster("search", "zappe"));
    Ended checked = collection.run(onCluster("check"));

    assertThat(moved.said()).contains("12 new", "0 files read, 24 texts from the store");
    assertThat(again.said()).contains("12 unchanged", "0 files read, 0 texts from the store");
    assertThat(found.said()).contains("12 processes", "Orto finto 7", "relazione.txt");
    assertThat(checked.said()).contains("all pages of 12 processes were read", "3 nodes");
    assertThat(List.of(moved.code(), again.code(), found.code(), checked.code())).containsOnly(0);
  }

  @Test
  void the_server_gives_the_same_answers_and_shows_the_state_of_the_cluster() throws Exception {
    assertThat(collection.run("index").code()).isZero();
    assertThat(collection.run(onCluster("index")).code()).isZero();
    Process embedded = collection.start("serve", "--no-index", "--port=0");
    Process other = collection.start(onCluster("serve", "--no-index", "--port=0"));
    try {
      String one = IndexedFolder.addressOf(embedded);
      String two = IndexedFolder.addressOf(other);

      for (String question :
          List.of(
              "api/v1/processes?q=zappe%20comuni&size=5",
              "api/v1/processes?q=%22vanghe%20e%20rastrelli%22&sort=title",
              "api/v1/processes?q=orto&year=none",
              "api/v1/hits?q=rastrelli&format=csv")) {
        // Scores differ in their last digits, because the cluster calculates them in other numbers.
        assertThat(withoutScores(get(two + question).replace(two, one)))
            .as(question)
            .isEqualTo(withoutScores(get(one + question)));
      }
      assertThat(get(two + "health"))
          .contains("\"ready\":true", "\"cluster\":{\"state\":\"green\"");
      assertThat(get(two + "metrics"))
          .contains("lente_cluster_nodes 3.0", "lente_cluster_state{state=\"green\"} 1.0");
      assertThat(get(one + "health")).doesNotContain("cluster");
    } finally {
      embedded.destroy();
      other.destroy();
    }
  }

  @Test
  void a_server_indexes_into_the_cluster_by_itself() throws Exception {
    Process server = collection.start(onCluster("serve", "--port=0", "--no-watch", "--ocr=off"));
    try {
      String address = IndexedFolder.addressOf(server);
      long end = System.nanoTime() + 60_000_000_000L;
      String health = "";
      while (!health.contains("\"processes\":12") && System.nanoTime() < end) {
        Thread.sleep(300);
        health = get(address + "health");
      }
      assertThat(health).contains("\"ready\":true", "\"processes\":12", "\"result\":\"ok\"");
    } finally {
      server.destroy();
    }
  }
}
