package it.lente.mcp;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.OutOfTimeException;
import it.lente.messages.Messages;
import it.lente.search.InvalidParameterException;
import it.lente.search.RequestParameters;
import it.lente.search.Search;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.databind.json.JsonMapper;

/** Serves the tools. Keeps nothing of a client between its requests. */
public final class ToolServer {

  /** Maximum number of bytes of a message to this server. */
  private static final int LONGEST_MESSAGE = 100_000;

  private static final String SITE = "site";

  /** Logs an error for each malformed message, so any client could fill the disk. */
  private static final Logger TRANSPORTS =
      Logger.getLogger("io.modelcontextprotocol.server.transport");

  /** The library sends exceptions as errors; without this, with the names of its classes. */
  @JsonIgnoreProperties({"stackTrace", "cause", "suppressed", "localizedMessage"})
  private interface WithoutTrace {}

  private static final McpJsonMapper JSON =
      new JacksonMcpJsonMapper(
          JsonMapper.builder().addMixIn(Throwable.class, WithoutTrace.class).build());

  /** Checks nothing, because the questions check their parameters and say what is wrong. */
  private static final JsonSchemaValidator UNCHECKED =
      (schema, content) -> ValidationResponse.asValid("");

  private final Search search;
  private final String version;
  private final Map<String, HttpServlet> byLanguage = new ConcurrentHashMap<>();

  public ToolServer(Search search, String version) {
    this.search = search;
    this.version = version;
    TRANSPORTS.setLevel(Level.OFF);
  }

  /**
   * Answers one request, on the thread that calls.
   *
   * @param site the beginning of the addresses of pages in the answer
   */
  public void serve(
      HttpServletRequest request, HttpServletResponse response, String site, Messages messages)
      throws ServletException, IOException {
    request.setAttribute(SITE, site);
    byLanguage
        .computeIfAbsent(messages.language(), language -> servlet(messages))
        .service(request, response);
  }

  /** Answers what is asked in lines of the input, until it ends. */
  public void serve(InputStream in, OutputStream out, String site, Messages messages)
      throws IOException {
    transport(messages).serve(in, out, McpTransportContext.create(Map.of(SITE, site)));
  }

  private HttpServlet servlet(Messages messages) {
    HttpServletStatelessServerTransport servlet =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(JSON)
            .messageEndpoint("/mcp")
            .maxRequestSize(LONGEST_MESSAGE)
            .contextExtractor(
                request -> McpTransportContext.create(Map.of(SITE, request.getAttribute(SITE))))
            .build();
    servlet.setMcpHandler(transport(messages));
    return servlet;
  }

  private ToolTransport transport(Messages messages) {
    ToolTransport transport = new ToolTransport(JSON);
    McpServer.sync(transport)
        .serverInfo("lente", version)
        .instructions(messages.get("mcp.instructions"))
        .capabilities(ServerCapabilities.builder().tools(false).build())
        .validateToolInputs(false)
        // The deadline and the limits of a request are those of its thread.
        .immediateExecution(true)
        .jsonMapper(JSON)
        .jsonSchemaValidator(UNCHECKED)
        .tools(
            ReadingTool.ALL.stream()
                .map(tool ->
                    new SyncToolSpecification(
                        described(tool, messages),
                        (context, call) ->
                            answer(tool, call, (String) context.get(SITE), messages)))
                .toList())
        .build();
    return transport;
  }

  private static Tool described(ReadingTool tool, Messages messages) {
    String title = messages.get("mcp." + tool.key() + ".title");
    return Tool.builder(tool.key(), ToolSchema.of(tool, messages))
        .title(title)
        .description(messages.get("mcp." + tool.key()))
        .annotations(
            ToolAnnotations.builder()
                .title(title)
                .readOnlyHint(true)
                .destructiveHint(false)
                .idempotentHint(true)
                .openWorldHint(false)
                .build())
        .build();
  }

  /** Returns an error that an assistant can act on where nothing can be answered. */
  private CallToolResult answer(
      ReadingTool tool, CallToolRequest call, String site, Messages messages) {
    try {
      Map<String, Object> answer =
          tool.call(search.until(() -> false), parameters(call), new ToolAnswers(site, messages));
      return CallToolResult.builder()
          .structuredContent(answer)
          .addTextContent(JsonMapper.shared().writeValueAsString(answer))
          .build();
    } catch (InvalidParameterException refused) {
      return error(refused.getMessage());
    } catch (NoSuchElementException unknown) {
      return error(messages.get("mcp.unknown"));
    } catch (OutOfTimeException late) {
      return error(messages.get("problem.out-of-time.detail"));
    } catch (EngineUnavailableException notReady) {
      return error(messages.get("problem.not-ready.detail"));
    }
  }

  private static CallToolResult error(String message) {
    return CallToolResult.builder().addTextContent(message).isError(true).build();
  }

  private static RequestParameters parameters(CallToolRequest call) {
    Map<String, List<String>> values = new HashMap<>();
    if (call.arguments() != null) {
      call.arguments()
          .forEach((name, value) ->
              values.put(
                  name,
                  value instanceof List<?> list
                      ? list.stream().map(String::valueOf).toList()
                      : value == null ? List.of() : List.of(value.toString())));
    }
    return new RequestParameters(values);
  }
}
