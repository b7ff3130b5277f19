package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.opensearch.ClusterNodes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that read one index in a cluster, at one address. */
class SeveralServersIT {

  private static final int CLIENTS = 4;
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"(orto-[0-9]+)\"");

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Process> servers = new HashMap<>();
  private Balancer balancer;
  private IndexedFolder collection;
  private String nodes;
  private String prefix;

  @BeforeEach
  void start() throws Exception {
    nodes =
        ClusterNodes.shared().urls().stream().map(URI::toString).collect(Collectors.joining(","));
    prefix = ClusterNodes.prefix();
    collection = new IndexedFolder(home);
    balancer = new Balancer();
    index();
  }

  @AfterEach
  void stop() {
    servers.values().forEach(Process::destroyForcibly);
    balancer.close();
  }

  private void index() throws Exception {
    IndexedFolder.Ended ended = collection.run(onCluster("index", "--ocr=off"));
    assertThat(ended.code()).as(ended.said()).isZero();
  }

  private String[] onCluster(String command, String... more) {
    List<String> all = new ArrayList<>(List.of(command, "--engine=opensearch"));
    all.add("--opensearch-url=" + nodes);
    all.add("--opensearch-prefix=" + prefix);
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  /** Starts a server and waits until it answers. */
  private String serve(String... more) throws Exception {
    List<String> options =
        new ArrayList<>(List.of("--no-index", "--port=0", "--proxies=127.0.0.1"));
    options.addAll(Arrays.asList(more));
    Process server = collection.start(onCluster("serve", options.toArray(String[]::new)));
    String address = IndexedFolder.addressOf(server);
    servers.put(address, server);
    while (get(address + "health").statusCode() != 200) {
      Thread.sleep(50);
    }
    return address;
  }

  private HttpResponse<String> get(String address, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void cursors_and_etags_of_one_server_are_good_at_the_other_and_a_commit_reaches_both()
      throws Exception {
    List<String> addresses = List.of(serve(), serve());
    addresses.forEach(balancer::add);
    String list = balancer.address() + "api/v1/processes?q=zappe&size=5";

    List<String> walked = new ArrayList<>();
    String next = "";
    do {
      String answer = get(list + next).body();
      ID.matcher(answer).results().forEach(id -> walked.add(id.group(1)));
      Matcher cursor = NEXT.matcher(answer);
      next = cursor.find() ? "&cursor=" + cursor.group(1) : "";
    } while (!next.isEmpty());
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tags.add(get(list).headers().firstValue("ETag").orElseThrow());
    }

    assertThat(walked).hasSize(IndexedFolder.PROCESSES).doesNotHaveDuplicates();
    assertThat(tags.stream().distinct().toList()).hasSize(1);
    for (int i = 0; i < 4; i++) {
      assertThat(get(list, "If-None-Match", tags.getFirst()).statusCode()).isEqualTo(304);
    }

    Files.writeString(collection.records.resolve("orto-12.txt"), "Orto finto 12\nProcesso\n");
    Path folder = Files.createDirectories(collection.attachments.resolve("orto-12"));
    Files.writeString(folder.resolve("relazione.txt"), "Le zappe comuni 12.\n");
    index();
    for (String address : addresses) {
      long end = System.nanoTime() + 60_000_000_000L;
      while (!get(address + "api/v1/processes?q=zappe").body().contains("\"total\":13,")) {
        assertThat(System.nanoTime()).as(address).isLessThan(end);
        Thread.sleep(50);
      }
    }
  }

  @Test
  void each_server_has_limits_of_its_own() throws Exception {
    String one = serve("--rate=1");
    String other = serve("--rate=1");
    String[] somebody = {"X-Forwarded-For", "203.0.113.9"};

    int asked = 0;
    while (get(one + "api/v1/processes", somebody).statusCode() == 200) {
      asked++;
      assertThat(asked).isLessThan(10_000);
    }

    assertThat(get(one + "api/v1/processes", somebody).statusCode()).isEqualTo(429);
    assertThat(get(other + "api/v1/processes", somebody).statusCode()).isEqualTo(200);
  }

  @Test
  void restarting_one_server_after_the_other_under_load_loses_no_answer() throws Exception {
    for (int i = 0; i < 2; i++) {
      balancer.add(serve("--rate=0"));
    }
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    AtomicInteger right = new AtomicInteger();
    AtomicBoolean ended = new AtomicBoolean();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(Thread.ofPlatform().start(() -> askUntil(ended, right, wrong)));
    }

    for (String old : List.copyOf(servers.keySet())) {
      int before = right.get();
      balancer.add(serve("--rate=0"));
      // The proxy still knows the server: those requests that it refuses go to the next one.
      Process stopping = servers.remove(old);
      stopping.destroy();
      stopping.waitFor();
      balancer.remove(old);
      assertThat(right.get()).isGreaterThan(before);
    }
    ended.set(true);
    for (Thread client : clients) {
      client.join();
    }

    assertThat(wrong).isEmpty();
    assertThat(right).hasPositiveValue();
  }

  private void askUntil(AtomicBoolean ended, AtomicInteger right, Queue<String> wrong) {
    while (!ended.get()) {
      try {
        HttpResponse<String> answer = get(balancer.address() + "api/v1/processes?q=zappe");
        if (answer.statusCode() == 200 && answer.body().contains("\"total\":12,")) {
          right.incrementAndGet();
        } else {
          wrong.add(answer.statusCode() + " " + answer.body());
        }
      } catch (Exception broken) {
        wrong.add(broken.toString());
      }
    }
  }
}
