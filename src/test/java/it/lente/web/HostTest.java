package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the server listens, and whose word on its name counts. */
class HostTest {

  private static final Path NO_FILES = Path.of("no-attachments");
  private static final List<String> ADDRESSES =
      List.of(
          "/",
          "/?q=biblioteca",
          "/?yearFrom=2019&yearTo=2020",
          "/processes/fiume",
          "/processes/nobody",
          "/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c",
          "/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/pages/7?q=sera",
          "/coverage",
          "/api",
          "/api/v1/processes",
          "/api/v1/facets/place?size=1",
          "/api/v1/openapi.json",
          "/robots.txt",
          "/sitemap.xml",
          "/sitemaps/1.xml",
          "/opensearch.xml",
          "/nowhere");

  @AutoClose private static final Site local = new Site();

  @AutoClose
  private static final Site behindProxy =
      new Site(
          new WebSettings(
              WebSettings.LOOPBACK, 0, Proxies.of(List.of("127.0.0.1")), NO_FILES, Brand.NONE),
          new FixedEngine());

  private static String ask(int port, String address, String host, String... headers)
      throws IOException {
    String request =
        "GET "
            + address
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nConnection: close\r\n"
            + String.join("", List.of(headers).stream().map(each -> each + "\r\n").toList())
            + "\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:7070",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "10.66.66.66"
      })
  void a_host_that_nobody_vouches_for_is_in_no_answer(String host) throws IOException {
    for (String address : ADDRESSES) {
      assertThat(
              ask(
                  local.port(),
                  address,
                  host,
                  "X-Forwarded-Host: evil.example",
                  "Forwarded: host=evil.example"))
          .as(address)
          .doesNotContain("evil", "10.66");
      assertThat(ask(local.port(), "http://evil.example" + address, "evil.example"))
          .as(address)
          .doesNotContain("evil");
    }
  }

  @Test
  void without_a_name_what_needs_none_is_relative_and_the_rest_is_left_out() throws IOException {
    String page = ask(local.port(), "/processes/fiume", "a.example");
    assertThat(page)
        .contains(
            "<link rel=\"canonical\" href=\"/processes/fiume\">",
            "\"@id\":\"/processes/fiume\"",
            "rel=\"bookmark\">/processes/fiume</a>")
        .doesNotContain("og:url", "opensearch.xml");
    assertThat(ask(local.port(), "/robots.txt", "a.example"))
        .contains("Disallow: /api/")
        .doesNotContain("Sitemap");
    for (String address : List.of("/sitemap.xml", "/sitemaps/1.xml", "/opensearch.xml")) {
      assertThat(ask(local.port(), address, "a.example", "Accept: application/json"))
          .startsWith("HTTP/1.1 404 ")
          .contains("set “address” in the brand file");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:7070", "127.0.0.1:1", "[::1]:7070"})
  void for_this_machine_alone_its_own_names_do(String host) throws IOException {
    assertThat(ask(local.port(), "/sitemap.xml", host))
        .contains("<loc>http://" + host + "/processes/fiume</loc>");
  }

  @Test
  void listening_for_others_too_no_name_does() throws IOException {
    WebSettings open = new WebSettings("0.0.0.0", 0, Proxies.NONE, NO_FILES, Brand.NONE);
    try (Site site = new Site(open, new FixedEngine())) {
      assertThat(ask(site.port(), "/sitemap.xml", "localhost")).startsWith("HTTP/1.1 404 ");
      assertThat(ask(site.port(), "/coverage", "localhost")).doesNotContain("localhost");
    }
  }

  @Test
  void the_address_of_the_brand_wins_over_all() throws IOException {
    Brand brand =
        new Brand(
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "https://a.example:8443",
            "",
            "",
            "");
    WebSettings settings =
        new WebSettings(
            WebSettings.LOOPBACK, 0, Proxies.of(List.of("127.0.0.0/8")), NO_FILES, brand);
    try (Site site = new Site(settings, new FixedEngine())) {
      assertThat(ask(site.port(), "/robots.txt", "localhost", "X-Forwarded-Host: b.example"))
          .contains("Sitemap: https://a.example:8443/sitemap.xml");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "a.example|https|https://a.example",
        "a.example:8080|http|http://a.example:8080",
        "a.example|ftp|http://a.example",
        "x.example, a.example|https|https://a.example",
        "[::1]|https|https://[::1]",
        "a.example/evil|https|-",
        "a\"onx=|https|-",
      })
  void a_proxy_that_is_named_says_how_we_are_called(String host, String scheme, String origin)
      throws IOException {
    String robots =
        ask(
            behindProxy.port(),
            "/robots.txt",
            "c.example",
            "X-Forwarded-Host: " + host,
            "X-Forwarded-Proto: " + scheme);
    assertThat(robots).startsWith("HTTP/1.1 200 ");
    if (origin == null) {
      assertThat(robots).doesNotContain("Sitemap", "evil");
    } else {
      assertThat(robots).contains("Sitemap: " + origin + "/sitemap.xml");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1, 10.0.0.0/8|203.0.113.7|203.0.113.7",
        "127.0.0.1, 10.0.0.0/8|198.51.100.1, 203.0.113.7, 10.1.2.3|203.0.113.7",
        "127.0.0.1, 10.0.0.0/8|10.9.9.9, 10.1.2.3|10.9.9.9",
        "127.0.0.1, 10.0.0.0/8|203.0.113.7:4711|203.0.113.7",
        "127.0.0.1|[2001:db8::7]:4711|[2001:db8:0:0:0:0:0:7]",
        "127.0.0.1|2001:db8::7|[2001:db8:0:0:0:0:0:7]",
        "127.0.0.1|198.51.100.1, unknown|127.0.0.1",
        "127.0.0.1|host.example|127.0.0.1",
        "127.0.0.1|::1::, \"a|127.0.0.1",
        "127.0.0.1|203.0.113.7, ::1::|127.0.0.1",
        "10.0.0.0/8|203.0.113.7|127.0.0.1",
      })
  void the_client_is_the_last_that_no_trusted_proxy_is(String proxies, String told, String client)
      throws IOException {
    Javalin server =
        Javalin.create(config -> {
          config.jetty.modifyHttpConfiguration(Proxies.of(List.of(proxies.split(", ")))::customize);
          config.routes.get("/", context -> context.result("client=" + context.ip() + ";"));
        });
    try {
      int port = server.start(WebSettings.LOOPBACK, 0).port();
      assertThat(ask(port, "/", "a", "X-Forwarded-For: " + told))
          .endsWith("client=" + client + ";");
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "proxy.example", "10.0.0.0/99", "10.0.0", "1.2.3.4.5", "::1::", "10.0.0.1/x"})
  void what_is_no_address_is_no_proxy(String text) {
    assertThatThrownBy(() -> Proxies.of(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void only_this_machine_can_ask_unless_others_are_let_in() throws IOException {
    Optional<InetAddress> other =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
            .findFirst();
    assumeTrue(other.isPresent(), "this machine has no other address");
    assertThatThrownBy(() -> new Socket(other.get(), local.port()).close())
        .isInstanceOf(ConnectException.class);
    WebSettings open = new WebSettings("0.0.0.0", 0, Proxies.NONE, NO_FILES, Brand.NONE);
    try (Site site = new Site(open, new FixedEngine())) {
      new Socket(other.get(), site.port()).close();
    }
  }
}
