package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole results that are larger than the heap of the server that sends them. */
class ExportSizeIT {

  private static final int RECORDS = 5_000;
  private static final int PROCESSES = RECORDS + IndexedFolder.PROCESSES;
  private static final int PAGES = 3_000;
  private static final String HEAP = "-Xmx40m";
  private static final long HEAP_BYTES = 40L << 20;

  @TempDir static Path folder;

  private static final HttpClient client = HttpClient.newHttpClient();
  private static IndexedFolder collection;
  private static Process server;
  private static String api;

  @BeforeAll
  static void givenAServerWithASmallHeap() throws Exception {
    collection = new IndexedFolder(folder);
    // Much to send, and few words to index.
    String text = "Una siepe. " + "— ".repeat(3_000);
    try (BufferedWriter lines = Files.newBufferedWriter(collection.records.resolve("a.jsonl"))) {
      for (int i = 0; i < RECORDS; i++) {
        lines.write(
            "{\"id\":\"a-%1$d\",\"title\":\"Orti %1$d\",\"objectives\":\"%2$s\"}%n"
                .formatted(i, text));
      }
    }
    Files.writeString(
        collection.attachments.resolve("orto-0/pagine.txt"), "Le vanghe.\n\f".repeat(PAGES));
    IndexedFolder.Ended index = collection.call("index");
    assertThat(index.code()).as(index.said()).isZero();
    collection.heap = HEAP;
    server = collection.start("serve", "--port=0", "--no-index", "--rate=0");
    api = IndexedFolder.addressOf(server) + "api/v1/";
    Thread.ofPlatform().daemon().start(() -> server.inputReader().lines().forEach(each -> {}));
  }

  @AfterAll
  static void end() {
    server.destroyForcibly();
  }

  private static BufferedReader get(String address) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static void thenTheServerAnswers() throws Exception {
    assertThat(server.isAlive()).isTrue();
    try (BufferedReader answer = get(api + "processes?q=siepe&size=1")) {
      assertThat(JsonMapper.shared().readTree(answer).at("/total").asInt()).isEqualTo(RECORDS);
    }
  }

  @Test
  void every_row_of_a_csv_arrives() throws Exception {
    Set<String> ids = new HashSet<>();
    long size = 0;
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(get(api + "processes?format=csv"))) {
      for (CsvRecord row : rows) {
        ids.add(row.getField(0));
        size += String.join(",", row.getFields()).getBytes(StandardCharsets.UTF_8).length;
      }
    }
    assertThat(ids).hasSize(PROCESSES + 1).contains("id", "a-0", "orto-0", "a-4999");
    assertThat(size).isGreaterThan(HEAP_BYTES);
    thenTheServerAnswers();
  }

  @Test
  void every_line_of_json_arrives() throws Exception {
    Set<String> ids = new HashSet<>();
    long size = 0;
    try (BufferedReader lines = get(api + "processes?format=jsonl&q=orti+OR+orto")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ids.add(JsonMapper.shared().readTree(line).get("id").asString());
        size += line.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    assertThat(ids).hasSize(PROCESSES);
    assertThat(size).isGreaterThan(HEAP_BYTES);
    thenTheServerAnswers();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ris:ER  - ", "bibtex:}"})
  void every_reference_arrives(String format) throws Exception {
    String[] parts = format.split(":", 2);
    try (Stream<String> lines = get(api + "processes?format=" + parts[0]).lines()) {
      assertThat(lines.filter(line -> line.startsWith(parts[1])).count()).isEqualTo(PROCESSES);
    }
    thenTheServerAnswers();
  }

  @Test
  void every_entry_of_a_feed_arrives_page_by_page() throws Exception {
    Set<String> entries = new HashSet<>();
    String next = api + "processes?format=atom&size=100";
    while (next != null) {
      try (BufferedReader page = get(next)) {
        SyndFeed feed = new SyndFeedInput().build(page);
        feed.getEntries().stream().map(SyndEntry::getUri).forEach(entries::add);
        next =
            feed.getLinks().stream()
                .filter(link -> Objects.equals(link.getRel(), "next"))
                .map(SyndLink::getHref)
                .findFirst()
                .orElse(null);
      }
    }
    assertThat(entries).hasSize(PROCESSES);
    thenTheServerAnswers();
  }

  @Test
  void every_page_that_answers_arrives() throws Exception {
    Set<String> pages = new TreeSet<>();
    try (BufferedReader lines = get(api + "hits?format=jsonl&q=vanghe")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode page = JsonMapper.shared().readTree(line);
        pages.add(page.get("address").asString());
      }
    }
    assertThat(pages).hasSize(PAGES + IndexedFolder.PROCESSES);
    thenTheServerAnswers();
  }
}
