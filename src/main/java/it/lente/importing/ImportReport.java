package it.lente.importing;

import it.lente.source.SourceProblem;
import it.lente.source.SourceReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Result of an import.
 *
 * @param read processes found in the sources
 * @param written records written
 * @param files attachments named in manifests
 * @param columns what became of each column, by its own name, with the number of processes that
 *     have a value in it
 * @param problems rows and files that were left out
 * @param loaded how Lente reads what was written, from the written files themselves
 */
public record ImportReport(
    int read,
    int written,
    int files,
    Map<String, Column> columns,
    List<SourceProblem> problems,
    Loaded loaded) {

  public ImportReport {
    columns = Map.copyOf(columns);
    problems = List.copyOf(problems);
  }

  /**
   * A column of the source.
   *
   * @param key of the field it became, «+» if it became several, «-» if it is left out, empty if it
   *     is kept as it is
   */
  public record Column(String key, int processes) {}

  /**
   * Records as they are indexed.
   *
   * @param withYears number of records with years, likewise places and themes
   * @param files the written files with their number of records
   */
  public record Loaded(
      SourceReport report,
      int withYears,
      int withPlaces,
      int withThemes,
      Map<Path, Integer> files) {}
}
