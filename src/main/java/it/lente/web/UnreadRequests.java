package it.lente.web;

import it.lente.messages.Messages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that Jetty could not parse, so that their path and language are unknown. */
final class UnreadRequests extends ErrorHandler {

  /** Allows responses that repeat the whole address, as redirects to the canonical form do. */
  static void allowLongHeads(HttpConfiguration http) {
    http.setRequestHeaderSize(RequestLimits.LONGEST_HEAD);
    http.setResponseHeaderSize(2 * RequestLimits.LONGEST_HEAD);
  }

  private final String base;

  UnreadRequests(String base) {
    this.base = base;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    ResponseHeaders.SECURITY.forEach(response.getHeaders()::put);
    return super.handle(request, response, callback);
  }

  /** Sends an error page for unknown methods too, because the status alone explains little. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    ProblemType problem = ProblemType.ofStatus(status);
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(problem.status());
    if (problem == ProblemType.BUSY && !headers.contains(HttpHeader.RETRY_AFTER)) {
      headers.put(HttpHeader.RETRY_AFTER, ProblemType.RETRY_AFTER);
    }
    AcceptedTypes accepted =
        AcceptedTypes.of(
            Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.ACCEPT), ""));
    boolean refused = problem == ProblemType.BUSY || problem == ProblemType.TOO_MANY_REQUESTS;
    byte[] body;
    if (refused && !ErrorPolicy.wantsJson(request.getHttpURI().getPath(), accepted)) {
      headers.put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
      headers.put("Refresh", headers.get(HttpHeader.RETRY_AFTER));
      body = page(problem, request).getBytes(StandardCharsets.UTF_8);
    } else {
      headers.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
      body =
          problem
              .json(
                  base,
                  problem.explanation(),
                  "",
                  Objects.requireNonNullElse(headers.get(RequestWatch.ID), ""))
              .bytes();
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** Returns a page that costs almost nothing, because overload produces many of them. */
  private static String page(ProblemType problem, Request request) {
    String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    String accepted =
        Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE), "");
    Messages messages = Messages.choose(query.replaceFirst("^.*\\blang=", ""), accepted);
    return """
    <!DOCTYPE html>
    <html lang="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title>
    <h1>%2$s</h1><p>%s</p></html>
    """
        .formatted(
            messages.language(), problem.said("title", messages), problem.said("text", messages));
  }
}
