package it.lente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import it.lente.engine.ListSort;
import it.lente.engine.OutOfTimeException;
import it.lente.search.InvalidParameterException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.io.EofException;

/** Turns every error into a response: problem+json for programs, a page for people. */
final class ErrorPolicy {

  private static final Logger LOG = System.getLogger(ErrorPolicy.class.getName());

  private final Templates templates;

  ErrorPolicy(Templates templates) {
    this.templates = templates;
  }

  /** The content of an error page. */
  record ErrorPage(
      PageLayout frame,
      ProblemType problem,
      String detail,
      String parameter,
      List<Crumb> ways,
      String request) {

    /** Returns the words of a question, or of the end of an address where there is nothing. */
    String words() {
      RequestContext visit = frame.visit();
      String path = visit.here().path();
      return problem != ProblemType.NOT_FOUND || !visit.q().isEmpty()
          ? visit.q()
          : path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** Returns the address of the list of all processes. */
    String everything() {
      Address list = frame.visit().to(Address.of(""));
      return list.with("sort", ListSort.NEWEST.key()).toString();
    }
  }

  void register(RoutesConfig routes) {
    routes.exception(
        InvalidParameterException.class,
        (e, context) ->
            answer(context, ProblemType.INVALID_PARAMETER, e.getMessage(), e.parameter()));
    routes.exception(
        ProblemException.class,
        (e, context) -> answer(context, e.problem(), e.getMessage(), e.parameter(), e.ways()));
    routes.exception(EngineUnavailableException.class, this::notReady);
    routes.exception(OutOfTimeException.class, this::late);
    routes.exception(HttpResponseException.class, this::refused);
    routes.exception(Exception.class, this::failed);
  }

  private void notReady(EngineUnavailableException e, Context context) {
    context.header("Retry-After", ProblemType.RETRY_AFTER);
    if (!wantsJson(context)) {
      context.header("Refresh", ProblemType.RETRY_AFTER);
    }
    ProblemType problem =
        e.reason() == NotReady.UNREACHABLE ? ProblemType.UNREACHABLE : ProblemType.NOT_READY;
    // The engine's message names folders and machines, so it is shown only in the terminal.
    answer(context, problem, problem.explanation(), "");
  }

  private void late(OutOfTimeException e, Context context) {
    context.header("Retry-After", ProblemType.RETRY_AFTER);
    answer(context, ProblemType.OUT_OF_TIME, e.getMessage(), "");
  }

  private void refused(HttpResponseException e, Context context) {
    ProblemType problem = ProblemType.ofStatus(e.getStatus());
    if (problem == ProblemType.METHOD_NOT_ALLOWED) {
      context.header("Allow", context.path().equals(AssistantRoute.PATH) ? "POST" : "GET, HEAD");
    }
    answer(context, problem, problem.explanation(), "");
  }

  /** Returns whether the response cannot be written because the client closed the connection. */
  private static boolean hasReaderLeft(Throwable e) {
    return e != null && (e instanceof EofException || hasReaderLeft(e.getCause()));
  }

  private void failed(Exception e, Context context) {
    if (hasReaderLeft(e)) {
      return;
    }
    String number = RequestWatch.id(context);
    LOG.log(Level.ERROR, "Error " + number + " at " + context.path(), e);
    answer(
        context,
        ProblemType.INTERNAL_ERROR,
        "The server's log tells more under " + number + ".",
        "");
  }

  private void answer(Context context, ProblemType problem, String detail, String parameter) {
    answer(context, problem, detail, parameter, List.of());
  }

  private void answer(
      Context context, ProblemType problem, String detail, String parameter, List<Crumb> ways) {
    context.status(problem.status());
    ConditionalRequests.withdraw(context);
    String told = Objects.requireNonNullElse(detail, problem.explanation());
    if (!isForPrograms(context.path())) {
      ResponseHeaders.vary(context, "Accept");
    }
    if (wantsJson(context)) {
      problem
          .json(RequestContext.of(context).here().base(), told, parameter, RequestWatch.id(context))
          .send(context, "application/problem+json");
    } else {
      if (RequestContext.of(context).language().isEmpty()) {
        ResponseHeaders.vary(context, "Accept-Language");
      }
      templates.write(
          context,
          "error",
          new ErrorPage(
              frame(context, problem), problem, told, parameter, ways, RequestWatch.id(context)));
    }
  }

  private static PageLayout frame(Context context, ProblemType problem) {
    RequestContext visit = RequestContext.of(context);
    return PageLayout.of(visit, problem.said("title", visit.messages()))
        .ofKind(PageLayout.Kind.ERROR);
  }

  private static boolean wantsJson(Context context) {
    return wantsJson(context.path(), AcceptedTypes.of(context));
  }

  /**
   * Returns true for the paths of programs; for others if JSON is preferred to HTML, for files if
   * HTML is not named.
   */
  static boolean wantsJson(String path, AcceptedTypes accepted) {
    return isForPrograms(path)
        || accepted.isJsonPreferred().orElse(path.startsWith("/attachments/"));
  }

  private static boolean isForPrograms(String path) {
    return path.startsWith("/api/")
        || path.startsWith("/health")
        || path.equals(AssistantRoute.PATH);
  }
}
