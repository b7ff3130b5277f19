package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.EngineStatus;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.ProcessHit;
import it.lente.messages.Messages;
import it.lente.search.Question;
import it.lente.search.RequestParameters;
import it.lente.search.Search;
import it.lente.search.SuggestQuestion;
import it.lente.search.Suggested;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The files that search engines and browsers request before pages. */
final class Discovery {

  /** The maximum number of addresses in a sitemap, by its protocol. */
  static final int LARGEST_SITEMAP = 50_000;

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String SUGGESTIONS = "application/x-suggestions+json";
  private static final String SITEMAPS = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

  /** Robots shall not walk every combination of filters. */
  private static final String ROBOTS =
      "User-agent: *\nDisallow: /api/\nDisallow: /facets/\n"
          + Question.FILTERS.stream()
              .map("Disallow: /*?*%s=\n"::formatted)
              .collect(Collectors.joining());

  private final Search search;
  private final int largest;

  Discovery(Search search) {
    this(search, LARGEST_SITEMAP);
  }

  /**
   * @param largest maximum number of processes in a sitemap
   */
  Discovery(Search search, int largest) {
    this.search = search;
    this.largest = largest;
  }

  void robots(Context context) {
    context.contentType("text/plain; charset=utf-8");
    RequestContext visit = RequestContext.of(context);
    String robots = ROBOTS.replace(": /", ": " + visit.here().base() + "/");
    String sitemap = "\nSitemap: " + visit.absolute(Address.of("sitemap.xml")) + "\n";
    context.result(visit.isNamed() ? robots + sitemap : robots);
  }

  /** Writes a sitemap of all processes or, if there are too many, an index of sitemaps. */
  void sitemap(Context context) throws IOException {
    requireName(context);
    int processes = processes();
    if (processes <= largest) {
      writeProcesses(context, 1);
      return;
    }
    RequestContext visit = RequestContext.of(context);
    StringBuilder parts = new StringBuilder();
    for (int part = 1; part <= Math.ceilDiv(processes, largest); part++) {
      String address = visit.absolute(Address.of("sitemaps", part + ".xml"));
      parts.append("<sitemap>").append(element("loc", address)).append("</sitemap>");
    }
    context
        .contentType("application/xml; charset=utf-8")
        .result(XML + "<sitemapindex" + SITEMAPS + parts + "</sitemapindex>");
  }

  void part(Context context) throws IOException {
    requireName(context);
    String name = context.pathParam("part");
    int parts = Math.ceilDiv(processes(), largest);
    if (!name.matches("[1-9][0-9]{0,5}\\.xml") || number(name) > parts) {
      throw ProblemException.notFound("There is no sitemap “%s”.".formatted(name));
    }
    writeProcesses(context, number(name));
  }

  /** Throws if the origin is not known, because these files need absolute addresses. */
  private static void requireName(Context context) {
    if (!RequestContext.of(context).isNamed()) {
      throw ProblemException.notFound(
          "This file needs the address of the pages on the web: set “address” in the brand file.");
    }
  }

  /** Called before anything is written, because without an index the response is an error. */
  private int processes() {
    EngineStatus status = search.status();
    if (!status.ready()) {
      throw new EngineUnavailableException(status.unready().get(), status.detail());
    }
    return status.processes();
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(0, name.indexOf('.')));
  }

  /** Writes each process as it is read, so that a large collection takes no memory. */
  private void writeProcesses(Context context, int part) throws IOException {
    RequestContext visit = RequestContext.of(context);
    context.contentType("application/xml; charset=utf-8");
    try (Writer out = new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8)) {
      out.write(XML + "<urlset" + SITEMAPS);
      if (part == 1) {
        out.write("<url>" + element("loc", visit.absolute(Address.of(""))) + "</url>");
      }
      AtomicInteger place = new AtomicInteger();
      search.eachProcess(process -> {
        if (place.getAndIncrement() / largest == part - 1) {
          write(process, visit, out);
        }
        return place.get() < (long) part * largest;
      });
      out.write("</urlset>");
    }
  }

  /** Writes the address of a process, and the day of its last change if the record has one. */
  private static void write(ProcessHit.Card process, RequestContext visit, Writer out) {
    String changed = process.changed().map(day -> element("lastmod", day.toString())).orElse("");
    String address = visit.absolute(Address.process(process.id()));
    try {
      out.write("<url>" + element("loc", address) + changed + "</url>");
    } catch (IOException gone) {
      throw new UncheckedIOException("the reader of a sitemap went away", gone);
    }
  }

  /** Writes the OpenSearch description, by which browsers add this search. */
  void openSearch(Context context) {
    requireName(context);
    RequestContext visit = RequestContext.of(context);
    Messages messages = visit.messages();
    String name = messages.get("site.name");
    context
        .contentType("application/opensearchdescription+xml; charset=utf-8")
        .result(
            XML
                + "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">"
                // Browsers cut or refuse longer names.
                + element("ShortName", name.substring(0, Math.min(name.length(), 16)).strip())
                + element("Description", messages.get("site.claim"))
                + element("InputEncoding", "UTF-8")
                + element("Language", messages.language())
                + "<Image type=\"image/x-icon\">"
                + escaped(visit.absolute(Address.of("favicon.ico")))
                + "</Image>"
                + template(SUGGESTIONS, visit.absolute(Address.of("suggestions")))
                + template("text/html", visit.absolute(Address.of("")))
                + template("application/json", visit.absolute(Address.of("api", "v1", "processes")))
                + "</OpenSearchDescription>");
  }

  /**
   * Writes suggestions in the format of browsers: the text, completions, their counts, addresses.
   */
  void suggestions(Context context) {
    RequestContext visit = RequestContext.of(context);
    String typed = visit.q();
    SuggestQuestion question =
        SuggestQuestion.strict(new RequestParameters(Map.of("q", List.of(typed))));
    List<Suggested> found = search.suggest(question);
    List<Object> answer =
        List.of(
            typed,
            found.stream().map(each -> each.suggestion().text()).toList(),
            found.stream()
                .map(each -> visit.messages().get("results.count", each.count()))
                .toList(),
            found.stream().map(each -> address(each, visit)).toList());
    context.contentType(SUGGESTIONS).result(JsonMapper.shared().writeValueAsBytes(answer));
  }

  private static String address(Suggested suggested, RequestContext visit) {
    Address address =
        suggested.parameter().isEmpty()
            ? Address.process(suggested.process())
            : Address.of("").with(suggested.parameter(), suggested.value());
    return visit.absolute(visit.to(address));
  }

  private static String template(String type, String address) {
    return "<Url type=\"%s\" template=\"%s?q={searchTerms}\"/>".formatted(type, escaped(address));
  }

  private static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }

  /** Escapes the characters that would end a text of XML or HTML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
