package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.SearchEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many requests are let in, over real ports. */
class ConcurrencyLimitTest {

  private static final int CONCURRENCY = 2;
  private static final int WAITING = 8 * CONCURRENCY;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Semaphore searching = new Semaphore(0);
  private final CountDownLatch released = new CountDownLatch(1);

  /** Answers when it is released. */
  private SearchEngine held() {
    FixedEngine engine = new FixedEngine();
    return (SearchEngine)
        Proxy.newProxyInstance(
            SearchEngine.class.getClassLoader(),
            new Class<?>[] {SearchEngine.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("search")) {
                searching.release();
                released.await(60, TimeUnit.SECONDS);
              }
              try {
                return method.invoke(engine, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private CompletableFuture<HttpResponse<String>> ask(Site site) {
    URI address = URI.create(site.home() + "/api/v1/processes?q=acqua");
    return client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void who_comes_when_enough_wait_is_refused_at_once_and_the_others_are_answered()
      throws InterruptedException {
    WebSettings settings =
        new WebSettings(
            WebSettings.LOOPBACK,
            0,
            Proxies.NONE,
            Path.of("no-attachments"),
            Brand.NONE,
            new RequestLimits(CONCURRENCY, 1));
    try (Site site = new Site(settings, held())) {
      List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
      for (int i = 0; i < CONCURRENCY + WAITING + 40; i++) {
        all.add(ask(site));
      }
      assertThat(searching.tryAcquire(CONCURRENCY, 60, TimeUnit.SECONDS)).isTrue();
      List<CompletableFuture<HttpResponse<String>>> refused = new ArrayList<>();
      while (refused.size() < 40) {
        refused = all.stream().filter(CompletableFuture::isDone).toList();
        Thread.sleep(10);
      }
      refused.forEach(answer -> assertBusy(answer.join()));
      assertThat(searching.availablePermits()).isZero();

      HttpResponse<String> page = site.get("/?q=acqua&lang=en");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Refresh")).isPresent();
      assertThat(page.body()).contains("<h1>There is too much to do</h1>");
      assertThat(site.get("/?q=acqua").body()).contains("<h1>C’è troppo da fare</h1>");

      assertThat(site.get("/health").statusCode()).isEqualTo(200);
      assertThat(site.get("/favicon.ico").statusCode()).isEqualTo(200);
      released.countDown();
      long answered = all.stream().filter(each -> each.join().statusCode() == 200).count();
      assertThat(answered).isBetween((long) CONCURRENCY, (long) CONCURRENCY + WAITING);
      assertThat(site.get("/api/v1/processes").statusCode()).isEqualTo(200);
    }
  }

  private static void assertBusy(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.get("type").asString()).isEqualTo("/problems/busy");
  }

  /** A server that takes the client's address from a header. */
  private Server served(ClientRateLimit rate) throws Exception {
    Server server = new Server(0);
    server.setErrorHandler(new UnreadRequests(""));
    rate.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            Content.Sink.write(response, true, "answered", callback);
            return true;
          }
        });
    server.setHandler(rate);
    server.start();
    return server;
  }

  private static InetAddress claimed(Request request) {
    try {
      return InetAddress.getByName(request.getHeaders().get("X-Test-Address"));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private HttpResponse<String> ask(Server server, String path, String address) throws Exception {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("X-Test-Address", address)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private int answered(Server server, String path, String address, int requests) throws Exception {
    int answered = 0;
    for (int i = 0; i < requests; i++) {
      answered += ask(server, path, address).statusCode() == 200 ? 1 : 0;
    }
    return answered;
  }

  @Test
  void one_client_may_ask_so_often_and_then_has_to_wait() throws Exception {
    Server server = served(new ClientRateLimit(1, ConcurrencyLimitTest::claimed));
    try {
      assertThat(answered(server, "/", "192.0.2.7", 100)).isBetween(4, 99);
      HttpResponse<String> refused = ask(server, "/api/v1/processes", "192.0.2.7");
      while (refused.statusCode() == 200) {
        refused = ask(server, "/api/v1/processes", "192.0.2.7");
      }
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.body()).contains("/problems/too-many-requests");
      assertThat(answered(server, "/", "192.0.2.8", 4)).isEqualTo(4);
      assertThat(answered(server, "/health", "192.0.2.7", 20)).isEqualTo(20);
      assertThat(answered(server, "/assets/1/lente.css", "192.0.2.7", 20)).isEqualTo(20);
      assertThat(answered(server, "/", "127.0.0.1", 20)).isEqualTo(20);
      assertThat(answered(server, "/", "::1", 20)).isEqualTo(20);
    } finally {
      server.stop();
    }
  }

  @Test
  void a_network_of_ipv6_is_one_client() throws Exception {
    Server server = served(new ClientRateLimit(1, ConcurrencyLimitTest::claimed));
    try {
      int answered = 0;
      for (int i = 0; i < 100; i++) {
        answered += answered(server, "/", "2001:db8:1:2:3:4:5:" + Integer.toHexString(i), 1);
      }
      assertThat(answered).isLessThan(100);
      assertThat(answered(server, "/", "2001:db8:1:3::1", 1)).isEqualTo(1);
    } finally {
      server.stop();
    }
  }

  @Test
  void a_million_clients_take_no_more_memory_than_ten_thousand() throws Exception {
    ClientRateLimit rate = new ClientRateLimit(1, ConcurrencyLimitTest::claimed);
    Server server = served(rate);
    try {
      for (int i = 0; i < 1_000_000; i++) {
        byte[] bytes = {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i};
        rate.bucket(InetAddress.getByAddress(bytes));
      }
      assertThat(rate.clients()).isEqualTo(10_000);
      assertThat(answered(server, "/", "192.0.2.9", 1)).isEqualTo(1);
    } finally {
      server.stop();
    }
  }
}
