package it.lente.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import it.lente.search.Question;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives each request an id, and counts and logs it when it is answered. It wraps all other
 * handlers, so that it also sees the requests that they refuse.
 */
final class RequestWatch extends org.eclipse.jetty.server.Handler.Wrapper {

  static final String ID = "X-Request-Id";

  private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);
  private static final String ROUTE = "it.lente.route";
  private static final String SEARCH = "it.lente.search";

  /** Routes whose duration depends on the client's connection. */
  private static final Set<String> FILES = Set.of("/attachments/{id}/<file>", Metrics.NO_ROUTE);

  private final Metrics metrics;
  private final LogSettings settings;

  RequestWatch(Metrics metrics, LogSettings settings) {
    this.metrics = metrics;
    this.settings = settings;
  }

  /** Returns a handler that counts requests under the route's address. */
  static Handler naming(String route, Handler handler) {
    return context -> {
      context.attribute(ROUTE, route);
      handler.handle(context);
    };
  }

  /** Sets the kind of question under which the request is counted. */
  static Question asked(Context context, Question question) {
    context.attribute(SEARCH, Metrics.kind(question.request().query()));
    return question;
  }

  /** Returns the id of a request, the empty string if it has none. */
  static String id(Context context) {
    String id = context.res().getHeader(ID);
    return id == null ? "" : id;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String id = "%016x".formatted(ThreadLocalRandom.current().nextLong());
    response.getHeaders().put(ID, id);
    Request.addCompletionListener(request, failure -> end(request, response, id));
    return super.handle(request, response, callback);
  }

  private void end(Request request, Response response, String id) {
    long nanos = System.nanoTime() - request.getBeginNanoTime();
    Object named = request.getAttribute(ROUTE);
    String route = named == null ? Metrics.NO_ROUTE : named.toString();
    metrics.count(route, response.getStatus(), nanos);
    if (request.getAttribute(SEARCH) instanceof String kind) {
      metrics.countSearch(kind);
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
    boolean slow =
        settings.slowMillis() > 0 && millis >= settings.slowMillis() && !FILES.contains(route);
    if (slow || settings.requests()) {
      log(slow, facts(request, response, route, id, millis));
    }
  }

  /** Returns the fields of the log; the question and the client's address only if enabled. */
  private Map<String, String> facts(
      Request request, Response response, String route, String id, long millis) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("request", id);
    facts.put("method", request.getMethod());
    facts.put("route", route);
    facts.put("status", Integer.toString(response.getStatus()));
    facts.put("millis", Long.toString(millis));
    if (settings.requests()) {
      facts.put("address", request.getHttpURI().getPathQuery());
      facts.put("client", Request.getRemoteAddr(request));
    }
    return facts;
  }

  private static void log(boolean slow, Map<String, String> facts) {
    MDC.setContextMap(facts);
    try {
      if (slow) {
        LOG.warn("Slow request {}", facts);
      } else {
        LOG.info("Request {}", facts);
      }
    } finally {
      MDC.clear();
    }
  }
}
