package it.lente.web;

import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.record.AttachmentState;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import it.lente.record.Years;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** Describes a process with schema.org, for programs that read pages. */
final class LinkedData {

  private static final String VOCABULARY = "https://schema.org";

  private final StoredProcess stored;
  private final ProcessRecord record;
  private final RequestContext visit;

  private LinkedData(StoredProcess stored, RequestContext visit) {
    this.stored = stored;
    this.record = stored.record();
    this.visit = visit;
  }

  /** Returns JSON-LD for a script element; no character of it can end that element. */
  static String of(StoredProcess stored, RequestContext visit) {
    return harmless(new LinkedData(stored, visit).page());
  }

  private static String harmless(JsonObject data) {
    return new String(data.bytes(), StandardCharsets.UTF_8)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** Returns the address of the licence of the data, empty if the publisher names none. */
  static Optional<String> license(Messages messages) {
    return Optional.of(messages.get("data.license")).filter(ProcessView::onTheWeb);
  }

  /** Describes the collection as a data set, for the first page. */
  static String ofCollection(RequestContext visit) {
    Messages messages = visit.messages();
    String home = visit.absolute(Address.of(""));
    JsonObject file =
        new JsonObject()
            .with("@type", "DataDownload")
            .with("encodingFormat", "application/gzip")
            .with("contentUrl", visit.absolute(Address.of("data", OpenData.FILE)));
    JsonObject set =
        named("Dataset", messages.get("data.name"))
            .with("@context", VOCABULARY)
            .with("@id", home + "data")
            .with("url", home + "data")
            .with("description", messages.get("site.description"))
            .with("inLanguage", "it")
            .withAny("license", license(messages))
            .with("creator", named("Organization", messages.get("site.owner")))
            .with("isAccessibleForFree", true)
            .with(
                "includedInDataCatalog",
                named("DataCatalog", messages.get("site.name")).with("url", home))
            .with("distribution", file);
    return harmless(set);
  }

  private JsonObject page() {
    String address = visit.absolute(Address.process(record.id()));
    return new JsonObject()
        .with("@type", "WebPage")
        .with("@context", VOCABULARY)
        .with("@id", address)
        .with("url", address)
        .with("name", record.title())
        .with("inLanguage", "it")
        .withAny("license", license(visit.messages()))
        .withAny("dateModified", record.lastModified().map(LocalDate::toString))
        .with(
            "isPartOf",
            named("WebSite", visit.messages().get("site.name"))
                .with("url", visit.absolute(Address.of(""))))
        .with("mainEntity", process());
  }

  /** Describes the process as an Event, which can have dates, a place and an organizer. */
  private JsonObject process() {
    Years years = record.derived().years();
    return named("Event", record.title())
        .withAny("description", ProcessView.summary(record))
        .withAny("startDate", begins(RecordField.START_DATE, years.from()))
        .withAny("endDate", begins(RecordField.END_DATE, years.to()))
        .withAny("location", record.derived().places().stream().map(LinkedData::place).toList())
        .withAny(
            "organizer",
            record.values(RecordField.DECISION_HOLDERS).stream()
                .map(name -> named("Organization", name))
                .toList())
        .withAny("about", record.derived().themes().stream().map(TreePath::label).toList())
        .withAny("keywords", record.values(RecordField.TECHNIQUES))
        .withAny(
            "subjectOf",
            stored.attachments().stream()
                .filter(each -> each.summary().state() != AttachmentState.MISSING)
                .map(this::document)
                .toList())
        .withAny("sameAs", record.first(RecordField.URL).filter(ProcessView::onTheWeb));
  }

  private Optional<String> begins(RecordField date, Optional<Years.Bound> bound) {
    return record.first(date).or(() -> bound.map(Years.Bound::year).map(String::valueOf));
  }

  private static JsonObject place(TreePath path) {
    JsonObject place = named("Place", path.label());
    JsonObject inside = place;
    for (String name : path.names().subList(0, path.names().size() - 1).reversed()) {
      JsonObject wider = named("AdministrativeArea", name);
      inside.with("containedInPlace", wider);
      inside = wider;
    }
    return place;
  }

  private JsonObject document(StoredAttachment each) {
    return named("DigitalDocument", each.attachment().title())
        .with("url", visit.absolute(Address.original(record.id(), each.attachment().file())))
        .withAny("inLanguage", each.summary().language())
        .withAny("encodingFormat", each.summary().mediaType());
  }

  private static JsonObject named(String type, String name) {
    return new JsonObject().with("@type", type).with("name", name);
  }
}
