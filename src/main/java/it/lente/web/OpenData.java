package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.EngineStatus;
import it.lente.messages.Messages;
import it.lente.search.ExportQuestion;
import it.lente.search.RequestParameters;
import it.lente.search.ResultFormat;
import it.lente.search.Search;
import it.lente.search.WholeResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** The whole collection as open data: one file, its description as DCAT-AP_IT, and a page. */
final class OpenData {

  /** The name of the file with all records. */
  static final String FILE = "lente.jsonl.gz";

  private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";

  private final Search search;
  private final Downloads downloads;
  private final Templates templates;

  OpenData(Search search, Downloads downloads, Templates templates) {
    this.search = search;
    this.downloads = downloads;
    this.templates = templates;
  }

  /**
   * The page.
   *
   * @param license the address of the licence, the empty string if the publisher names none
   */
  record DataPage(PageLayout frame, String file, String description, String feed, String license) {}

  void page(Context context) {
    RequestContext visit = RequestContext.of(context);
    Messages messages = visit.messages();
    Address list = visit.to(Address.of(""));
    DataPage page =
        new DataPage(
            PageLayout.of(visit, messages.get("data.title"))
                .describedAs(messages.get("data.description")),
            visit.below(Address.of("data", FILE)).toString(),
            visit.below(Address.of("data", "dcat.jsonld")).toString(),
            Download.feed(list, messages).address(),
            LinkedData.license(messages).orElse(""));
    templates.write(context, "data", page);
  }

  /** Sends every record with the states of its attachments, compressed while it is made. */
  void file(Context context) throws IOException {
    RequestContext visit = RequestContext.of(context).strict(Set.of("lang"));
    RequestParameters all = new RequestParameters(Map.of("sort", List.of("title")));
    ExportQuestion asked = ExportQuestion.strict(all, ResultFormat.JSONL);
    try (WholeResult result = search.whole(asked.question())) {
      downloads.sendBytes(
          context,
          "application/gzip",
          FILE,
          bytes -> {
            GZIPOutputStream packed = new GZIPOutputStream(bytes);
            Writer out = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8));
            new ResultExport(out, visit.absoluteLinks()).write(result, asked);
            out.flush();
            packed.finish();
          });
    }
  }

  /** Sends the description that catalogues of open data harvest. */
  void catalogue(Context context) {
    RequestContext visit = RequestContext.of(context).strict(Set.of("lang"));
    if (!visit.isNamed()) {
      throw ProblemException.notFound(
          "This file needs the address of the pages on the web: set “address” in the brand file.");
    }
    new JsonObject()
        .with("@context", CONTEXT)
        .with(
            "@graph",
            List.of(catalogue(visit), dataSet(visit), distribution(visit), publisher(visit)))
        .send(context, "application/ld+json");
  }

  private static final JsonObject CONTEXT =
      new JsonObject()
          .with("dcat", "http://www.w3.org/ns/dcat#")
          .with("dct", "http://purl.org/dc/terms/")
          .with("foaf", "http://xmlns.com/foaf/0.1/")
          .with("vcard", "http://www.w3.org/2006/vcard/ns#")
          .with("xsd", "http://www.w3.org/2001/XMLSchema#")
          .with("dcatapit", "http://dati.gov.it/onto/dcatapit#");

  private JsonObject catalogue(RequestContext visit) {
    Messages messages = visit.messages();
    return node(address(visit, ""), "dcat:Catalog", "dcatapit:Catalog")
        .with("dct:title", text(messages.get("site.name"), messages))
        .with("dct:description", text(messages.get("site.description"), messages))
        .with("dct:publisher", reference(address(visit, "#publisher")))
        .with("dct:modified", modified())
        .with("dct:language", reference(AUTHORITY + "language/ITA"))
        .with("foaf:homepage", reference(visit.absolute(Address.of(""))))
        .with("dcat:dataset", reference(address(visit, "#records")));
  }

  private JsonObject dataSet(RequestContext visit) {
    Messages messages = visit.messages();
    String contact = visit.brand().contact();
    return node(address(visit, "#records"), "dcat:Dataset", "dcatapit:Dataset")
        .with("dct:identifier", address(visit, "#records"))
        .with("dct:title", text(messages.get("data.name"), messages))
        .with("dct:description", text(messages.get("data.description"), messages))
        .with("dct:publisher", reference(address(visit, "#publisher")))
        .with("dct:rightsHolder", reference(address(visit, "#publisher")))
        .with("dct:modified", modified())
        .with("dct:accrualPeriodicity", reference(AUTHORITY + "frequency/CONT"))
        .with("dct:language", reference(AUTHORITY + "language/ITA"))
        .with("dcat:theme", reference(AUTHORITY + "data-theme/GOVE"))
        .with("dcat:landingPage", reference(address(visit, "")))
        .withAny("dcat:contactPoint", contact.isEmpty() ? null : contact(contact, messages))
        .with("dcat:distribution", reference(address(visit, "#file")));
  }

  private JsonObject distribution(RequestContext visit) {
    return node(address(visit, "#file"), "dcat:Distribution", "dcatapit:Distribution")
        .with("dct:title", text(FILE, visit.messages()))
        .with("dcat:accessURL", reference(address(visit, "")))
        .with("dcat:downloadURL", reference(visit.absolute(Address.of("data", FILE))))
        .with("dct:format", reference(AUTHORITY + "file-type/JSON"))
        .with("dcat:mediaType", ResultFormat.JSONL.mediaType())
        .with("dcat:compressFormat", "application/gzip")
        .with("dct:modified", modified())
        .withAny("dct:license", LinkedData.license(visit.messages()).map(OpenData::reference));
  }

  private static JsonObject publisher(RequestContext visit) {
    Messages messages = visit.messages();
    return node(address(visit, "#publisher"), "foaf:Agent", "dcatapit:Agent")
        .with("foaf:name", text(messages.get("site.owner"), messages))
        .withAny("dct:identifier", messages.get("data.publisher"))
        .withAny(
            "foaf:homepage",
            visit.brand().owner().isEmpty() ? null : reference(visit.brand().owner()));
  }

  private static JsonObject contact(String address, Messages messages) {
    return new JsonObject()
        .with("@type", List.of("vcard:Organization", "dcatapit:Organization"))
        .with("vcard:fn", messages.get("site.owner"))
        .with(
            address.startsWith("mailto:") ? "vcard:hasEmail" : "vcard:hasURL", reference(address));
  }

  private static String address(RequestContext visit, String part) {
    return visit.absolute(Address.of("data")) + part;
  }

  private static JsonObject node(String id, String... types) {
    return new JsonObject().with("@id", id).with("@type", List.of(types));
  }

  private static JsonObject reference(String address) {
    return new JsonObject().with("@id", address);
  }

  private static JsonObject text(String text, Messages messages) {
    return new JsonObject().with("@value", text).with("@language", messages.language());
  }

  /** Returns the day of the last commit; of an engine that keeps none, today. */
  private JsonObject modified() {
    LocalDate day =
        search
            .status()
            .commit()
            .map(EngineStatus.Commit::time)
            .map(time -> LocalDate.ofInstant(time, ZoneId.systemDefault()))
            .orElseGet(() -> LocalDate.now(ZoneId.systemDefault()));
    return new JsonObject().with("@type", "xsd:date").with("@value", day.toString());
  }
}
