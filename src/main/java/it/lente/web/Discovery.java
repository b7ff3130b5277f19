package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.EngineStatus;
import it.lente.engine.EngineUnavailableException;
import it.lente.messages.Messages;
import it.lente.search.Question;
import it.lente.search.Search;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The files that search engines and browsers request before pages. */
final class Discovery {

  /** The maximum number of addresses in a sitemap, by its protocol. */
  static final int LARGEST_SITEMAP = 50_000;

  private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/";

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
  void sitemap(Context context) throws XMLStreamException {
    requireName(context);
    int processes = processes();
    if (processes <= largest) {
      writeProcesses(context, 1);
      return;
    }
    RequestContext visit = RequestContext.of(context);
    XMLStreamWriter out = begin(context, "application/xml");
    out.writeStartElement("sitemapindex");
    out.writeDefaultNamespace(SITEMAPS);
    for (int part = 1; part <= Math.ceilDiv(processes, largest); part++) {
      String address = visit.absolute(Address.of("sitemaps", part + ".xml"));
      writeLocation(out, "sitemap", address, Optional.empty());
    }
    end(out);
  }

  void part(Context context) throws XMLStreamException {
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

  private void writeProcesses(Context context, int part) throws XMLStreamException {
    RequestContext visit = RequestContext.of(context);
    XMLStreamWriter out = begin(context, "application/xml");
    out.writeStartElement("urlset");
    out.writeDefaultNamespace(SITEMAPS);
    if (part == 1) {
      writeLocation(out, "url", visit.absolute(Address.of("")), Optional.empty());
    }
    AtomicInteger place = new AtomicInteger();
    search.eachProcess(process -> {
      if (place.getAndIncrement() / largest == part - 1) {
        writeUrl(out, visit.absolute(Address.process(process.id())), process.changed());
      }
      return place.get() < (long) part * largest;
    });
    end(out);
  }

  private static void writeUrl(XMLStreamWriter out, String address, Optional<LocalDate> changed) {
    try {
      writeLocation(out, "url", address, changed);
    } catch (XMLStreamException gone) {
      throw new IllegalStateException("the reader of a sitemap went away", gone);
    }
  }

  /** Writes the day of the last change only if the record has one. */
  private static void writeLocation(
      XMLStreamWriter out, String element, String address, Optional<LocalDate> changed)
      throws XMLStreamException {
    out.writeStartElement(element);
    write(out, "loc", address);
    if (changed.isPresent()) {
      write(out, "lastmod", changed.get().toString());
    }
    out.writeEndElement();
  }

  /** Writes the OpenSearch description, by which browsers add this search. */
  void openSearch(Context context) throws XMLStreamException {
    requireName(context);
    RequestContext visit = RequestContext.of(context);
    Messages messages = visit.messages();
    XMLStreamWriter out = begin(context, "application/opensearchdescription+xml");
    out.writeStartElement("OpenSearchDescription");
    out.writeDefaultNamespace(OPENSEARCH);
    // Browsers cut or refuse longer names.
    write(out, "ShortName", shortened(messages.get("site.name"), 16));
    write(out, "Description", messages.get("site.claim"));
    write(out, "InputEncoding", "UTF-8");
    write(out, "Language", messages.language());
    out.writeStartElement("Image");
    out.writeAttribute("type", "image/x-icon");
    out.writeCharacters(visit.absolute(Address.of("favicon.ico")));
    out.writeEndElement();
    writeUrl(out, "text/html", visit.absolute(Address.of("")) + "?q={searchTerms}");
    writeUrl(
        out,
        "application/json",
        visit.absolute(Address.of("api", "v1", "processes")) + "?q={searchTerms}");
    end(out);
  }

  private static void writeUrl(XMLStreamWriter out, String type, String template)
      throws XMLStreamException {
    out.writeEmptyElement("Url");
    out.writeAttribute("type", type);
    out.writeAttribute("template", template);
  }

  private static String shortened(String name, int most) {
    return name.substring(0, Math.min(name.length(), most)).strip();
  }

  private static void write(XMLStreamWriter out, String element, String text)
      throws XMLStreamException {
    out.writeStartElement(element);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  private static XMLStreamWriter begin(Context context, String type) throws XMLStreamException {
    context.contentType(type + "; charset=utf-8");
    XMLStreamWriter out =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(context.outputStream(), StandardCharsets.UTF_8.name());
    out.writeStartDocument("UTF-8", "1.0");
    return out;
  }

  private static void end(XMLStreamWriter out) throws XMLStreamException {
    out.writeEndDocument();
    out.close();
  }
}
