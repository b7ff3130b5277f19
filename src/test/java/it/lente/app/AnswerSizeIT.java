package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of many processes with many attachments, each page of which has the word. */
class AnswerSizeIT {

  private static final int PROCESSES = 100;
  private static final int ATTACHMENTS = 8;
  private static final int LARGEST_ANSWER = 2_000_000;

  @TempDir static Path home;

  private static final HttpClient client = HttpClient.newHttpClient();
  private static ServedCollection served;

  @BeforeAll
  static void givenManyAttachments() throws IOException {
    Files.createDirectories(home.resolve("records"));
    String page = "L'acqua della fonte, l'acqua del pozzo e ancora l'acqua: tutto è acqua.\n\f";
    for (int i = 0; i < PROCESSES; i++) {
      Files.writeString(
          home.resolve("records/acqua-" + i + ".json"),
          "{\"id\":\"acqua-%1$d\",\"title\":\"Le acque di Borgo Finto %1$d\"}".formatted(i));
      Path folder = Files.createDirectories(home.resolve("attachments/acqua-" + i));
      for (int j = 0; j < ATTACHMENTS; j++) {
        Files.writeString(folder.resolve("verbale-" + j + ".txt"), page.repeat(16));
      }
    }
    served = ServedCollection.of(home);
  }

  @AfterAll
  static void end() {
    served.close();
  }

  private static String get(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(served.address() + address)).build();
    String body = client.send(request, BodyHandlers.ofString()).body();
    assertThat(body.getBytes(StandardCharsets.UTF_8).length)
        .as(address.substring(0, Math.min(60, address.length())))
        .isLessThan(LARGEST_ANSWER);
    return body;
  }

  @Test
  void a_list_of_twenty_shows_all_their_attachments() throws Exception {
    Document page = Jsoup.parse(get("/?q=acqua"));
    assertThat(page.select(".attachment")).hasSize(20 * ATTACHMENTS);
    JsonNode first =
        JsonMapper.shared().readTree(get("/api/v1/processes?q=acqua")).at("/processes/0");
    assertThat(first.get("attachments").size()).isEqualTo(ATTACHMENTS);
    assertThat(first.has("moreAttachments")).isFalse();
  }

  @Test
  void a_list_of_a_hundred_says_how_many_attachments_it_leaves_out() throws Exception {
    Document page = Jsoup.parse(get("/?q=acqua&size=100"));
    assertThat(page.select(".card-result")).hasSize(PROCESSES);
    assertThat(page.select(".card-result .attachment").size())
        .isBetween(PROCESSES, PROCESSES * ATTACHMENTS - 1);
    assertThat(page.text()).contains("elencati nella pagina del processo");
  }

  @Test
  void no_answer_is_large_however_it_is_asked() throws Exception {
    for (String words : new String[] {"acqua", "acqua+".repeat(80), "acqua+OR+".repeat(3_000)}) {
      for (String list : new String[] {"/", "/api/v1/processes"}) {
        get(list + "?size=100&q=" + words);
        get(list + "?size=100&lang=en&status=&q=" + words);
      }
      get("/processes/acqua-7?q=" + words);
    }
  }
}
