package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole collection as open data, over a real port. */
class OpenDataTest {

  @AutoClose private static final Site site = new Site();

  private static HttpResponse<byte[]> file(String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(site.home() + "/data/lente.jsonl.gz"));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  @Test
  void one_file_has_every_record_with_the_states_of_its_attachments() throws Exception {
    HttpResponse<byte[]> answer = file("Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    List<JsonNode> records =
        new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(new ByteArrayInputStream(answer.body())),
                    StandardCharsets.UTF_8))
            .lines()
            .map(JsonMapper.shared()::readTree)
            .toList();
    assertThat(records).hasSize(FixedCollection.entries().size());
    assertThat(records.getFirst().at("/attachments/1/state").asString()).isEqualTo("unsupported");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(file("If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void a_catalogue_of_open_data_finds_the_file() {
    JsonNode graph = site.json("/data/dcat.jsonld").get("@graph");
    assertThat(graph.valueStream().map(node -> node.at("/@type/1").asString()))
        .containsExactly(
            "dcatapit:Catalog", "dcatapit:Dataset", "dcatapit:Distribution", "dcatapit:Agent");
    assertThat(graph.at("/2/dcat:downloadURL/@id").asString())
        .isEqualTo(site.home() + "/data/lente.jsonl.gz");
    assertThat(graph.at("/1/dcat:distribution/@id")).isEqualTo(graph.at("/2/@id"));
    assertThat(graph.at("/0/dcat:dataset/@id")).isEqualTo(graph.at("/1/@id"));
    assertThat(graph.at("/1/dct:publisher/@id")).isEqualTo(graph.at("/3/@id"));
    assertThat(graph.at("/2").has("dct:license")).isFalse();
  }

  @Test
  void a_page_explains_both() {
    Document page = site.page("/data?lang=en");
    assertThat(page.select("h1").text()).isEqualTo("Open data");
    for (String link : page.select("main a").eachAttr("href")) {
      assertThat(site.send("HEAD", link).statusCode()).as(link).isEqualTo(200);
    }
    assertThat(page.select("main").text()).contains("names no licence");
    assertThat(site.page("/").select("footer a").eachAttr("href")).contains("/data");
  }

  @Test
  void the_first_page_describes_the_collection_as_a_data_set() {
    JsonNode data =
        JsonMapper.shared()
            .readTree(site.page("/").select("script[type=application/ld+json]").first().data());
    assertThat(data.get("@type").asString()).isEqualTo("Dataset");
    assertThat(data.at("/distribution/contentUrl").asString())
        .isEqualTo(site.home() + "/data/lente.jsonl.gz");
    assertThat(data.at("/includedInDataCatalog/@type").asString()).isEqualTo("DataCatalog");
  }
}
