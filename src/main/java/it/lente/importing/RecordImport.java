package it.lente.importing;

import it.lente.importing.ImportReport.Column;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.RecordField;
import it.lente.source.ColumnNames;
import it.lente.source.SourceProblem;
import it.lente.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads exports, and writes records and manifests below a folder. */
public final class RecordImport {

  private final ImportFormat format;
  private final String map;
  private final LocalDate today;
  private final ImportFolder folder;
  private final Map<String, Column> columns = new TreeMap<>();
  private final List<SourceProblem> problems = new ArrayList<>();
  private final Map<String, String> ids = new HashMap<>();
  private int read;
  private int files;

  /**
   * @param map the lines of a map file, which win over those of the format; empty if there are none
   * @param today decides whether a process is over
   */
  public RecordImport(ImportFormat format, String map, LocalDate today, Path to, boolean replace) {
    this.format = format;
    this.map = map;
    this.today = today;
    this.folder = new ImportFolder(to, replace);
  }

  /**
   * Imports files. Nothing is written if one of them cannot be read, or if a file that would be
   * written is there already with other content.
   *
   * @throws ImportException naming the file and the reason
   */
  public ImportReport run(List<Path> sources) throws IOException {
    int written = 0;
    for (Path source : sources) {
      List<ObjectNode> records = new ArrayList<>();
      try {
        read(source, records);
      } catch (ImportException unusable) {
        throw new ImportException(source + ": " + unusable.getMessage());
      }
      folder.records(stem(source), records);
      written += records.size();
    }
    ImportReport.Loaded loaded = folder.write();
    return new ImportReport(read, written, files, columns, problems, loaded);
  }

  private void read(Path source, List<ObjectNode> records) throws IOException {
    String text = SourceText.read(source).text();
    ImportFormat used = format.of(text);
    ColumnMap names = ColumnMap.of(used);
    names.add(map);
    String name = source.getFileName().toString();
    List<SourceRow> rows = rows(used, text, name);
    read += rows.size();
    int number = 0;
    for (SourceRow row : rows) {
      number++;
      ObjectNode fields = mapped(row, names);
      if (!fields.has("title")) {
        problem(name, row.line(), ReasonCode.NO_TITLE.with());
        continue;
      }
      ObjectNode record = ordered(fields, stem(source) + (rows.size() == 1 ? "" : "-" + number));
      String id = record.get("id").asString();
      String taken = ids.putIfAbsent(id, name + ", line " + row.line());
      if (taken != null) {
        problem(name, row.line(), ReasonCode.ID_TAKEN.with(id, taken));
        continue;
      }
      if (!row.files().isEmpty()) {
        folder.manifest(id, row.files());
        files += row.files().size();
      }
      records.add(record);
    }
  }

  private List<SourceRow> rows(ImportFormat used, String text, String name) throws IOException {
    if (used == ImportFormat.HTML) {
      return PageSource.rows(text);
    } else if (ImportFormat.isJson(text) && used == ImportFormat.DECIDIM) {
      return DecidimSource.rows(text, today);
    }
    List<SourceRow> rows =
        ImportFormat.isJson(text)
            ? ParticipediaSource.rows(text)
            : TableSource.rows(
                text,
                line -> {
                  read++;
                  problem(name, line, ReasonCode.ROW_UNCLOSED.with());
                });
    for (SourceRow row : rows) {
      if (used == ImportFormat.DECIDIM) {
        DecidimSource.complete(row, false, today);
      } else if (used == ImportFormat.PARTICIPEDIA) {
        ParticipediaSource.complete(row);
      }
    }
    return rows;
  }

  private void problem(String file, int line, Reason reason) {
    problems.add(new SourceProblem(file, line, reason));
  }

  /** Returns the values by their keys; those of unknown columns keep their names. */
  private ObjectNode mapped(SourceRow row, ColumnMap names) {
    ObjectNode fields = SourceRow.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> value : row.values().properties()) {
      String column = value.getKey();
      String known = names.key(column);
      String key = known.isEmpty() && !column.contains("/") ? label(column) : known;
      if (!column.startsWith("lente_")) {
        columns.merge(
            column, new Column(key, 1), (old, one) -> new Column(key, old.processes() + 1));
      }
      if (!key.equals(ColumnMap.DROPPED) && !key.equals(ColumnMap.READ)) {
        SourceRow.merge(fields, key.isEmpty() ? free(column) : key, value.getValue());
      }
    }
    return fields;
  }

  /** In an export with names of its own, only a whole label of the scheda is one. */
  private static String label(String column) {
    String key = ColumnNames.key(column);
    return ColumnMap.isKey(key) ? key : "";
  }

  /** A name that Lente gives another meaning would be read so. */
  private static String free(String column) {
    return ColumnMap.isKey(column) || column.equals("attachments") ? column + " (source)" : column;
  }

  /** Puts id and title first and the fields in their order; long texts are joined, lists stay. */
  private static ObjectNode ordered(ObjectNode fields, String id) {
    ObjectNode record = SourceRow.MAPPER.createObjectNode();
    record.put("id", fields.has("id") ? SourceRow.texts(fields.get("id")).getFirst() : id);
    for (RecordField field : RecordField.values()) {
      JsonNode value = fields.get(field.key());
      if (value != null) {
        set(record, field, value);
      }
    }
    fields.properties().forEach(other -> record.putIfAbsent(other.getKey(), other.getValue()));
    return record;
  }

  /** Of several values where only one can be true, the first is used and the others are kept. */
  private static void set(ObjectNode record, RecordField field, JsonNode value) {
    List<String> texts = SourceRow.texts(value);
    switch (field.kind()) {
      case KEYWORDS, VOCABULARY -> record.set(field.key(), value);
      case PROSE, LINE -> record.put(field.key(), String.join("\n", texts));
      default -> {
        record.put(field.key(), texts.getFirst());
        if (texts.size() > 1) {
          String others = String.join(" / ", texts.subList(1, texts.size()));
          record.put(free(field.key()), others);
        }
      }
    }
  }

  private static String stem(Path source) {
    String name = source.getFileName().toString();
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }
}
