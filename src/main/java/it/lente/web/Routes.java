package it.lente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;

/** All routes of the server. */
final class Routes {

  private Routes() {}

  record Handlers(
      Api api,
      OpenApi openApi,
      Pages pages,
      Originals originals,
      Discovery discovery,
      OpenData data,
      Embeds embeds,
      Assets assets,
      Health health,
      Metrics metrics) {}

  /** Returns the handler of each address, which has placeholders in brackets. */
  static Map<String, Handler> table(Handlers handlers) {
    Map<String, Handler> table = new LinkedHashMap<>();
    addForPrograms(table, handlers);
    addForPeople(table, handlers);
    addFiles(table, handlers);
    return table;
  }

  private static void addForPrograms(Map<String, Handler> table, Handlers handlers) {
    Api api = handlers.api();
    table.put("/api/v1/processes", api::processes);
    table.put("/api/v1/processes/{id}", api::process);
    table.put("/api/v1/processes/{id}/similar", api::similar);
    table.put("/api/v1/processes/{id}/attachments/{attachment}/hits", api::hits);
    table.put("/api/v1/processes/{id}/attachments/{attachment}/pages/{page}", api::page);
    table.put("/api/v1/hits", api::pages);
    table.put("/api/v1/facets/{facet}", api::facet);
    table.put("/api/v1/suggest", api::suggest);
    table.put("/api/v1/coverage", api::coverage);
    table.put("/api/v1/oembed", handlers.embeds()::oEmbed);
    table.put("/api/v1/openapi.json", handlers.openApi()::serve);
    table.put("/health", handlers.health()::health);
    table.put("/health/live", handlers.health()::live);
    table.put("/metrics", handlers.metrics()::serve);
  }

  private static void addForPeople(Map<String, Handler> table, Handlers handlers) {
    Pages pages = handlers.pages();
    table.put("/", pages::results);
    table.put("/processes/{id}", pages::process);
    table.put("/processes/{id}/attachments/{attachment}", pages::attachment);
    table.put("/processes/{id}/attachments/{attachment}/pages/{page}", pages::reader);
    table.put("/facets/{facet}", pages::facet);
    table.put("/statistics", pages::statistics);
    table.put("/compare", pages::compare);
    table.put("/coverage", pages::coverage);
    table.put("/api", handlers.openApi()::page);
    table.put("/data", handlers.data()::page);
    table.put("/embed/search", handlers.embeds()::search);
    table.put(
        "/embed/processes/{id}/attachments/{attachment}/pages/{page}", handlers.embeds()::page);
    table.put("/about", pages::about);
    table.put("/help", pages::help);
    table.put("/accessibility", pages::accessibility);
    table.put("/problems/{problem}", pages::problem);
  }

  private static void addFiles(Map<String, Handler> table, Handlers handlers) {
    Assets assets = handlers.assets();
    Discovery discovery = handlers.discovery();
    table.put("/data/" + OpenData.FILE, handlers.data()::file);
    table.put("/data/dcat.jsonld", handlers.data()::catalogue);
    table.put("/attachments/{id}/<file>", handlers.originals()::serve);
    table.put("/assets/{version}/{file}", assets::serve);
    table.put("/assets/{version}/pdfjs/{folder}/{file}", assets::servePdfjs);
    table.put("/favicon.ico", assets::favicon);
    table.put("/robots.txt", discovery::robots);
    table.put("/sitemap.xml", discovery::sitemap);
    table.put("/sitemaps/{part}", discovery::part);
    table.put("/opensearch.xml", discovery::openSearch);
    table.put("/suggestions", discovery::suggestions);
  }

  /** Adds the routes. HEAD needs its own, or it would answer 200 to any address. */
  static void add(RoutesConfig routes, ConditionalRequests requests, Handlers handlers) {
    routes.before(ResponseHeaders::protect);
    routes.before(ResponseHeaders::share);
    routes.before(PercentEscapes::require);
    table(handlers)
        .forEach((path, handler) -> {
          Handler named = RequestWatch.naming(path, requests.around(path, handler));
          routes.get(path, named);
          routes.head(path, named);
        });
  }

  /** Adds the route of assistants, which pages of other sites may not use. */
  static void add(RoutesConfig routes, AssistantRoute assistants) {
    routes.post(
        AssistantRoute.PATH,
        RequestWatch.naming(
            AssistantRoute.PATH,
            context -> {
              RequestContext visit = RequestContext.of(context);
              String origin = context.header("Origin");
              if (origin != null && !origin.equals(visit.origin())) {
                throw ProblemException.forbidden();
              }
              context.header("Cache-Control", "no-store");
              assistants.serve(context.req(), context.res(), visit.absoluteLinks());
            }));
  }
}
