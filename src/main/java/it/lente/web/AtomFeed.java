package it.lente.web;

import it.lente.engine.AttachmentHit;
import it.lente.engine.ProcessHit;
import it.lente.engine.Seen;
import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.record.TreePath;
import it.lente.search.Answer;
import it.lente.search.Question;
import it.lente.search.ResultFormat;
import it.lente.search.Search;
import it.lente.search.Warning;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A question as a feed of Atom (RFC 4287), of which each answer is a page (RFC 5005): entries are
 * processes, dated by when Lente saw them.
 */
final class AtomFeed {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final Answer answer;
  private final RequestContext visit;
  private final Search search;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  private AtomFeed(Answer answer, RequestContext visit, Search search) throws XMLStreamException {
    this.answer = answer;
    this.visit = visit;
    this.search = search;
    this.xml =
        XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
  }

  /**
   * Returns the feed as bytes.
   *
   * @param search for the processes of the answer
   */
  static byte[] of(Answer answer, RequestContext visit, Search search) {
    try {
      AtomFeed feed = new AtomFeed(answer, visit, search);
      feed.write();
      return feed.bytes.toByteArray();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A process of the answer, with its record. */
  private record Entry(ProcessHit hit, StoredProcess process) {}

  /** Returns nothing where words were loosened: who follows a question wants what answers it. */
  private List<Entry> entries() {
    boolean loosened =
        answer.relaxed().isPresent() && answer.relaxed().get().kind() != Warning.Kind.SENTENCE;
    return loosened
        ? List.of()
        : answer.result().processes().stream()
            .flatMap(hit ->
                search.process(hit.card().id()).stream().map(process -> new Entry(hit, process)))
            .toList();
  }

  private void write() throws XMLStreamException {
    Messages messages = visit.messages();
    String q = answer.question().request().query().text();
    List<Entry> entries = entries();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("xml:lang", messages.language());
    Address self = visit.here();
    element("id", id(list(), "feed " + list()));
    String title =
        q.isEmpty() ? messages.get("results.title") : messages.get("results.title.for", q);
    element("title", title + " – " + messages.get("site.name"));
    element(
        "updated",
        entries.stream()
            .map(each -> each.process().seen().changed())
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH)
            .toString());
    xml.writeStartElement("author");
    element("name", messages.get("site.owner"));
    xml.writeEndElement();
    link("self", ResultFormat.ATOM.mediaType(), visit.absolute(self));
    link("alternate", "text/html", visit.absolute(list()));
    pages(self);
    for (Entry entry : entries) {
      write(entry);
    }
    xml.writeEndDocument();
    xml.flush();
  }

  /** Returns the address of the list that people see. */
  private Address list() {
    return visit.here().under("/").without("format").without("page").without("size");
  }

  private void pages(Address self) throws XMLStreamException {
    Question question = answer.question();
    int last =
        Math.max(
            1,
            Math.ceilDiv(Math.min(answer.result().total(), Question.MAX_DEPTH), question.size()));
    page("first", self, 1);
    if (question.page() > 1) {
      page("previous", self, question.page() - 1);
    }
    if (question.page() < last) {
      page("next", self, question.page() + 1);
    }
    page("last", self, last);
  }

  private void page(String relation, Address self, int page) throws XMLStreamException {
    link(relation, ResultFormat.ATOM.mediaType(), visit.absolute(self.with("page", page)));
  }

  private void write(Entry entry) throws XMLStreamException {
    StoredProcess process = entry.process();
    String id = process.record().id();
    Address address = Address.process(id);
    Seen seen = process.seen();
    xml.writeStartElement("entry");
    element("id", id(address, "process " + id));
    element("title", process.record().title());
    element("updated", seen.changed().toString());
    element("published", seen.first().toString());
    String q = answer.question().request().query().text();
    link("alternate", "text/html", visit.absolute(visit.to(address).with("q", q)));
    for (TreePath theme : process.record().derived().themes()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", clean(theme.value()));
      xml.writeAttribute("label", clean(theme.label()));
    }
    Optional<String> summary = passage(entry.hit()).or(() -> ProcessView.summary(process.record()));
    if (summary.isPresent()) {
      element("summary", summary.get());
    }
    xml.writeEndElement();
  }

  /** Returns the best passage with the words: of a report, else of the record. */
  private static Optional<String> passage(ProcessHit hit) {
    return Stream.concat(
            hit.attachments().stream()
                .map(AttachmentHit::excerpts)
                .flatMap(List::stream)
                .map(page -> page.excerpt()),
            hit.excerpts().stream().map(field -> field.excerpt()))
        .map(excerpt -> excerpt.text())
        .findFirst();
  }

  /** Returns an identifier that stays: the address, or one of the name if that is not known. */
  private String id(Address address, String name) {
    return visit.isNamed()
        ? visit.absolute(address)
        : "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private void link(String relation, String type, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  /** Removes what no XML can contain. */
  private static String clean(String text) {
    return text.replaceAll(
        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
  }
}
