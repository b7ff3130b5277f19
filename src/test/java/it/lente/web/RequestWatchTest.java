package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.search.Search;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestWatchTest {

  private static final Logger LOG = Logger.getLogger(RequestWatch.class.getName());

  private final List<String> lines = new CopyOnWriteArrayList<>();

  private final Handler sink =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          lines.add(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void givenALog() {
    LOG.setLevel(Level.INFO);
    LOG.addHandler(sink);
  }

  @AfterEach
  void endTheLog() {
    LOG.removeHandler(sink);
  }

  @Test
  void an_answer_has_an_id_and_an_error_shows_it_to_programs_and_people() throws Exception {
    try (LenteServer server = serving(LogSettings.NONE)) {
      String first = id(get(server, "/"));
      assertThat(first).matches("[0-9a-f]{16}").isNotEqualTo(id(get(server, "/")));

      HttpResponse<String> refused = get(server, "/api/v1/processes?colour=red");
      assertThat(refused.body()).contains("\"request\":\"" + id(refused) + "\"");
      HttpResponse<String> page = get(server, "/processes/nowhere");
      assertThat(page.body()).contains("<code>" + id(page) + "</code>");
    }
    assertThat(lines).isEmpty();
  }

  @Test
  void a_request_is_logged_with_its_question_only_where_that_is_asked_for() throws Exception {
    try (LenteServer server = serving(new LogSettings(true, 0))) {
      HttpResponse<String> answer = get(server, "/api/v1/processes?q=segreto");
      assertThat(logged())
          .startsWith("INFO Request ")
          .contains("request=" + id(answer), "route=/api/v1/processes", "status=200", "method=GET")
          .contains("address=/api/v1/processes?q=segreto", "client=127.0.0.1");
    }
  }

  @Test
  void a_slow_request_is_logged_without_its_question_and_its_client() throws Exception {
    try (LenteServer server = serving(new LogSettings(false, 1))) {
      // The first answer of a server that has just started takes longer than a millisecond.
      get(server, "/?q=segreto");
      assertThat(logged())
          .startsWith("WARNING Slow request ")
          .contains("route=/,", "status=200", "millis=")
          .doesNotContain("segreto", "127.0.0.1");
    }
  }

  private String logged() throws InterruptedException {
    // A line is written after the answer.
    for (int i = 0; i < 1_000 && lines.isEmpty(); i++) {
      Thread.sleep(10);
    }
    return lines.getFirst();
  }

  private static LenteServer serving(LogSettings logs) {
    return LenteServer.start(
        new Search(new FixedEngine()),
        new WebSettings(0, Path.of("no-attachments")),
        () -> IndexingState.NONE,
        logs);
  }

  private static HttpResponse<String> get(LenteServer server, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue(RequestWatch.ID).orElseThrow();
  }
}
