package it.lente.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files fetched from a real server on this machine, which a setting for tests permits. */
class AttachmentFetchTest {

  private static final byte[] REPORT = bytes("%PDF-1.7 an invented report ".repeat(9_000));

  @TempDir Path folder;
  private HttpServer server;
  private String site;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger trouble = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private byte[] content = REPORT;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
    site = "http://localhost:" + server.getAddress().getPort();
    Files.createDirectories(folder.resolve("records"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    most.accumulateAndGet(open.incrementAndGet(), Math::max);
    // Long enough for others to come; until it is answered, the request holds its place.
    LockSupport.parkNanos(2_000_000);
    open.decrementAndGet();
    reply(exchange);
  }

  private void reply(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String range = exchange.getRequestHeaders().getFirst("Range");
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    asked.add(
        path + (range == null ? "" : " " + range) + (known == null ? "" : " if not " + known));
    String tag = "\"" + Arrays.hashCode(content) + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    try (exchange) {
      if (path.equals("/gone.pdf")) {
        exchange.sendResponseHeaders(404, -1);
      } else if (path.equals("/busy.pdf") && trouble.getAndDecrement() > 0) {
        exchange.sendResponseHeaders(503, -1);
      } else if (path.startsWith("/to/")) {
        exchange
            .getResponseHeaders()
            .set("Location", path.substring(3).replace("/away", "http://169.254.169.254/"));
        exchange.sendResponseHeaders(302, -1);
      } else if (path.equals("/login.pdf")) {
        byte[] page = bytes("\n<!DOCTYPE html><title>Log in</title>");
        exchange.getResponseHeaders().set("Content-Type", "application/pdf");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
      } else if (tag.equals(known)) {
        exchange.sendResponseHeaders(304, -1);
      } else if (range != null) {
        int start = Integer.parseInt(range.replaceAll("\\D", ""));
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
        exchange.sendResponseHeaders(206, content.length - start);
        exchange.getResponseBody().write(content, start, content.length - start);
      } else {
        exchange.sendResponseHeaders(200, content.length);
        if (path.equals("/torn.pdf") && trouble.getAndDecrement() > 0) {
          exchange.getResponseBody().write(content, 0, 100_000);
          exchange.getResponseBody().flush();
          return; // closes the connection before the end
        }
        exchange.getResponseBody().write(content);
      }
    }
  }

  private void manifest(String id, String... entries) throws IOException {
    Files.writeString(
        folder.resolve("records").resolve(id + ".attachments.json"),
        "[" + String.join(",", entries) + "]");
  }

  private static String entry(String file, String url) {
    return "{\"file\": \"%s\", \"url\": \"%s\"}".formatted(file, url);
  }

  private List<AttachmentFetch.Fetched> fetch(Set<String> hosts, long size, boolean privately)
      throws Exception {
    FetchLimits limits = new FetchLimits(hosts, size, Duration.ofSeconds(20), false, privately);
    return new AttachmentFetch(folder, limits, Duration.ofMillis(5)).run();
  }

  private AttachmentFetch.Fetched fetchOne(String path) throws Exception {
    manifest("orti", entry("r.pdf", site + path));
    return fetch(Set.of("localhost"), 1 << 20, true).getFirst();
  }

  private Path file() {
    return folder.resolve("attachments/orti/r.pdf");
  }

  @Test
  void a_file_is_fetched_once_and_again_only_when_it_has_changed() throws Exception {
    assertThat(fetchOne("/a.pdf").state()).isEqualTo(FetchState.FETCHED);
    assertThat(file()).hasBinaryContent(REPORT);
    assertThat(fetchOne("/a.pdf").state()).isEqualTo(FetchState.UNCHANGED);
    assertThat(asked.getLast()).startsWith("/a.pdf if not ");

    content = bytes("%PDF-1.7 another");
    assertThat(fetchOne("/a.pdf").state()).isEqualTo(FetchState.FETCHED);
    assertThat(file()).hasBinaryContent(content);
    assertThat(folder.resolve("attachments/.fetch.json"))
        .content()
        .contains("orti/r.pdf", "fetched");
  }

  @Test
  void a_torn_file_is_continued_where_it_broke_off() throws Exception {
    trouble.set(1);

    assertThat(fetchOne("/torn.pdf").state()).isEqualTo(FetchState.FETCHED);
    assertThat(file()).hasBinaryContent(REPORT);
    assertThat(asked).hasSize(2);
    assertThat(asked.getLast()).contains("bytes=");
    assertThat(folder.resolve("attachments/orti")).isDirectoryNotContaining("glob:**.part*");
  }

  @Test
  void a_busy_server_is_asked_again_and_one_that_stays_busy_fails() throws Exception {
    trouble.set(2);
    assertThat(fetchOne("/busy.pdf").state()).isEqualTo(FetchState.FETCHED);
    assertThat(asked).hasSize(3);

    Files.delete(file());
    trouble.set(100);
    AttachmentFetch.Fetched failed = fetchOne("/busy.pdf");
    assertThat(failed.state()).isEqualTo(FetchState.FAILED);
    assertThat(failed.reason()).isEqualTo("status 503");
    trouble.set(0);
    assertThat(fetchOne("/busy.pdf").state()).isEqualTo(FetchState.FETCHED);
  }

  @Test
  void what_is_gone_too_large_or_a_page_to_log_in_is_not_kept() throws Exception {
    assertThat(fetchOne("/gone.pdf").state()).isEqualTo(FetchState.GONE);
    AttachmentFetch.Fetched page = fetchOne("/login.pdf");
    assertThat(page.state()).isEqualTo(FetchState.REFUSED);
    assertThat(page.reason()).contains("a web page came");
    manifest("orti", entry("r.pdf", site + "/a.pdf"));
    AttachmentFetch.Fetched large = fetch(Set.of("localhost"), 1_000, true).getFirst();
    assertThat(large.state()).isEqualTo(FetchState.REFUSED);
    assertThat(large.reason()).contains("larger than");
    assertThat(file()).doesNotExist();
  }

  @Test
  void neither_this_machine_nor_its_network_is_asked() throws Exception {
    List<String> inside =
        List.of(
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "[::1]",
            "[fd00::1]",
            "[fe80::1]",
            "[::ffff:127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "0.0.0.0",
            "localhost");
    List<String> entries = new ArrayList<>();
    for (String host : inside) {
      entries.add(
          entry(
              "f" + entries.size() + ".pdf",
              "http://" + host + ":" + server.getAddress().getPort() + "/a.pdf"));
    }
    entries.add(entry("file.pdf", "file:///etc/hostname"));
    manifest("orti", entries.toArray(String[]::new));
    Set<String> hosts = new java.util.HashSet<>(inside);

    assertThat(fetch(hosts, 1 << 20, false))
        .hasSize(inside.size() + 1)
        .allSatisfy(each -> assertThat(each.state()).as(each.url()).isEqualTo(FetchState.REFUSED));
    assertThat(asked).isEmpty();
  }

  @Test
  void redirects_are_followed_only_to_hosts_that_are_allowed() throws Exception {
    assertThat(fetchOne("/to/a.pdf").state()).isEqualTo(FetchState.FETCHED);
    AttachmentFetch.Fetched away = fetchOne("/to/away");
    assertThat(away.state()).isEqualTo(FetchState.REFUSED);
    assertThat(away.reason()).contains("169.254.169.254 is not allowed");
    AttachmentFetch.Fetched loop = fetchOne("/to/to/to/to/to/to/to/a.pdf");
    assertThat(loop.reason()).contains("redirected more than 5 times");
    manifest("orti", entry("x.pdf", site + "/a.pdf"));
    assertThat(fetch(Set.of("example.org"), 1 << 20, true).getFirst().reason())
        .contains("localhost is not allowed: name it with --hosts");
  }

  @Test
  void a_host_is_asked_for_two_files_at_a_time() throws Exception {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      entries.add(entry("f" + i + ".pdf", site + "/" + i + ".pdf"));
    }
    manifest("orti", entries.toArray(String[]::new));

    assertThat(fetch(Set.of("localhost"), 1 << 20, true))
        .hasSize(30)
        .allSatisfy(each -> assertThat(each.state()).isEqualTo(FetchState.FETCHED));
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void a_file_that_somebody_put_there_stays() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "by hand");

    assertThat(fetchOne("/a.pdf").state()).isEqualTo(FetchState.KEPT);
    assertThat(file()).hasContent("by hand");
    manifest("orti", entry("../../escaped.pdf", site + "/a.pdf"));
    assertThat(fetch(Set.of("localhost"), 1 << 20, true)).isEmpty();
    assertThat(asked).isEmpty();
  }
}
