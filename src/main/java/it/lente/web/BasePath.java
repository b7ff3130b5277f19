package it.lente.web;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** The path below which the pages are: routes do not know of it. */
final class BasePath {

  private BasePath() {}

  /** Takes the path away from requests; those that a proxy has taken it from are as good. */
  static void customize(HttpConfiguration http, String base) {
    if (!base.isEmpty()) {
      http.addCustomizer(
          (request, headers) -> isBelow(request, base) ? cut(request, base) : request);
    }
  }

  private static boolean isBelow(Request request, String base) {
    String path = request.getHttpURI().getPath();
    return path != null && (path.equals(base) || path.startsWith(base + "/"));
  }

  private static Request cut(Request request, String base) {
    HttpURI address = request.getHttpURI();
    String path = address.getPath().substring(base.length());
    return Request.serveAs(request, HttpURI.build(address).path(path.isEmpty() ? "/" : path));
  }
}
