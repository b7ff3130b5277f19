package it.lente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Every address there is. */
final class Routes {

  /** Bootstrap Italia's stylesheet carries one of its fonts within. */
  private static final String SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self' data:; worker-src 'self'; connect-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'self'";

  private Routes() {}

  static void add(RoutesConfig routes, Api api, Pages pages, Originals originals, Assets assets) {
    routes.before(Routes::protect);

    read(routes, "/api/v1/processes", api::processes);
    read(routes, "/api/v1/processes/{id}", api::process);
    read(routes, "/api/v1/processes/{id}/similar", api::similar);
    read(routes, "/api/v1/processes/{id}/attachments/{attachment}/hits", api::hits);
    read(routes, "/api/v1/processes/{id}/attachments/{attachment}/pages/{page}", api::page);
    read(routes, "/api/v1/facets/{facet}", api::facet);
    read(routes, "/api/v1/suggest", api::suggest);
    read(routes, "/api/v1/coverage", api::coverage);
    read(routes, "/health", api::health);

    read(routes, "/", pages::results);
    read(routes, "/processes/{id}", pages::process);
    read(routes, "/processes/{id}/attachments/{attachment}/pages/{page}", pages::reader);
    read(routes, "/facets/{facet}", pages::facet);
    read(routes, "/coverage", pages::coverage);
    read(routes, "/about", pages::about);
    read(routes, "/help", pages::help);
    read(routes, "/accessibility", pages::accessibility);
    read(routes, "/problems/{problem}", pages::problem);

    read(routes, "/attachments/{id}/<file>", originals::serve);
    read(routes, "/assets/{version}/{file}", assets::serve);
    read(routes, "/assets/{version}/pdfjs/{folder}/{file}", assets::servePdfjs);
    read(routes, "/favicon.ico", assets::favicon);
    read(routes, "/robots.txt", pages::robots);
  }

  /** Without its own route HEAD would answer 200 for anything. */
  private static void read(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private static void protect(Context context) {
    context.header("Content-Security-Policy", SECURITY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "same-origin");
  }
}
