package it.lente.web;

import it.lente.web.ErrorPolicy.ProblemJson;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered where the server under us gives up before there is a request: nobody knows then
 * which address was asked for, nor in which language.
 */
final class UnreadRequests extends ErrorHandler {

  /** Bytes. The longest question that is read is 12,000 in an address, and filters come on top. */
  static final int LONGEST_HEAD = 1 << 15;

  /** An answer can have to repeat the whole address, to lead to its canonical form. */
  static void allowLongHeads(HttpConfiguration http) {
    http.setRequestHeaderSize(LONGEST_HEAD);
    http.setResponseHeaderSize(2 * LONGEST_HEAD);
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

  /** Also where the method is none that we know: the status alone does not say what is wrong. */
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
    Problem problem = Problem.ofStatus(status);
    ProblemJson body =
        new ProblemJson(
            base + problem.type(),
            problem.title(),
            problem.status(),
            problem.explanation(),
            "",
            Objects.requireNonNullElse(response.getHeaders().get(RequestWatch.ID), ""));
    response.setStatus(problem.status());
    response.getHeaders().put("Content-Type", "application/problem+json");
    response.write(true, ByteBuffer.wrap(JsonMapper.shared().writeValueAsBytes(body)), callback);
  }
}
