package it.lente.web;

import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.record.AttachmentState;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import it.lente.record.Years;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

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
    return JsonMapper.shared()
        .writeValueAsString(new LinkedData(stored, visit).page())
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private Map<String, Object> page() {
    Map<String, Object> page = typed("WebPage");
    page.put("@context", VOCABULARY);
    page.put("@id", visit.absolute(Address.process(record.id())));
    page.put("url", visit.absolute(Address.process(record.id())));
    page.put("name", record.title());
    record.lastModified().ifPresent(day -> page.put("dateModified", day.toString()));
    Map<String, Object> site = named("WebSite", visit.messages().get("site.name"));
    site.put("url", visit.absolute(Address.of("")));
    page.put("isPartOf", site);
    page.put("mainEntity", process());
    return page;
  }

  /** Describes the process as an Event, which can have dates, a place and an organizer. */
  private Map<String, Object> process() {
    Map<String, Object> process = named("Event", record.title());
    ProcessView.summary(record).ifPresent(text -> process.put("description", text));
    Years years = record.derived().years();
    begins(RecordField.START_DATE, years.from()).ifPresent(day -> process.put("startDate", day));
    begins(RecordField.END_DATE, years.to()).ifPresent(day -> process.put("endDate", day));
    put(process, "location", record.derived().places().stream().map(LinkedData::place).toList());
    put(
        process,
        "organizer",
        record.values(RecordField.DECISION_HOLDERS).stream()
            .map(name -> named("Organization", name))
            .toList());
    put(process, "about", record.derived().themes().stream().map(TreePath::label).toList());
    put(process, "keywords", record.values(RecordField.TECHNIQUES));
    put(process, "subjectOf", documents().toList());
    record
        .first(RecordField.URL)
        .filter(ProcessView::onTheWeb)
        .ifPresent(url -> process.put("sameAs", url));
    return process;
  }

  private Optional<String> begins(RecordField date, Optional<Years.Bound> bound) {
    return record.first(date).or(() -> bound.map(Years.Bound::year).map(String::valueOf));
  }

  private static Map<String, Object> place(TreePath path) {
    Map<String, Object> place = named("Place", path.label());
    List<String> wider = path.names().subList(0, path.names().size() - 1).reversed();
    Map<String, Object> inside = place;
    for (String name : wider) {
      Map<String, Object> next = named("AdministrativeArea", name);
      inside.put("containedInPlace", next);
      inside = next;
    }
    return place;
  }

  private Stream<Map<String, Object>> documents() {
    return stored.attachments().stream()
        .filter(each -> each.summary().state() != AttachmentState.MISSING)
        .map(this::document);
  }

  private Map<String, Object> document(StoredAttachment each) {
    Map<String, Object> document = named("DigitalDocument", each.attachment().title());
    document.put("url", visit.absolute(Address.original(record.id(), each.attachment().file())));
    if (!each.summary().mediaType().isEmpty()) {
      document.put("encodingFormat", each.summary().mediaType());
    }
    return document;
  }

  private static Map<String, Object> named(String type, String name) {
    Map<String, Object> named = typed(type);
    named.put("name", name);
    return named;
  }

  private static Map<String, Object> typed(String type) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("@type", type);
    return typed;
  }

  private static void put(Map<String, Object> into, String name, Collection<?> values) {
    if (!values.isEmpty()) {
      into.put(name, values);
    }
  }
}
