package it.lente.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** The headers that do not depend on the content of a response. */
final class ResponseHeaders {

  /** Only addresses below this may be in frames of other sites. */
  private static final String EMBEDDED = "/embed/";

  private static final String CSP = "Content-Security-Policy";

  /** Bootstrap Italia's stylesheet contains one of its fonts as a data address. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self' data:; worker-src 'self'; connect-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'self'";

  /** Headers of every response, including those of the server below Javalin. */
  static final Map<String, String> SECURITY =
      Map.of(
          CSP,
          POLICY,
          "Permissions-Policy",
          "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin");

  private static final List<String> SHARED_PATHS = List.of("/api/", "/attachments/", "/data/");

  /** Headers that let pages of other sites read the API and the files. */
  private static final Map<String, String> SHARED =
      Map.of(
          "Access-Control-Allow-Origin",
          "*",
          "Access-Control-Expose-Headers",
          "Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag,"
              + " Lente-Snapshot, Retry-After");

  /** Headers that answer a browser's preflight request. */
  private static final Map<String, String> PREFLIGHT =
      Map.of(
          "Allow", "GET, HEAD, OPTIONS",
          "Access-Control-Allow-Methods", "GET, HEAD, OPTIONS",
          "Access-Control-Allow-Headers",
              "Accept, Accept-Language, If-Modified-Since, If-None-Match, If-Range, Range",
          "Access-Control-Max-Age", "86400");

  private ResponseHeaders() {}

  static void protect(Context context) {
    SECURITY.forEach(context::header);
    if (context.path().startsWith(EMBEDDED)) {
      context.header(CSP, POLICY.replace("frame-ancestors 'self'", "frame-ancestors *"));
    }
    // Large responses are compressed if the client accepts it.
    vary(context, "Accept-Encoding");
  }

  /** Adds a request header to {@code Vary}, on which responses depend. */
  static void vary(Context context, String header) {
    String others = context.res().getHeader("Vary");
    if (others == null) {
      context.header("Vary", header);
    } else if (!List.of(others.split(", ")).contains(header)) {
      context.header("Vary", others + ", " + header);
    }
  }

  /** Lets pages of other sites read the routes for programs, and answers preflight requests. */
  static void share(Context context) {
    String path = context.path();
    if (SHARED_PATHS.stream().noneMatch(path::startsWith)) {
      return;
    }
    SHARED.forEach(context::header);
    if (context.req().getMethod().equals("OPTIONS")) {
      PREFLIGHT.forEach(context::header);
      context.status(204).skipRemainingHandlers();
    }
  }
}
