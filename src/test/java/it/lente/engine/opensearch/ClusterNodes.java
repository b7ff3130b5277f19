package it.lente.engine.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * Three nodes of a real cluster, each a process, from the jars that the profile «cluster» resolved.
 * All tests share one cluster; those that kill nodes start one of their own.
 */
public final class ClusterNodes implements AutoCloseable {

  private static final int NODES = 3;
  private static final Path NODE = Path.of("src/test/cluster-node/Node.java").toAbsolutePath();
  private static final long STARTS_MILLIS = 240_000;
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private static ClusterNodes shared;

  private final Path jars;
  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final List<Integer> ports;
  private final HttpClient http = HttpClient.newHttpClient();

  private ClusterNodes(Path jars, Path folder) throws IOException {
    this.jars = jars;
    this.folder = folder;
    this.ports = freePorts(2 * NODES);
  }

  /** Returns the cluster of all tests; skips the test where the profile resolved no jars. */
  public static synchronized ClusterNodes shared() {
    if (shared == null) {
      shared = started();
    }
    return shared;
  }

  /** Starts a cluster, which ends with this process. */
  public static ClusterNodes started() {
    try {
      return three();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClusterNodes three() throws IOException {
    Path jars = Path.of("target/cluster-node").toAbsolutePath();
    if (!Files.isDirectory(jars)) {
      System.err.println("No jars of nodes in " + jars + ": tests of a cluster are SKIPPED.");
    }
    Assumptions.assumeTrue(Files.isDirectory(jars), "run with -Pcluster");
    ClusterNodes nodes = new ClusterNodes(jars, Files.createTempDirectory("cluster"));
    Runtime.getRuntime().addShutdownHook(new Thread(nodes::close));
    for (int i = 0; i < NODES; i++) {
      nodes.processes.add(nodes.start(i));
    }
    try {
      nodes.awaitNodes(NODES);
      return nodes;
    } catch (IllegalStateException slow) {
      nodes.close();
      throw slow;
    }
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ServerSocket socket = new ServerSocket(0);
      sockets.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }

  private Process start(int number) throws IOException {
    Path own = Files.createDirectories(folder.resolve("node" + number));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String seeds =
        ports.subList(NODES, 2 * NODES).stream()
            .map(port -> "127.0.0.1:" + port)
            .collect(Collectors.joining(","));
    return new ProcessBuilder(
            java.toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            jars + "/*",
            NODE.toString(),
            own.toString(),
            "node" + number,
            Integer.toString(ports.get(number)),
            Integer.toString(ports.get(NODES + number)),
            seeds,
            "node0,node1,node2")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(own.resolve("out.txt").toFile()))
        .start();
  }

  /** Waits until so many nodes form the cluster. */
  public void awaitNodes(int count) {
    await("number_of_nodes\":" + count + ",");
  }

  /** Waits until the cluster has all copies of all shards. */
  public void awaitGreen() {
    await("\"status\":\"green\"");
  }

  private void await(String state) {
    long end = System.currentTimeMillis() + STARTS_MILLIS;
    String last = "no answer";
    while (System.currentTimeMillis() < end) {
      for (int i = 0; i < processes.size(); i++) {
        try {
          last = send(i, "GET", "/_cluster/health", "");
          if (last.contains(state)) {
            return;
          }
        } catch (IOException notYet) {
          last = notYet.toString();
        }
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    }
    throw new IllegalStateException("the cluster is not as expected: " + last);
  }

  /** Sends a request to a node and returns the body of the answer. */
  public String send(int number, String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url(number) + path))
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Returns the number of the node that manages the cluster, as the given node sees it. */
  public int manager(int asked) throws IOException {
    String name = send(asked, "GET", "/_cat/cluster_manager?h=node", "").strip();
    return Integer.parseInt(name.substring("node".length()));
  }

  /** Kills a node as {@code kill -9} does. */
  public void kill(int number) throws InterruptedException {
    processes.get(number).destroyForcibly().waitFor();
  }

  /** Starts a node that was killed, on the same ports and data. */
  public void startAgain(int number) throws IOException {
    processes.set(number, start(number));
  }

  /** Sends a signal to all nodes: STOP makes them silent, CONT lets them answer again. */
  public void signal(String name) throws Exception {
    for (Process node : processes) {
      new ProcessBuilder("kill", "-" + name, Long.toString(node.pid())).start().waitFor();
    }
  }

  public String url(int number) {
    return "http://127.0.0.1:" + ports.get(number);
  }

  /** Returns the addresses of all nodes. */
  public List<URI> urls() {
    return ports.subList(0, NODES).stream()
        .map(port -> URI.create("http://127.0.0.1:" + port))
        .toList();
  }

  /** Returns a prefix that no other test has. */
  public static String prefix() {
    return "test" + PREFIXES.incrementAndGet();
  }

  /** Returns settings of an index of its own. */
  ClusterSettings settings(int shards) {
    return new ClusterSettings(urls(), prefix(), Optional.empty(), Optional.empty(), shards, 1);
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
