package it.lente.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A proxy that sends each request to the next of several servers. As usual with such proxies, a
 * request that a server cannot take, or answers with 503, is sent to the next one.
 */
final class Balancer implements AutoCloseable {

  private static final int UNAVAILABLE = 503;
  private static final int BAD_GATEWAY = 502;
  private static final List<String> HEADERS = List.of("ETag", "Content-Type", "Retry-After");

  private final List<String> servers = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer proxy;

  Balancer() throws IOException {
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.setExecutor(threads);
    proxy.createContext("/", this::answer);
    proxy.start();
  }

  void add(String address) {
    servers.add(address);
  }

  void remove(String address) {
    servers.remove(address);
  }

  String address() {
    return "http://127.0.0.1:" + proxy.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      for (String server : inTurn()) {
        HttpResponse<byte[]> answer = ask(server, exchange);
        if (answer != null && answer.statusCode() != UNAVAILABLE) {
          for (String header : HEADERS) {
            answer
                .headers()
                .firstValue(header)
                .ifPresent(value -> exchange.getResponseHeaders().add(header, value));
          }
          exchange.sendResponseHeaders(
              answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
          exchange.getResponseBody().write(answer.body());
          return;
        }
      }
      exchange.sendResponseHeaders(BAD_GATEWAY, -1);
    }
  }

  private List<String> inTurn() {
    List<String> all = List.copyOf(servers);
    int first = Math.floorMod(turn.getAndIncrement(), all.size());
    return IntStream.range(0, all.size())
        .mapToObj(step -> all.get((first + step) % all.size()))
        .toList();
  }

  /** Returns null if the server does not answer. */
  private HttpResponse<byte[]> ask(String server, HttpExchange exchange) {
    URI uri = URI.create(server).resolve(exchange.getRequestURI().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("X-Forwarded-Proto", "http")
            .header("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"))
            .header("X-Forwarded-For", exchange.getRemoteAddress().getAddress().getHostAddress());
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (known != null) {
      request.header("If-None-Match", known);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException gone) {
      return null;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  @Override
  public void close() {
    proxy.stop(0);
    threads.shutdownNow();
  }
}
