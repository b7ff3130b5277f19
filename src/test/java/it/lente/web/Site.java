package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.Deadline;
import it.lente.engine.SearchEngine;
import it.lente.search.Search;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real server on a free port over the fixed collection, and a client of it that looks at every
 * answer: JSON is as it is described, and no answer lacks a header that protects the reader or
 * names what is inside the machine.
 */
final class Site implements AutoCloseable {

  private static final Description DESCRIPTION = Description.shipped();

  /** A class of the program or of its libraries, or a line of a stack trace. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\b(?:java|jakarta|kotlin|io\\.javalin|org\\.eclipse|org\\.apache|it\\.lente)(?:\\.[a-z0-9]+)*"
              + "\\.[A-Z]\\w+|\\.java:\\d+|\\w(?:Exception|Error):");

  private final SearchEngine engine;
  private final HttpClient client = HttpClient.newHttpClient();
  private final LenteServer server;

  /** Without a single file. */
  Site() {
    this(Path.of("no-attachments"));
  }

  Site(Path attachments) {
    this(attachments, new FixedEngine());
  }

  Site(Path attachments, SearchEngine engine) {
    this(new WebSettings(0, attachments), engine);
  }

  Site(WebSettings settings, SearchEngine engine) {
    this(settings, engine, Deadline.NEVER);
  }

  private Site(WebSettings settings, SearchEngine engine, Deadline deadline) {
    this.engine = engine;
    server = LenteServer.start(new Search(engine, () -> deadline), settings);
  }

  /** One whose time is always over. */
  static Site withoutTime() {
    WebSettings settings = new WebSettings(0, Path.of("no-attachments"));
    return new Site(settings, new FixedEngine(), Deadline.NEVER.or(() -> true));
  }

  FixedEngine engine() {
    return (FixedEngine) engine;
  }

  int port() {
    return server.port();
  }

  /** The address of the first page as other sites write it, without the last slash. */
  String home() {
    return "http://localhost:" + port();
  }

  /** Asks with headers given as name, value, name, value … */
  HttpResponse<String> get(String address, String... headers) {
    return send("GET", address, headers);
  }

  HttpResponse<String> send(String method, String address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + address))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      requireDecent(method + " " + address, address, answer);
      return answer;
    } catch (IOException e) {
      throw new AssertionError(method + " " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void requireDecent(String request, String address, HttpResponse<String> answer) {
    ResponseHeaders.SECURITY
        .keySet()
        .forEach(name -> assertThat(answer.headers().firstValue(name)).as(request).isPresent());
    if (answer.headers().firstValue("Content-Encoding").isPresent()
        || address.startsWith("/assets/")) {
      return;
    }
    assertThat(DESCRIPTION.faults(address, answer)).as(request).isEmpty();
    assertThat(answer.body())
        .as(request)
        .doesNotContain(
            Path.of("").toAbsolutePath().toString(), System.getProperty("java.io.tmpdir") + "/")
        .doesNotContainPattern(INSIDE);
  }

  JsonNode json(String address, String... headers) {
    return JsonMapper.shared().readTree(get(address, headers).body());
  }

  Document page(String address, String... headers) {
    HttpResponse<String> answer = get(address, headers);
    return Jsoup.parse(answer.body(), "http://localhost:" + server.port() + address);
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }

  /** The names in an object, in their order. */
  static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }
}
