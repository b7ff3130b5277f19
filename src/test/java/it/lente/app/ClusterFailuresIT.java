package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.app.IndexedFolder.Ended;
import it.lente.engine.opensearch.ClusterNodes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of a real cluster are killed, frozen and forbidden to write while people search. */
@EnabledIfSystemProperty(
    named = "lente.cluster.long",
    matches = "true",
    disabledReason = "takes minutes: run with -Pcluster,cluster-long")
class ClusterFailuresIT {

  private static final int CLIENTS = 4;
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> servers = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private ClusterNodes nodes;
  private IndexedFolder collection;
  private String prefix;

  @BeforeEach
  void start() throws IOException {
    nodes = ClusterNodes.started();
    collection = new IndexedFolder(home);
    prefix = ClusterNodes.prefix();
  }

  @AfterEach
  void stop() throws IOException {
    servers.forEach(Process::destroyForcibly);
    for (Link link : links) {
      link.close();
    }
    if (nodes != null) {
      nodes.close();
    }
  }

  private Ended run(String command, String... more) throws Exception {
    return collection.run(onCluster(command, more));
  }

  private String[] onCluster(String command, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                command,
                "--engine=opensearch",
                "--opensearch-url=" + urls(),
                "--opensearch-prefix=" + prefix));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  /** Returns the addresses of the nodes, or of the links to them. */
  private String urls() {
    Stream<URI> urls = links.isEmpty() ? nodes.urls().stream() : links.stream().map(Link::address);
    return urls.map(URI::toString).collect(Collectors.joining(","));
  }

  private String serve() throws IOException {
    Process server = collection.start(onCluster("serve", "--no-index", "--port=0", "--rate=0"));
    servers.add(server);
    return IndexedFolder.addressOf(server);
  }

  private HttpResponse<String> ask(String address, String words) throws Exception {
    URI uri = URI.create(address + "api/v1/processes?q=" + words);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Answers other than the right one, while four clients ask during some work. */
  private List<String> wrongWhile(String address, Work work) throws Exception {
    ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    AtomicInteger asked = new AtomicInteger();
    Thread[] clients = new Thread[CLIENTS];
    for (int i = 0; i < CLIENTS; i++) {
      clients[i] =
          Thread.ofPlatform()
              .start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                  try {
                    HttpResponse<String> answer = ask(address, "zappe");
                    asked.incrementAndGet();
                    if (answer.statusCode() != 200 || !answer.body().contains("\"total\":12,")) {
                      wrong.add(answer.statusCode() + " " + answer.body());
                    }
                  } catch (InterruptedException ended) {
                    return;
                  } catch (Exception broken) {
                    wrong.add(broken.toString());
                  }
                }
              });
    }
    try {
      work.run();
    } finally {
      for (Thread client : clients) {
        client.interrupt();
        client.join();
      }
    }
    assertThat(asked.get()).as("answers").isPositive();
    return List.copyOf(wrong);
  }

  /** Something that takes a while. */
  private interface Work {
    void run() throws Exception;
  }

  @Test
  void a_node_and_then_the_manager_are_killed_while_indexing_and_no_answer_is_wrong()
      throws Exception {
    assertThat(run("index").code()).isZero();
    nodes.awaitGreen();
    String address = serve();

    List<String> wrong =
        wrongWhile(
            address,
            () -> {
              Process writing = collection.start(onCluster("index", "--rebuild"));
              Thread.sleep(1_500);
              int manager = nodes.manager(0);
              nodes.kill((manager + 1) % 3);
              Ended rebuilt = IndexedFolder.await(writing);
              assertThat(rebuilt.code()).as(rebuilt.said()).isZero();
              nodes.startAgain((manager + 1) % 3);
              nodes.awaitNodes(3);
              nodes.awaitGreen();
              nodes.kill(manager);
              Files.writeString(
                  collection.attachments.resolve("orto-3/nuovo.txt"), "Una carriola rossa.\n");
              Ended changed = run("index");
              assertThat(changed.code()).as(changed.said()).isZero();
            });

    assertThat(wrong).isEmpty();
    Ended checked = run("check");
    assertThat(checked.said()).contains("all pages of 12 processes were read", "2 nodes");
    assertThat(run("search", "carriola").said()).contains("nuovo.txt");
  }

  @Test
  void frozen_nodes_give_503_with_the_reason_and_answers_return_by_themselves() throws Exception {
    assertThat(run("index").code()).isZero();
    String address = serve();
    assertThat(ask(address, "zappe").statusCode()).isEqualTo(200);

    nodes.signal("STOP");
    HttpResponse<String> refused = ask(address, "zappe");
    nodes.signal("CONT");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("unreachable", "Retry-After");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    awaitTotal(address, "zappe", 12);
  }

  @Test
  void without_the_network_to_one_node_every_answer_is_right_and_to_none_503() throws Exception {
    for (URI node : nodes.urls()) {
      links.add(new Link(node));
    }
    assertThat(run("index").code()).isZero();
    String address = serve();

    List<String> wrong =
        wrongWhile(
            address,
            () -> {
              Thread.sleep(1_000);
              links.getFirst().cut();
              Thread.sleep(8_000);
              Files.writeString(
                  collection.attachments.resolve("orto-3/nuovo.txt"), "Una carriola rossa.\n");
              Ended changed = run("index");
              assertThat(changed.code()).as(changed.said()).isZero();
            });
    assertThat(wrong).isEmpty();
    awaitTotal(address, "carriola", 1);

    links.forEach(Link::cut);
    HttpResponse<String> refused = ask(address, "zappe");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("unreachable");
    for (Link link : links) {
      link.mend();
    }
    awaitTotal(address, "zappe", 12);
  }

  /** Asks until the answer is right, for ten seconds. */
  private void awaitTotal(String address, String words, int total) throws Exception {
    long end = System.nanoTime() + 10 * SECOND;
    HttpResponse<String> answer = ask(address, words);
    while (!answer.body().contains("\"total\":%d,".formatted(total)) && System.nanoTime() < end) {
      Thread.sleep(200);
      answer = ask(address, words);
    }
    assertThat(answer.body()).contains("\"total\":%d,".formatted(total));
  }

  @Test
  void an_answer_without_a_shard_is_refused_and_never_short() throws Exception {
    assertThat(run("index", "--opensearch-shards=3", "--opensearch-replicas=0").code()).isZero();
    String address = serve();
    assertThat(ask(address, "zappe").body()).contains("\"total\":12,");

    int survivor = nodes.manager(0);
    nodes.kill((survivor + 1) % 3);
    HttpResponse<String> answer = ask(address, "zappe");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.body()).contains("unreachable");
    nodes.startAgain((survivor + 1) % 3);
    nodes.awaitGreen();
    assertThat(ask(address, "zappe").body()).contains("\"total\":12,");
  }

  @Test
  void a_cluster_whose_disks_are_full_keeps_answering_and_the_next_run_does_all() throws Exception {
    assertThat(run("index").code()).isZero();
    String address = serve();
    Files.writeString(collection.attachments.resolve("orto-3/nuovo.txt"), "Una carriola rossa.\n");

    // No disk has that much space left, so the nodes find all of them full.
    setFullBelow("\"100000000gb\"");
    awaitWritable(false);
    Ended refused = run("index");
    assertThat(refused.code()).as(refused.said()).isEqualTo(1);
    assertThat(refused.said()).contains("read-only");
    assertThat(ask(address, "zappe").body()).contains("\"total\":12,");
    assertThat(ask(address, "carriola").body()).contains("\"total\":0,");

    setFullBelow("null");
    awaitWritable(true);
    Ended done = run("index");
    assertThat(done.code()).as(done.said()).isZero();
    assertThat(run("search", "carriola").said()).contains("nuovo.txt");
  }

  /** Sets the space below which the cluster takes a disk for full and forbids writing. */
  private void setFullBelow(String space) throws IOException {
    String marks =
        Stream.of("low", "high", "flood_stage")
            .map(mark -> "\"cluster.routing.allocation.disk.watermark." + mark + "\":" + space)
            .collect(Collectors.joining(","));
    nodes.send(
        0,
        "PUT",
        "/_cluster/settings",
        "{\"persistent\":{\"cluster.routing.allocation.disk.threshold_enabled\":true,"
            + "\"cluster.info.update.interval\":\"10s\","
            + marks
            + "}}");
  }

  private void awaitWritable(boolean expected) throws Exception {
    String settings = "/" + prefix + "-*/_settings/index.blocks.read_only_allow_delete";
    long end = System.nanoTime() + 60 * SECOND;
    while (nodes.send(0, "GET", settings, "").contains("\"true\"") == expected) {
      assertThat(System.nanoTime()).as("the cluster has not looked at its disks").isLessThan(end);
      Thread.sleep(200);
    }
  }

  @Test
  void a_second_writer_is_refused_and_a_killed_one_leaves_the_last_commit() throws Exception {
    assertThat(run("index").code()).isZero();
    Process killed = collection.start(onCluster("index", "--rebuild"));
    Thread.sleep(2_000);
    killed.destroyForcibly().waitFor();
    assertThat(run("search", "zappe").said()).contains("12 processes");

    lockUntil(System.currentTimeMillis() + 60_000);
    Ended refused = run("index");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.said()).contains("Another run writes", "process 4711 on elsewhere");

    lockUntil(System.currentTimeMillis() - 1_000);
    Ended after = run("index");
    assertThat(after.code()).as(after.said()).isZero();
  }

  /** Writes what another writer, on another machine, would write. */
  private void lockUntil(long millis) throws IOException {
    nodes.send(
        0,
        "PUT",
        "/" + prefix + "-meta/_doc/lock",
        "{\"owner\":\"another\",\"by\":\"4711 on elsewhere\",\"until\":%d}".formatted(millis));
  }
}
