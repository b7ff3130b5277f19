package it.lente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Every address there is. */
final class Routes {

  private static final String SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

  private Routes() {}

  static void add(RoutesConfig routes, Api api, Pages pages, Originals originals, Assets assets) {
    routes.before(Routes::protect);

    routes.get("/api/v1/processes", api::processes);
    routes.get("/api/v1/processes/{id}", api::process);
    routes.get("/api/v1/processes/{id}/attachments/{attachment}/hits", api::hits);
    routes.get("/api/v1/processes/{id}/attachments/{attachment}/pages/{page}", api::page);
    routes.get("/health", api::health);

    routes.get("/", pages::results);
    routes.get("/processes/{id}", pages::process);
    routes.get("/processes/{id}/attachments/{attachment}/pages/{page}", pages::text);
    routes.get("/about", pages::about);
    routes.get("/help", pages::help);
    routes.get("/problems/{problem}", pages::problem);

    routes.get("/attachments/{id}/<file>", originals::serve);
    routes.get("/assets/{version}/{file}", assets::serve);
    routes.get("/favicon.ico", assets::favicon);
    routes.get("/robots.txt", pages::robots);
  }

  private static void protect(Context context) {
    context.header("Content-Security-Policy", SECURITY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "same-origin");
  }
}
