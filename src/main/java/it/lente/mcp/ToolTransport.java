package it.lente.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Takes messages to the tools of one language. The library's own transport of streams drops the
 * answers that are pending when the input ends; this one answers a line before it reads the next.
 */
final class ToolTransport implements McpStatelessServerTransport, McpStatelessServerHandler {

  /** The protocol's error for a line without an id, which the library cannot write. */
  private static final String NO_MESSAGE =
      """
      {"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"This line is no message."}}\
      """;

  private final McpJsonMapper json;
  private McpStatelessServerHandler tools;

  ToolTransport(McpJsonMapper json) {
    this.json = json;
  }

  @Override
  public void setMcpHandler(McpStatelessServerHandler handler) {
    tools = handler;
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  /** Answers unknown methods too, which the library throws. */
  @Override
  public Mono<JSONRPCResponse> handleRequest(McpTransportContext context, JSONRPCRequest request) {
    return tools
        .handleRequest(context, request)
        .onErrorResume(
            McpError.class,
            refused -> Mono.just(JSONRPCResponse.error(request.id(), refused.getJsonRpcError())));
  }

  @Override
  public Mono<Void> handleNotification(
      McpTransportContext context, JSONRPCNotification notification) {
    return tools.handleNotification(context, notification);
  }

  /** Answers each line of the input, until it ends. */
  void serve(InputStream in, OutputStream out, McpTransportContext context) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Optional<String> answer = answer(line, context);
      if (answer.isPresent()) {
        out.write((answer.get() + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
  }

  private Optional<String> answer(String line, McpTransportContext context) throws IOException {
    JSONRPCMessage message;
    try {
      message = McpSchema.deserializeJsonRpcMessage(json, line);
    } catch (IOException | IllegalArgumentException malformed) {
      return Optional.of(NO_MESSAGE);
    }
    if (message instanceof JSONRPCRequest request) {
      return Optional.of(json.writeValueAsString(handleRequest(context, request).block()));
    }
    if (message instanceof JSONRPCNotification notification) {
      handleNotification(context, notification).block();
    }
    return Optional.empty();
  }
}
