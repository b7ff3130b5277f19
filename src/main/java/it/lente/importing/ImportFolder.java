package it.lente.importing;

import it.lente.source.RecordFolder;
import it.lente.source.RecordId;
import it.lente.source.RecordSink;
import it.lente.source.SourceReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder that an import fills: {@code records}, with a file of JSON Lines for each source and a
 * manifest for each process with attachments, and {@code attachments}.
 */
final class ImportFolder {

  private final Path records;
  private final Path attachments;
  private final boolean replace;
  private final Map<Path, byte[]> contents = new LinkedHashMap<>();
  private final Map<Path, Integer> counts = new LinkedHashMap<>();

  ImportFolder(Path folder, boolean replace) {
    this.records = folder.resolve("records");
    this.attachments = folder.resolve("attachments");
    this.replace = replace;
  }

  void records(String name, List<ObjectNode> all) {
    StringBuilder lines = new StringBuilder();
    all.forEach(each -> lines.append(SourceRow.MAPPER.writeValueAsString(each)).append('\n'));
    Path file = records.resolve(name + ".jsonl");
    put(file, lines.toString());
    counts.put(file, all.size());
  }

  void manifest(String id, ArrayNode entries) {
    String json = SourceRow.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(entries);
    put(records.resolve(RecordId.of(id) + ".attachments.json"), json + "\n");
  }

  private void put(Path file, String text) {
    if (contents.put(file, text.getBytes(StandardCharsets.UTF_8)) != null) {
      throw new ImportException(
          "two sources would write %s: import them into two folders, or rename one"
              .formatted(file));
    }
  }

  /**
   * Writes what was put, and reads it as a run would.
   *
   * @throws ImportException if a file has other content already, which somebody may have corrected
   */
  ImportReport.Loaded write() throws IOException {
    for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
      Path file = each.getKey();
      if (!replace
          && Files.exists(file)
          && !Arrays.equals(Files.readAllBytes(file), each.getValue())) {
        throw new ImportException(
            "%s is there already with other content: import into another folder, or replace it with --replace"
                .formatted(file));
      }
    }
    Files.createDirectories(records);
    Files.createDirectories(attachments);
    for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
      Path draft = each.getKey().resolveSibling("." + each.getKey().getFileName() + ".new");
      Files.write(draft, each.getValue());
      Files.move(draft, each.getKey(), StandardCopyOption.REPLACE_EXISTING);
    }
    return load();
  }

  private ImportReport.Loaded load() {
    int[] with = new int[3];
    RecordSink count =
        (record, stamp) -> {
          with[0] += record.derived().years().known() ? 1 : 0;
          with[1] += record.derived().places().isEmpty() ? 0 : 1;
          with[2] += record.derived().themes().isEmpty() ? 0 : 1;
        };
    SourceReport report = new RecordFolder(records, attachments).read(count);
    return new ImportReport.Loaded(report, with[0], with[1], with[2], counts);
  }
}
