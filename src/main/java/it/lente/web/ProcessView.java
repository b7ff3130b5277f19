package it.lente.web;

import it.lente.engine.ProcessMatch;
import it.lente.engine.SimilarProcess;
import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of a process.
 *
 * @param walk the way to other results, empty if the reader does not come from a list
 * @param attachments those with the most occurrences first, else in the order of their paths
 * @param similar processes about similar subjects
 */
record ProcessView(
    PageLayout frame,
    Optional<ListTrail> walk,
    StoredProcess stored,
    Summary facts,
    RecordText text,
    List<AttachmentView> attachments,
    List<SimilarView> similar,
    Reference reference) {

  /** Approximate length of the description that search engines show, in characters. */
  private static final int LONGEST_SUMMARY = 200;

  /** Number of attachments without an occurrence that are shown at once. */
  private static final int OPEN = 6;

  /** Fewer are not folded: a line that opens them takes as much room. */
  private static final int SPARE = 2;

  /**
   * A process about similar subjects.
   *
   * @param because «In comune: orti, compost, Lazio»
   */
  record SimilarView(String title, String address, Summary facts, String because) {}

  /**
   * Links and facts for citing the record.
   *
   * @param permalink the address of the process without the question
   * @param citation a line that cites the record
   * @param source the page that the record comes from, the empty string if it is not known
   * @param changed the day of its last change, the empty string if it is not known
   * @param contribute the address for additions and corrections, the empty string if none is set
   */
  record Reference(
      String permalink,
      String citation,
      String source,
      String changed,
      String contribute,
      String json) {}

  static ProcessView of(
      ProcessMatch match,
      RequestContext visit,
      Optional<ListTrail> walk,
      List<SimilarProcess> similar) {
    StoredProcess stored = match.stored();
    ProcessRecord record = stored.record();
    Messages messages = visit.messages();
    PageLayout frame =
        PageLayout.of(visit, record.title())
            .describedAs(
                summary(record).orElse(messages.get("process.description", record.title())))
            .below(
                messages.get(walk.isPresent() ? "walk.back" : "results.back"),
                walk.map(ListTrail::back).orElse(visit.asking(Address.of("")).toString()));
    return new ProcessView(
        visit.q().isEmpty() && walk.isEmpty() ? frame : frame.notIndexed(),
        walk,
        stored,
        Summary.of(record.status(), record.derived(), messages),
        RecordText.of(match, visit),
        match.attachments().stream()
            .map(hit -> AttachmentView.of(hit, record.id(), visit))
            .sorted(Comparator.comparingInt(AttachmentView::occurrences).reversed())
            .toList(),
        similar.stream().map(each -> similar(each, visit)).toList(),
        reference(record, visit));
  }

  /** Returns the attachments that are shown at once: all with an occurrence, else the first. */
  List<AttachmentView> shown() {
    int found = (int) attachments.stream().filter(AttachmentView::found).count();
    int open = Math.max(found, OPEN);
    return attachments.size() <= open + SPARE ? attachments : attachments.subList(0, open);
  }

  /** Returns the other attachments, shown on demand. */
  List<AttachmentView> folded() {
    return attachments.subList(shown().size(), attachments.size());
  }

  /** Returns the address at which the process is compared with others. */
  String compare() {
    return CompareView.adding(stored.record().id(), frame.visit());
  }

  /** Returns «8 occorrenze negli allegati», the empty string without a question. */
  String count() {
    boolean asked = attachments.stream().anyMatch(each -> each.hit().hits().isPresent());
    return asked ? frame.messages().get("process.hits", occurrences()) : "";
  }

  /** Returns the number of occurrences in the attachments. */
  int occurrences() {
    return attachments.stream().mapToInt(AttachmentView::occurrences).sum();
  }

  private static Reference reference(ProcessRecord record, RequestContext visit) {
    Messages messages = visit.messages();
    String permalink = visit.absolute(Address.process(record.id()));
    String changed = record.lastModified().map(messages::date).orElse("");
    String today = messages.date(LocalDate.now(ZoneId.systemDefault()));
    String site = messages.get("site.owner") + ", " + messages.get("site.name");
    return new Reference(
        permalink,
        changed.isEmpty()
            ? messages.get("process.citation", record.title(), site, permalink, today)
            : messages.get(
                "process.citation.changed", record.title(), site, permalink, today, changed),
        record.first(RecordField.URL).filter(ProcessView::onTheWeb).orElse(""),
        changed,
        visit.brand().contribute(record.id()).orElse(""),
        visit.below(Address.of("api", "v1", "processes", record.id())).toString());
  }

  static boolean onTheWeb(String url) {
    return url.matches("https?://\\S+");
  }

  /** Returns a short description from the record's own text, empty if it has none. */
  static Optional<String> summary(ProcessRecord record) {
    return Stream.of(RecordField.OBJECTIVES, RecordField.PHASES, RecordField.RESULTS)
        .flatMap(field -> record.first(field).stream())
        .map(text -> shortened(text, LONGEST_SUMMARY))
        .findFirst();
  }

  /** Returns the beginning of a text, on one line and cut between words. */
  static String shortened(String written, int longest) {
    String text = written.replaceAll("\\s+", " ").strip();
    if (text.length() <= longest) {
      return text;
    }
    int end = text.lastIndexOf(' ', longest);
    return text.substring(0, end > 0 ? end : longest) + " …";
  }

  private static SimilarView similar(SimilarProcess similar, RequestContext visit) {
    Messages messages = visit.messages();
    return new SimilarView(
        similar.card().title(),
        visit.to(Address.process(similar.card().id())).toString(),
        Summary.of(similar.card().status(), similar.card().derived(), messages),
        messages.get("process.similar.because", String.join(", ", shared(similar, messages))));
  }

  private static List<String> shared(SimilarProcess similar, Messages messages) {
    return similar.because().stream()
        .map(each ->
            each.facet().map(facet -> messages.label(facet, each.text())).orElse(each.text()))
        .distinct()
        .toList();
  }
}
