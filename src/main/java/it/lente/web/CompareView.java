package it.lente.web;

import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.search.Search;
import it.lente.web.FieldView.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A few processes side by side.
 *
 * @param rows those of which at least one process has something
 * @param notes about ids without a process, and those beyond the limit
 * @param list the address of the list to choose others from
 */
record CompareView(
    PageLayout frame, List<Column> columns, List<Row> rows, List<String> notes, String list) {

  private static final int MOST = 4;

  /** Maximum length of the shown text of a field, in characters. */
  private static final int LONGEST = 500;

  private static final List<RecordField> FIELDS =
      List.of(
          RecordField.TOTAL_COST,
          RecordField.FUNDED_AMOUNT,
          RecordField.LEVEL,
          RecordField.TECHNIQUES,
          RecordField.RESULTS);

  /**
   * A process.
   *
   * @param removal the address of this page without it
   */
  record Column(String title, String address, String removal) {}

  /**
   * What each process has of one kind.
   *
   * @param cells in the order of the columns
   */
  record Row(String label, List<List<Line>> cells) {}

  static CompareView of(Search search, RequestContext visit) {
    Messages messages = visit.messages();
    List<String> ids = visit.parameters().all(Address.COMPARED);
    List<StoredProcess> processes = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (String id : ids.subList(0, Math.min(MOST, ids.size()))) {
      Optional<StoredProcess> found = search.process(id);
      found.ifPresentOrElse(processes::add, () -> notes.add(messages.get("compare.missing", id)));
    }
    if (ids.size() > MOST) {
      notes.add(messages.get("compare.more", MOST, ids.size() - MOST));
    }
    String list = ResultsView.stillList(visit.here().under("/").without("format")).toString();
    return new CompareView(
        PageLayout.of(visit, messages.get("compare.title"))
            .below(messages.get("walk.back"), list)
            .notIndexed(),
        processes.stream().map(process -> column(process, visit)).toList(),
        rows(processes, visit),
        List.copyOf(notes),
        list);
  }

  /** Returns the address of a comparison with one more process. */
  static String adding(String id, RequestContext visit) {
    return visit
        .asking(Address.of("compare"))
        .without(Address.AT)
        .without(Address.LIST)
        .adding(Address.COMPARED, id)
        .toString();
  }

  private static Column column(StoredProcess process, RequestContext visit) {
    String id = process.record().id();
    return new Column(
        process.record().title(),
        visit.to(Address.process(id)).toString(),
        visit.here().without(Address.COMPARED, id).toString());
  }

  private static List<Row> rows(List<StoredProcess> processes, RequestContext visit) {
    Messages messages = visit.messages();
    Function<StoredProcess, Summary> facts =
        each -> Summary.of(each.record().status(), each.record().derived(), messages);
    List<Row> rows = new ArrayList<>();
    rows.add(
        row(messages.get("facet.status"), processes, each -> text(facts.apply(each).status())));
    rows.add(row(messages.get("facet.year"), processes, each -> text(facts.apply(each).years())));
    rows.add(row(messages.get("facet.place"), processes, each -> text(facts.apply(each).places())));
    rows.add(row(messages.get("facet.theme"), processes, each -> text(facts.apply(each).themes())));
    for (RecordField field : FIELDS) {
      rows.add(
          row(messages.field(field.key()), processes, each -> field(field, each.record(), visit)));
    }
    rows.add(row(messages.get("compare.attachments"), processes, each -> files(each, visit)));
    rows.removeIf(row -> row.cells().stream().allMatch(List::isEmpty));
    return List.copyOf(rows);
  }

  private static Row row(
      String label, List<StoredProcess> processes, Function<StoredProcess, List<Line>> cell) {
    return new Row(label, processes.stream().map(cell).toList());
  }

  private static List<Line> text(String text) {
    return text.isEmpty() ? List.of() : List.of(new Line(AutoLink.plainly(text), ""));
  }

  private static List<Line> field(RecordField field, ProcessRecord record, RequestContext visit) {
    if (field.kind() == RecordField.Kind.PROSE) {
      return text(record.first(field).map(text -> ProcessView.shortened(text, LONGEST)).orElse(""));
    }
    return new FieldView.FieldReader(record, visit, new RecordText.WordMarker(List.of()))
        .said(field)
        .map(FieldView::lines)
        .orElse(List.of());
  }

  /** Returns the number of attachments and pages as a link to them. */
  private static List<Line> files(StoredProcess process, RequestContext visit) {
    int files = process.attachments().size();
    int pages = process.attachments().stream().mapToInt(each -> each.summary().pageCount()).sum();
    Messages messages = visit.messages();
    String address = visit.to(Address.process(process.record().id())).place("attachments");
    String count =
        pages == 0
            ? messages.get("attachments", files)
            : messages.get("attachments", files) + ", " + messages.get("size.page", pages);
    return List.of(new Line(AutoLink.plainly(count), files == 0 ? "" : address));
  }
}
