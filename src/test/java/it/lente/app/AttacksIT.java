package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends each line of {@code attacks.tsv} as bytes through a socket to a server over the {@link
 * HostileCollection}. None is answered by a 5xx that it does not name, whatever is answered shows
 * nothing of the machine and nothing that a browser or a spreadsheet would run, and at the end the
 * server answers an ordinary question as at the beginning.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AttacksIT {

  private static final String ORDINARY = "GET /api/v1/processes?q=bilancio";

  /** Of the program and of the machine. */
  private static final List<String> INSIDES =
      List.of("Exception", "\tat ", "org.eclipse", "it.lente.", "io.javalin", "jakarta.", "/tmp/");

  /** What a browser would run, or would go to, if a text became part of a page. */
  private static final String RUN =
      "[data-attack], script:not([src]):not([type=application/ld+json]), iframe, object, embed,"
          + " base, [onerror], [onload], [onmouseover], [href^=javascript:], [src^=javascript:],"
          + " [action^=javascript:], meta[http-equiv=refresh]";

  @TempDir private static Path home;
  private ServedCollection served;
  private RawClient client;
  private String before;
  private final Map<String, String> names = new HashMap<>();

  /**
   * A line of the list.
   *
   * @param line its number, from 1
   */
  record Attack(
      int line, String kind, List<String> status, String request, String holds, String lacks) {

    static Attack of(int line, String text) {
      String[] cells = Arrays.copyOf(text.split("\t", -1), 5);
      return new Attack(
          line,
          cells[0],
          List.of(cells[1].split("\\|")),
          cells[2],
          cells[3] == null ? "" : cells[3],
          cells[4] == null ? "" : cells[4]);
    }

    @Override
    public String toString() {
      return "line %d, %s: %.120s".formatted(line, kind, request);
    }
  }

  static Stream<Attack> attacks() throws IOException {
    try (var list = AttacksIT.class.getResourceAsStream("attacks.tsv")) {
      List<String> lines = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      List<Attack> attacks = new ArrayList<>();
      for (int number = 1; number <= lines.size(); number++) {
        if (!lines.get(number - 1).startsWith("#")) {
          attacks.add(Attack.of(number, lines.get(number - 1)));
        }
      }
      return attacks.stream();
    }
  }

  @BeforeAll
  void serve() throws IOException {
    HostileCollection.write(home);
    served = ServedCollection.of(home);
    client = new RawClient(URI.create(served.address()).getPort());
    before = processes(client.send(ORDINARY));
    assertThat(before).contains("Il bilancio di tutti");
    nameAttachments();
  }

  private void nameAttachments() {
    String record = client.send("GET /api/v1/processes/" + HostileCollection.HOSTILE).body();
    for (JsonNode attachment : JsonMapper.shared().readTree(record).get("attachments")) {
      String id = attachment.get("id").asString();
      String file = attachment.get("file").asString();
      name("@ostile@", "relazione.txt", file, id);
      name("@file:virgolette@", "\"; filename=\"evil.html", file, original(file));
      name("@file:riga@", "a\r\nX-Injected: 1.txt", file, original(file));
      name("@file:uguale@", "=1+1,\"x\".csv", file, original(file));
      name("@file:bidi@", "\u202efdp.txt", file, original(file));
      name("@file:script@", "<script data-attack>alert(1)<\u2044script>.txt", file, original(file));
    }
  }

  private void name(String placeholder, String wanted, String file, String value) {
    if (file.equals(wanted)) {
      names.put(placeholder, value);
    }
  }

  private static String original(String file) {
    return "/attachments/ostile/"
        + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String processes(RawClient.Answer answer) {
    return JsonMapper.shared().readTree(answer.body()).get("processes").toString();
  }

  @AfterAll
  void still_answers_an_ordinary_question() {
    try (ServedCollection until = served) {
      assertThat(until.address()).isNotEmpty();
      assertThat(processes(client.send(ORDINARY))).isEqualTo(before);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void is_answered_as_the_list_says(Attack attack) throws IOException {
    String request = attack.request();
    for (Map.Entry<String, String> name : names.entrySet()) {
      request = request.replace(name.getKey(), name.getValue());
    }
    assertThat(request).doesNotContainPattern("@[a-z:]+@");
    RawClient.Answer answer = client.send(request);
    assertThat(attack.status()).as(answer.start()).contains(answer.status());
    assertThat(answer.finals()).as("answers to one request").isLessThanOrEqualTo(1);
    assertThat(answer.head() + answer.body()).contains(attack.holds());
    if (!attack.lacks().isEmpty()) {
      assertThat(answer.head() + answer.body()).doesNotContain(attack.lacks());
    }
    showsNothingOfTheMachine(answer);
    runsNothing(answer);
  }

  /** A question that names the inside of programs may be repeated; an address of ours is none. */
  private void showsNothingOfTheMachine(RawClient.Answer answer) {
    String all = answer.head() + answer.body();
    if (!answer.type().contains("javascript")) {
      assertThat(all).doesNotContain(INSIDES);
    }
    assertThat(all).doesNotContain(home.toString(), HostileCollection.SECRET, "root:x:0:0");
    assertThat(answer.head().lines())
        .noneMatch(line -> line.matches("(?i)(x-injected|set-cookie|x-powered-by|server):.*"));
  }

  private static void runsNothing(RawClient.Answer answer) {
    if (answer.type().startsWith("text/html") && !answer.head().contains("sandbox")) {
      Document page = Jsoup.parse(answer.body());
      assertThat(page.select(RUN).outerHtml()).isEmpty();
      for (Element data : page.select("script[type=application/ld+json]")) {
        assertThat(data.data()).doesNotContain("</").doesNotContain("<!--");
        JsonMapper.shared().readTree(data.data());
      }
    } else if (answer.type().contains("json") && !answer.body().isEmpty()) {
      JsonMapper.shared().readTree(answer.body());
    } else if (answer.type().startsWith("text/csv")) {
      assertThat(answer.body()).doesNotContainPattern("(?m)(^|,)\"?[=+@\\-\t]");
    } else if (answer.type().contains("xml") && !answer.head().contains("sandbox")) {
      assertThat(answer.body()).doesNotContain("<!DOCTYPE", "<script", "data-attack>");
    }
  }

  @Test
  void nothing_of_the_collection_was_written_to() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("attachments").resolve("piano"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("relazione.txt", "collegamento.txt", "collegata");
    }
    assertThat(Files.readString(home.resolve("attachments").resolve("piano/relazione.txt")))
        .startsWith("Il bilancio è di tutti.");
  }
}
