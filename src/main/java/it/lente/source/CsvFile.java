package it.lente.source;

import it.lente.record.Origin;
import it.lente.record.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads files with one record a row, below a row with the names of the columns. */
final class CsvFile implements RecordFormat {

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public void read(SourceFile file, RecordAssembly records) throws IOException {
    CsvRows rows = CsvRows.of(file.text());
    Columns columns = new Columns(file, rows.columns());
    if (columns.reportAndAccept()) {
      rows.read(
          row -> columns.record(row, records),
          line -> file.findings().refusal(file.path(), line, ReasonCode.ROW_UNCLOSED.with()));
    }
  }

  /** The columns of a file. */
  private static final class Columns {

    private final SourceFile file;
    private final List<String> names;
    private final List<String> keys;
    private int number;

    Columns(SourceFile file, List<String> names) {
      this.file = file;
      this.names =
          names.stream().map(name -> RecordDraft.shortened(Spelling.stripped(name))).toList();
      this.keys = this.names.stream().map(ColumnNames::key).toList();
    }

    /**
     * Reports columns that are missing or there twice. They concern no single record, so they do
     * not make rows be read again.
     */
    boolean reportAndAccept() {
      Findings findings = file.findings();
      if (!keys.contains("title")) {
        findings.refusal(file.path(), 1, ReasonCode.NO_TITLE_COLUMN.with(String.join(", ", names)));
        return false;
      }
      if (!keys.contains("id")) {
        findings.problem(file.path(), 1, ReasonCode.NO_ID_COLUMN.with(file.found().stem() + "-1"));
      }
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < names.size(); i++) {
        String same = keys.get(i).isEmpty() ? "?" + ColumnNames.plain(names.get(i)) : keys.get(i);
        if (!names.get(i).isEmpty() && !seen.add(same)) {
          findings.problem(file.path(), 1, ReasonCode.COLUMN_TWICE.with(names.get(i)));
        }
      }
      return true;
    }

    void record(CsvRows.Row row, RecordAssembly records) {
      number++;
      Findings findings = file.findings();
      for (int i = 0; i < Math.min(names.size(), row.cells().size()); i++) {
        if (keys.get(i).isEmpty() && !names.get(i).isEmpty() && !row.cells().get(i).isBlank()) {
          findings.unknownLabel(names.get(i));
        }
      }
      String text = String.join("\u0000", names) + "\n" + String.join("\u0000", row.cells());
      String stamp = JsonRecords.stamp(row.line(), text.getBytes(StandardCharsets.UTF_8));
      if (!records.knows(file.found(), row.line(), stamp)) {
        findings.begin();
        records.accept(draft(row), stamp);
      }
    }

    private RecordDraft draft(CsvRows.Row row) {
      RecordDraft draft = new RecordDraft(new Origin(file.path(), row.line()), file.findings());
      List<String> cells = row.cells();
      draft.id(file.found().stem() + "-" + number);
      for (int i = 0; i < cells.size(); i++) {
        JsonNode cell = StringNode.valueOf(cells.get(i));
        String text = JsonRecords.plain(cell).replaceAll("\\R", "\n");
        if (!text.isEmpty()) {
          String name = i < names.size() ? names.get(i) : "";
          draft.at(name.isEmpty() ? "" : "column «" + name + "»");
          put(draft, name, i < names.size() ? keys.get(i) : "", text, row.line());
        }
      }
      draft.at("");
      if (cells.size() != names.size()) {
        draft.problem(row.line(), ReasonCode.OTHER_CELLS.with(cells.size(), names.size()));
      }
      return draft;
    }

    private static void put(RecordDraft draft, String name, String key, String text, int line) {
      switch (key) {
        case "" -> draft.other(name.isEmpty() ? SchedaLabels.NONE : name, text);
        case "places" ->
            text.lines()
                .flatMap(each -> List.of(each.split(";", -1)).stream())
                .filter(each -> !each.isBlank())
                .forEach(each -> JsonRecords.property(draft, key, StringNode.valueOf(each), line));
        case "attachments" -> attachments(draft, name, text, line);
        default -> JsonRecords.property(draft, key, StringNode.valueOf(text), line);
      }
    }

    /** Takes a manifest in JSON; the source's own «Allegati» is a text. */
    private static void attachments(RecordDraft draft, String name, String text, int line) {
      try {
        JsonNode list = Manifest.MAPPER.readTree(text);
        JsonRecords.property(draft, "attachments", list, line);
      } catch (JacksonException none) {
        draft.other(name, text);
      }
    }
  }
}
