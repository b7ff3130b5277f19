package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import it.lente.search.Question;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assistants, with the client of the protocol's own library, over both transports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssistantsIT {

  private static final McpJsonMapper JSON = new JacksonMcpJsonMapper(JsonMapper.shared());
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}\
      """;

  private static final int METHOD_NOT_FOUND = -32601;

  @TempDir static Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> started = new ArrayList<>();
  private IndexedFolder collection;
  private String address;

  enum Transport {
    STREAMS,
    HTTP
  }

  @BeforeAll
  void givenAServerForAssistants() throws Exception {
    collection = new IndexedFolder(folder);
    Files.writeString(
        collection.attachments.resolve("orto-3/relazione.txt"),
        "Gli orti comuni.\fLa compostiera finta, e un'altra compostiera.\n");
    assertThat(collection.call("index").code()).isZero();
    address = serve("--mcp");
  }

  private String serve(String... flags) throws IOException {
    List<String> command = new ArrayList<>(List.of("serve", "--port=0", "--no-index"));
    command.addAll(List.of(flags));
    Process server = collection.start(command.toArray(String[]::new));
    started.add(server);
    return IndexedFolder.addressOf(server);
  }

  @AfterAll
  void endWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  private McpSyncClient connect(Transport transport) {
    McpSyncClient assistant =
        McpClient.sync(transport(transport))
            .requestTimeout(Duration.ofSeconds(60))
            .initializationTimeout(Duration.ofSeconds(60))
            .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(""))
            .build();
    assistant.initialize();
    return assistant;
  }

  private McpClientTransport transport(Transport transport) {
    if (transport == Transport.HTTP) {
      return HttpClientStreamableHttpTransport.builder(address)
          .endpoint("/mcp?lang=en")
          .jsonMapper(JSON)
          .build();
    }
    return new StdioClientTransport(
        ServerParameters.builder(ProcessHandle.current().info().command().orElseThrow())
            .args(
                "-Dlente.home=" + collection.home,
                "-jar",
                IndexedFolder.JAR.toString(),
                "mcp",
                "--lang=en")
            .build(),
        JSON);
  }

  @ParameterizedTest
  @EnumSource
  void the_tools_only_read_and_describe_the_parameters_of_the_search(Transport transport) {
    try (McpSyncClient assistant = connect(transport)) {
      assertThat(assistant.getServerInfo().name()).isEqualTo("lente");
      assertThat(assistant.getServerInstructions()).contains("Cite", "warnings");
      List<Tool> tools = assistant.listTools().tools();
      assertThat(tools)
          .extracting(Tool::name)
          .containsExactlyInAnyOrder(
              "search_processes", "locate_in_reports", "read_page", "facets");
      assertThat(tools).allMatch(tool -> tool.annotations().readOnlyHint());
      Tool search =
          tools.stream().filter(tool -> tool.name().equals("search_processes")).findFirst().get();
      assertThat(search.description()).contains("Finds processes");
      JsonNode properties = JsonMapper.shared().valueToTree(search.inputSchema().get("properties"));
      assertThat(properties.propertyNames())
          .containsAll(Question.FILTERS)
          .contains("q", "scope", "sort", "size", "page", "cursor")
          .hasSize(Question.FILTERS.size() + 6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_assistant_goes_from_a_question_to_a_page_that_it_can_cite(Transport transport)
      throws Exception {
    try (McpSyncClient assistant = connect(transport)) {
      JsonNode list =
          call(assistant, "search_processes", Map.of("q", "della compostiera", "size", 5));
      assertThat(list.at("/total").asInt()).isOne();
      assertThat(list.at("/complete").asBoolean()).isTrue();
      assertThat(list.at("/warnings").toString()).contains("della");
      JsonNode found = list.at("/processes/0/attachments/0");
      String process = list.at("/processes/0/id").asString();
      String attachment = found.at("/id").asString();
      assertThat(found.at("/pageNumbers").toString()).isEqualTo("[2]");
      thenMarked(found.at("/passages/0/address").asString());

      JsonNode places =
          call(
              assistant,
              "locate_in_reports",
              Map.of("process", process, "attachment", attachment, "q", "compostiera"));
      assertThat(places.at("/occurrences").asInt()).isEqualTo(2);
      assertThat(places.at("/places/0/passages/0/marks").size()).isEqualTo(2);
      thenMarked(places.at("/places/0/address").asString());
      JsonNode everywhere =
          call(assistant, "locate_in_reports", Map.of("process", process, "q", "compostiera"));
      assertThat(everywhere.at("/attachments/0/occurrences").asInt()).isEqualTo(2);

      JsonNode page =
          call(
              assistant,
              "read_page",
              Map.of("process", process, "attachment", attachment, "page", 2));
      assertThat(page.at("/text").asString()).startsWith("La compostiera finta");
      assertThat(page.at("/address").asString()).contains("/pages/2");

      JsonNode facet = call(assistant, "facets", Map.of("facet", "fileType", "q", "compostiera"));
      assertThat(facet.at("/values/0").toString())
          .contains("\"value\":\"txt\"", "\"count\":1", "\"label\":");
    }
  }

  /** The page is as the server shows it, from which the address of streams may be elsewhere. */
  private void thenMarked(String cited) throws Exception {
    URI uri = URI.create(cited);
    HttpResponse<String> shown =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(address).resolve(uri.getRawPath() + "?" + uri.getRawQuery()))
                .build(),
            BodyHandlers.ofString());
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("<mark id=\"" + uri.getFragment() + "\"");
  }

  @ParameterizedTest
  @EnumSource
  void what_cannot_be_asked_is_an_error_that_says_why(Transport transport) {
    try (McpSyncClient assistant = connect(transport)) {
      assertThat(refused(assistant, "search_processes", Map.of("colour", "red")))
          .contains("no parameter “colour”");
      assertThat(refused(assistant, "search_processes", Map.of("size", 1000))).contains("“size”");
      assertThat(refused(assistant, "locate_in_reports", Map.of("process", "orto-3")))
          .contains("“q” is missing");
      assertThat(refused(assistant, "facets", Map.of("facet", "smell"))).contains("smell");
      assertThat(
              refused(assistant, "read_page", Map.of("process", "x", "attachment", "y", "page", 1)))
          .contains("There is no such process");
      assertThat(
              refused(
                  assistant,
                  "search_processes",
                  Map.of("place", IntStream.range(0, 101).boxed().toList())))
          .contains("100 values");
    }
  }

  private static JsonNode call(McpSyncClient assistant, String tool, Map<String, Object> given) {
    CallToolResult result =
        assistant.callTool(CallToolRequest.builder(tool).arguments(given).build());
    String text = ((TextContent) result.content().getFirst()).text();
    assertThat(result.isError()).as(text).isNotEqualTo(true);
    JsonNode answer = JsonMapper.shared().readTree(text);
    assertThat(JsonMapper.shared().<JsonNode>valueToTree(result.structuredContent()))
        .isEqualTo(answer);
    return answer;
  }

  private static String refused(McpSyncClient assistant, String tool, Map<String, Object> given) {
    CallToolResult result =
        assistant.callTool(CallToolRequest.builder(tool).arguments(given).build());
    assertThat(result.isError()).isTrue();
    return ((TextContent) result.content().getFirst()).text();
  }

  @Test
  void the_standard_output_carries_an_answer_to_each_question_before_the_input_ends()
      throws Exception {
    Process command = collection.start("mcp");
    started.add(command);
    try (BufferedWriter input = command.outputWriter(StandardCharsets.UTF_8)) {
      input.write(INITIALIZE + "\n");
      input.write("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n");
      input.write("no message\n");
      input.write("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"files/read\"}\n");
      input.write(
          "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":"
              + "\"search_processes\",\"arguments\":{\"q\":\"compostiera\"}}}\n");
    }
    // Both outputs of this process are one here; Java and Lucene warn on the error output.
    List<JsonNode> answers =
        IndexedFolder.await(command)
            .said()
            .lines()
            .filter(line -> line.startsWith("{"))
            .map(line -> JsonMapper.shared().readTree(line))
            .toList();
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).at("/result/serverInfo/name").asString()).isEqualTo("lente");
    assertThat(answers.get(1).at("/error/message").asString()).contains("no message");
    assertThat(answers.get(2).at("/error/code").asInt()).isEqualTo(METHOD_NOT_FOUND);
    assertThat(answers.get(3).at("/result/structuredContent/total").asInt()).isOne();
    assertThat(command.exitValue()).isZero();
  }

  @Test
  void only_this_site_and_programs_may_ask_and_only_by_post() throws Exception {
    assertThat(post(address, INITIALIZE).statusCode()).isEqualTo(200);
    assertThat(post(address, INITIALIZE, "Origin", address.replaceAll("/$", "")).statusCode())
        .isEqualTo(200);
    for (String origin : List.of("https://evil.example", "null", "http://localhost:1")) {
      HttpResponse<String> refused = post(address, INITIALIZE, "Origin", origin);
      assertThat(refused.statusCode()).as(origin).isEqualTo(403);
      assertThat(refused.body()).contains("/problems/forbidden");
    }
    HttpResponse<String> read =
        client.send(
            HttpRequest.newBuilder(URI.create(address + "mcp")).build(), BodyHandlers.ofString());
    assertThat(read.statusCode()).isEqualTo(405);
    assertThat(read.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void a_message_that_is_none_is_refused_and_says_nothing_of_the_machine() throws Exception {
    for (String message :
        List.of("", "{", "[]", "{\"jsonrpc\":\"2.0\",\"id\":1}", "{\"id\":1,\"method\":\"x\"}")) {
      HttpResponse<String> refused = post(address, message);
      assertThat(refused.statusCode()).as(message).isBetween(400, 499);
      assertThat(refused.body()).doesNotContain("io.modelcontext", "it.lente", "stackTrace");
    }
    HttpResponse<String> large = post(address, INITIALIZE + " ".repeat(200_000));
    assertThat(large.statusCode()).isEqualTo(413);
    HttpResponse<String> unknown =
        post(address, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"files/read\"}");
    assertThat(unknown.statusCode()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(unknown.body()).at("/error/code").asInt())
        .isEqualTo(METHOD_NOT_FOUND);
  }

  @Test
  void a_server_that_was_not_asked_to_serves_no_assistants() throws Exception {
    assertThat(post(serve(), INITIALIZE).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String server, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
