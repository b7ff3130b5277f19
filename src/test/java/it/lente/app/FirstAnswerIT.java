package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a server from its first moment on: nothing that is loaded later changes an answer. */
class FirstAnswerIT {

  private static final List<String> QUESTIONS =
      List.of(
          "qualira",
          "\"la qualira\"",
          "mirtillo,prato",
          "prat* m*lo v?rde~2",
          "9/5/2017 15000,00",
          "TdN oppure tavolo di negoziazione",
          "che cosa si decide del prato verde di Forlì?");

  private static final int ASKED = 10;

  @TempDir Path home;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void the_first_answer_after_a_start_is_the_tenth_and_that_after_the_next_start()
      throws Exception {
    givenRecords();
    Map<String, String> first = new LinkedHashMap<>();
    try (ServedCollection served = ServedCollection.of(home)) {
      for (String question : QUESTIONS) {
        first.put(question, answer(served, question));
      }
      for (int asked = 2; asked <= ASKED; asked++) {
        for (String question : QUESTIONS) {
          assertThat(answer(served, question)).isEqualTo(first.get(question));
        }
      }
    }
    try (ServedCollection served = ServedCollection.of(home)) {
      for (String question : QUESTIONS.reversed()) {
        assertThat(answer(served, question)).isEqualTo(first.get(question));
      }
    }
    assertThat(first.get("qualira")).contains("qualira → qualità");
    assertThat(first.get("\"la qualira\"")).contains("\"q\":\"\\\"la qualità\\\"\"");
  }

  private void givenRecords() throws IOException {
    Files.createDirectories(home.resolve("attachments"));
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      records.append(
          """
          {"id":"p%d","title":"La qualità del prato %d","phases":"Il 9 maggio 2017 %d mirtilli, 15.000 € e un verde prato a Forlì. Il TdN decide."}
          """
              .formatted(i, i % 7, i));
    }
    Path folder = Files.createDirectories(home.resolve("records"));
    Files.writeString(folder.resolve("all.jsonl"), records);
  }

  /** Returns all of an answer but the time that it took. */
  private String answer(ServedCollection served, String question) throws Exception {
    String q = URLEncoder.encode(question, StandardCharsets.UTF_8);
    URI address = URI.create(served.address() + "/api/v1/processes?q=" + q);
    String body =
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    assertThat(body).contains("\"complete\":true");
    return body.replaceAll("\"tookMillis\":[0-9]+", "");
  }
}
