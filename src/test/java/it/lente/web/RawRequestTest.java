package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no library would send, byte for byte, and what of them reaches the log. */
class RawRequestTest {

  private static final String REST = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

  @AutoClose private static final Site site = new Site();

  private final List<Throwable> thrown = new ArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          if (logged.getThrown() != null) {
            thrown.add(logged.getThrown());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(log);
  }

  @AfterEach
  void nothing_was_thrown() {
    Logger.getLogger("").removeHandler(log);
    assertThat(thrown).isEmpty();
  }

  /** The bytes of the text are its ISO 8859-1 ones, so that a test can write any byte. */
  private static String answer(String request) throws IOException {
    try (Socket socket = new Socket("localhost", site.port())) {
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      } catch (SocketException refused) {
        // The server has answered and closed before it was told all.
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void no_address_makes_a_link_to_another_site() throws IOException {
    for (String address :
        List.of("//evil.example/", "///evil.example/", "//?yearFrom=1&yearTo=2")) {
      assertThat(answer("GET " + address + REST))
          .doesNotContain("\"//", "ocation: //", "\"http://evil");
    }
  }

  private static void requireProtected(String answer) {
    String heads = answer.split("\r\n\r\n")[0].toLowerCase(Locale.ROOT);
    for (String name : ResponseHeaders.SECURITY.keySet()) {
      assertThat(heads).contains("\n" + name.toLowerCase(Locale.ROOT) + ":");
    }
    assertThat(heads).doesNotContain("jetty", "javalin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/processes?q=%zz",
        "/api/v1/processes?q=%",
        "/api/v1/processes?q=%4",
        "/api/v1/processes?q=citt%E0",
        "/api/v1/processes?q=%C3%28",
        "/api/v1/processes?q=citt\u00e0",
        "/api/v1/processes?%zz=1",
        "/?q=%zz",
        "/?q=citt%E0",
        "/?q=%u0041",
        "/facets/place?contains=%E0",
        "/coverage?state=%",
        "/robots.txt?%",
        "/assets/x/lente.css?%zz",
        "/processes/%zz",
        "/processes/%u0041",
        "/processes/%f",
        "/processes/citt%E0",
        "/api/v1/processes/%zz",
        "/api/v1/processes/a%C3%28",
        "/attachments/a/%zz.pdf",
        "/attachments/a/%ff.pdf",
        "/nowhere/%"
      })
  void an_address_that_cannot_be_read_is_a_400(String address) throws IOException {
    String answer = answer("GET " + address + REST);
    assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("Exception");
    requireProtected(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"citt%C3%A0", "citt\u00c3\u00a0", "100%25", "a+b", "%EF%BF%BD", "%F0%9F%8C%B3"})
  void what_can_be_read_is(String question) throws IOException {
    assertThat(answer("GET /api/v1/processes?q=" + question + REST)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /|505|version-not-supported",
        "GET / HTTP/9.9|505|version-not-supported",
        "GET / HTTP/1.1|400|bad-request",
        "G@T / HTTP/1.1|400|bad-request",
        "nonsense|400|bad-request",
      })
  void what_is_no_request_is_told_what_is_wrong(String line, int status, String problem)
      throws IOException {
    String answer = answer(line + "\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("/problems/" + problem, "\"status\":" + status);
    requireProtected(answer);
  }

  @Test
  void what_is_too_large_is_told_which_part() throws IOException {
    String address = answer("GET /?q=" + "a".repeat(40_000) + REST);
    assertThat(address).startsWith("HTTP/1.1 414 ").contains("/problems/too-long");
    requireProtected(address);
    String headers = answer("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n");
    assertThat(headers)
        .startsWith("HTTP/1.1 431 ")
        .contains("/problems/headers-too-large", "\"status\":431");
    requireProtected(headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\nConnection: close\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\nConnection: close\r\n\r\n",
      })
  void whoever_answers_protects_the_reader(String request) throws IOException {
    String head = head(request);
    assertThat(head).matches("(?s)HTTP/1.1 4\\d\\d .*");
    requireProtected(head);
  }

  /** Only the head: some connections stay open afterwards. */
  private static String head(String request) throws IOException {
    try (Socket socket = new Socket("localhost", site.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = socket.getInputStream().read();
        assertThat(next).as(head.toString()).isNotNegative();
        head.append((char) next);
      }
      return head.toString();
    }
  }
}
