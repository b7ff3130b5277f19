package it.lente.web;

import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.ProcessHit;
import it.lente.engine.StoredProcess;
import it.lente.record.Attachment;
import it.lente.record.FieldValue;
import it.lente.record.Keyed;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.TextQuery;
import it.lente.record.TreePath;
import it.lente.record.Years;
import it.lente.search.ExportQuestion;
import it.lente.search.ResultFormat;
import it.lente.search.WholeResult;
import it.lente.search.WholeResult.FoundPage;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a whole result, process by process or page by page. */
public final class ResultExport {

  /** Between the values of a keyword field, as records have it. */
  private static final String NEXT_VALUE = " / ";

  private static final List<String> PAGE_COLUMNS =
      List.of(
          "process",
          "processTitle",
          "attachment",
          "file",
          "page",
          "label",
          "occurrences",
          "passage",
          "address");

  private final Writer out;
  private final SiteLinks links;

  /** Writes to a writer, which stays open. */
  public ResultExport(Writer out, SiteLinks links) {
    this.out = out;
    this.links = links;
  }

  /** Writes every process in the format that the question asks for. */
  public void write(WholeResult result, ExportQuestion asked) throws IOException {
    switch (asked.format()) {
      case CSV -> {
        begin(asked, asked.columns());
        result.eachRecord((hit, stored) ->
            CsvRow.write(
                asked.columns().stream().map(column -> cell(column, hit, stored)).toList(), out));
      }
      case JSONL -> result.eachRecord((hit, stored) -> line(json(hit, stored)));
      case RIS ->
          result.eachRecord(
              (hit, stored) -> out.write(Citation.of(stored, links).ris(links.messages())));
      case BIBTEX ->
          result.eachRecord(
              (hit, stored) -> out.write(Citation.of(stored, links).bibtex(links.messages())));
      default -> throw new IllegalArgumentException(asked.format() + " is no list of processes");
    }
  }

  private void begin(ExportQuestion asked, List<String> columns) throws IOException {
    if (asked.byteOrderMark()) {
      out.write(CsvRow.BYTE_ORDER_MARK);
    }
    CsvRow.write(columns, out);
  }

  private void line(JsonObject object) throws IOException {
    out.write(new String(object.bytes(), StandardCharsets.UTF_8));
    out.write('\n');
  }

  private JsonObject json(ProcessHit hit, StoredProcess stored) {
    JsonObject json =
        RecordJson.of(stored, links).with("permalink", links.to(Address.process(hit.card().id())));
    return isAsked(hit)
        ? json.with(
            "hits",
            new JsonObject().with("occurrences", occurrences(hit)).with("pages", pages(hit)))
        : json;
  }

  private String cell(String column, ProcessHit hit, StoredProcess stored) {
    ProcessRecord record = stored.record();
    Years years = record.derived().years();
    return switch (column) {
      case "id" -> record.id();
      case "permalink" -> links.to(Address.process(record.id()));
      case "yearFrom" -> year(years.from());
      case "yearTo" -> year(years.to());
      case "places" -> paths(record.derived().places());
      case "themes" -> paths(record.derived().themes());
      case "other" ->
          record.other().stream()
              .map(other -> other.label() + ": " + other.value())
              .collect(Collectors.joining("\n"));
      case "files" ->
          record.attachments().stream().map(Attachment::file).collect(Collectors.joining("\n"));
      case "occurrences" -> counted(hit, occurrences(hit));
      case "pages" -> counted(hit, pages(hit));
      default -> field(record, column);
    };
  }

  private static String field(ProcessRecord record, String column) {
    RecordField field = Keyed.find(RecordField.values(), column).orElseThrow();
    FieldValue value = record.fields().get(field);
    return value == null
        ? ""
        : value.declaredAbsent() ? value.asWritten() : String.join(NEXT_VALUE, value.values());
  }

  private static String year(Optional<Years.Bound> bound) {
    return bound.map(Years.Bound::year).map(String::valueOf).orElse("");
  }

  private static String paths(List<TreePath> paths) {
    return paths.stream().map(TreePath::value).collect(Collectors.joining(NEXT_VALUE));
  }

  /** Returns nothing without words: then nothing was looked for. */
  private static String counted(ProcessHit hit, int count) {
    return isAsked(hit) ? Integer.toString(count) : "";
  }

  private static boolean isAsked(ProcessHit hit) {
    return counts(hit).findAny().isPresent();
  }

  private static int occurrences(ProcessHit hit) {
    return counts(hit).mapToInt(PageCounts::occurrences).sum();
  }

  private static int pages(ProcessHit hit) {
    return counts(hit).mapToInt(counts -> counts.pages().size()).sum();
  }

  private static Stream<PageCounts> counts(ProcessHit hit) {
    return hit.attachments().stream().map(AttachmentHit::hits).flatMap(Optional::stream);
  }

  /** Writes every page with words of the question, as comma-separated values or JSON lines. */
  public void writePages(WholeResult result, ExportQuestion asked) throws IOException {
    TextQuery query = asked.question().request().query();
    boolean csv = asked.format() == ResultFormat.CSV;
    if (csv) {
      begin(asked, PAGE_COLUMNS);
    }
    result.eachPage(found -> {
      List<Object> values = values(found, query.text());
      if (csv) {
        CsvRow.write(values.stream().map(String::valueOf).toList(), out);
      } else {
        JsonObject json = new JsonObject();
        for (int i = 0; i < values.size(); i++) {
          json.with(PAGE_COLUMNS.get(i), values.get(i));
        }
        line(json);
      }
    });
  }

  private List<Object> values(FoundPage found, String q) {
    String process = found.process().card().id();
    Attachment attachment = found.attachment().stored().attachment();
    int page = found.page().page();
    return List.of(
        process,
        found.process().card().title(),
        attachment.id(),
        attachment.file(),
        page,
        found.page().label(),
        found.page().occurrences(),
        found.page().excerpts().stream().map(each -> each.text()).collect(Collectors.joining(" ")),
        links.page(process, attachment.id(), page, q, found.first()));
  }
}
