package it.lente.app;

import it.lente.engine.SearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that reads a collection. */
final class CollectionOptions {

  @Option(
      names = "--records",
      paramLabel = "DIR",
      defaultValue = "records",
      description = "the folder of process records (default: records, beside the launcher)")
  Path records;

  @Option(
      names = "--attachments",
      paramLabel = "DIR",
      description = {
        "the folder with one folder of reports for each record",
        "(default: attachments, beside the folder of records)"
      })
  private Path attachments;

  @Option(
      names = "--texts",
      paramLabel = "DIR",
      description = {
        "the folder of extracted texts, which several machines may share",
        "(default: texts, in the folder of the index)"
      })
  private Path texts;

  @Mixin IndexOptions index;

  /** Returns the folder of attachments, by default that of the same collection as the records. */
  Path attachments() {
    return attachments == null ? records.resolveSibling("attachments") : attachments;
  }

  /** Returns the folder of extracted texts, by default in that of the index. */
  Path texts() {
    return texts == null ? index.folder.resolve("texts") : texts;
  }

  /**
   * Requires both folders of the collection, and creates the index folder. Once there is an index,
   * a missing folder means a disk that is not mounted: the run keeps the earlier data and reports
   * it.
   *
   * @throws UsageException naming the missing folder and the option for another
   */
  void require() {
    attachments = attachments();
    boolean whole = Files.isDirectory(records) && Files.isDirectory(attachments);
    if (!whole && !isIndexed()) {
      require(records, "--records");
      require(attachments, "--attachments");
    }
    try {
      Files.createDirectories(index.folder);
    } catch (IOException refused) {
      throw new UsageException(
          "The index folder %s cannot be made (%s): give another with --index DIR."
              .formatted(index.folder, refused));
    }
  }

  private boolean isIndexed() {
    try (SearchEngine engine = index.engines().reader()) {
      return engine.status().ready();
    }
  }

  private static void require(Path folder, String option) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "There is no folder %s: make it, or give another with %s DIR.".formatted(folder, option));
    }
  }
}
