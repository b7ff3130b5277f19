package it.lente.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import it.lente.search.Answer;
import it.lente.search.Search;
import it.lente.search.Warning;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives each response an ETag of everything it depends on, and answers 304 without a search if that
 * is unchanged. Caches revalidate every time, so that a commit is visible at once.
 */
final class ConditionalRequests {

  /** Paths that have tags of their own, or report the current state of the server. */
  private static final Pattern UNTAGGED =
      Pattern.compile("/(assets|attachments)/.*|/favicon\\.ico|/health.*|/metrics");

  private static final Pattern SAME_IN_EVERY_LANGUAGE =
      Pattern.compile(
          "/robots\\.txt|/sitemap.*|/api/v1/(openapi\\.json|suggest|.*/attachments/.*)");

  /** Routes whose format the client may choose by {@code Accept}. */
  private static final Set<String> NEGOTIATED =
      Set.of(
          "/api/v1/coverage",
          "/api/v1/processes",
          "/api/v1/hits",
          "/api/v1/processes/{id}",
          "/api/v1/processes/{id}/attachments/{attachment}/pages/{page}");

  private final Search search;
  private final String build;

  /**
   * @param build a fingerprint of the program and its settings
   */
  ConditionalRequests(Search search, String build) {
    this.search = search;
    this.build = build;
  }

  /**
   * Returns the handler of a route, which runs only if something has changed.
   *
   * @param route the address with its placeholders
   */
  Handler around(String route, Handler handler) {
    return UNTAGGED.matcher(route).matches() ? handler : context -> handle(context, route, handler);
  }

  private void handle(Context context, String route, Handler handler) throws Exception {
    RequestContext visit = RequestContext.of(context);
    if (visit.language().isEmpty() && !SAME_IN_EVERY_LANGUAGE.matcher(route).matches()) {
      ResponseHeaders.vary(context, "Accept-Language");
    }
    if (NEGOTIATED.contains(route)) {
      ResponseHeaders.vary(context, "Accept");
    }
    context.header("Cache-Control", "no-cache");
    // Read before the response is made: a commit in the meantime changes the version.
    String version = search.version();
    if (!version.isEmpty()) {
      String tag = tag(context, visit, route, version);
      context.header("ETag", tag);
      if (isAmong(context.header("If-None-Match"), tag)) {
        context.status(304);
        return;
      }
    }
    handler.handle(context);
    if (context.statusCode() != 200) {
      withdraw(context);
    }
  }

  /** Returns the tag, which contains the day because pages show the day of access. */
  private String tag(Context context, RequestContext visit, String route, String version) {
    String all =
        String.join(
            "\n",
            build,
            version,
            context.path(),
            Objects.requireNonNullElse(context.queryString(), ""),
            visit.messages().language(),
            visit.origin(),
            route.equals("/coverage") ? lastRun() : "",
            NEGOTIATED.contains(route)
                ? Objects.requireNonNullElse(context.header("Accept"), "")
                : "",
            LocalDate.now(ZoneId.systemDefault()).toString());
    return "W/\"" + digest(all.getBytes(StandardCharsets.UTF_8)) + '"';
  }

  /** Returns when the last run ended, which reports what it found also without a commit. */
  private String lastRun() {
    return search.status().lastRun().map(run -> run.at().toString()).orElse("");
  }

  /** Removes the tag from a list that ran out of time, because the next one may be complete. */
  static void keepOnlyWhole(Context context, Answer answer) {
    if (answer.warnings().stream().anyMatch(each -> each.kind() == Warning.Kind.OUT_OF_TIME)) {
      withdraw(context);
    }
  }

  /** Removes the tag from a response that may differ for the same request. */
  static void withdraw(Context context) {
    context.removeHeader("ETag");
  }

  /** Returns whether an {@code If-None-Match} header contains a tag, weak or not. */
  static boolean isAmong(String header, String tag) {
    return header != null
        && Stream.of(header.split(","))
            .map(each -> each.strip().replaceFirst("^W/", ""))
            .anyMatch(tag.replaceFirst("^W/", "")::equals);
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
