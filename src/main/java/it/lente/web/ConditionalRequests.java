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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names each answer by all that it is made from, and answers 304 where that is as it was: nothing
 * is searched for it. A cache asks again each time, so that a commit shows at once.
 */
final class ConditionalRequests {

  /** These have tags of their own, or say how the server is now. */
  private static final Pattern UNTAGGED =
      Pattern.compile("/(assets|attachments)/.*|/favicon\\.ico|/health.*|/metrics");

  private static final Pattern SAME_IN_EVERY_LANGUAGE =
      Pattern.compile(
          "/robots\\.txt|/sitemap.*|/api/v1/(openapi\\.json|suggest|.*/attachments/.*)");

  private final Search search;
  private final String build;

  /**
   * @param build a name of the program and of its settings
   */
  ConditionalRequests(Search search, String build) {
    this.search = search;
    this.build = build;
  }

  /**
   * Returns the handler of a route, which is asked only where something has changed.
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
    if (route.equals("/api/v1/coverage")) {
      ResponseHeaders.vary(context, "Accept");
    }
    context.header("Cache-Control", "no-cache");
    // Taken before the answer is made: a commit that comes meanwhile has another name.
    String version = search.version();
    if (!version.isEmpty()) {
      String tag = tag(context, visit, version);
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

  /** The day is part of it: pages say when they were read. */
  private String tag(Context context, RequestContext visit, String version) {
    String all =
        String.join(
            "\n",
            build,
            version,
            context.path(),
            Objects.requireNonNullElse(context.queryString(), ""),
            visit.messages().language(),
            visit.origin(),
            Boolean.toString(Api.wantsCsv(context)),
            LocalDate.now(ZoneId.systemDefault()).toString());
    return "W/\"" + digest(all.getBytes(StandardCharsets.UTF_8)) + '"';
  }

  /** Gives no name to a list that time ran out for: the next one may have all. */
  static void keepOnlyWhole(Context context, Answer answer) {
    if (answer.warnings().stream().anyMatch(each -> each.kind() == Warning.Kind.OUT_OF_TIME)) {
      withdraw(context);
    }
  }

  /** Takes the name back from an answer that the same request may not be given again. */
  static void withdraw(Context context) {
    context.removeHeader("ETag");
  }

  /**
   * Whether a list of tags, as {@code If-None-Match} has it, names one; weak or not is the same.
   */
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
