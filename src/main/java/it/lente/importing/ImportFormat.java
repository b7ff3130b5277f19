package it.lente.importing;

import it.lente.record.Keyed;
import it.lente.source.ColumnNames;
import it.lente.source.CsvRows;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The systems whose exports are known. */
public enum ImportFormat implements Keyed {
  /** Recognized by the content of each file. */
  AUTO,
  /** The CSV of the Osservatorio Partecipazione, with the labels of the scheda as columns. */
  OSSERVATORIO,
  /** Decidim's export of processes as JSON, or its open data as CSV. */
  DECIDIM,
  /** Participedia's cases as JSON, from the API or an export, or as CSV. */
  PARTICIPEDIA,
  /** Any CSV, whose columns a map file names. */
  CSV,
  /** The saved page of a scheda. */
  HTML;

  private static final Pattern OF_DECIDIM =
      Pattern.compile(
          "\"participatory_process_steps\"|\"developer_group\"|\"title\"\\s*:\\s*\\{\\s*\"[a-z]{2}");

  private static final int LABELS_OF_A_SCHEDA = 8;

  /** Returns what this format is for a text: itself, or what the text looks like. */
  ImportFormat of(String text) throws IOException {
    if (this != AUTO) {
      return this;
    }
    String start = text.stripLeading();
    if (start.startsWith("<")) {
      return HTML;
    } else if (isJson(text)) {
      return OF_DECIDIM.matcher(text).find() ? DECIDIM : PARTICIPEDIA;
    }
    List<String> columns =
        CsvRows.of(text).columns().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (columns.stream().anyMatch(name -> name.startsWith("title/"))) {
      return DECIDIM;
    } else if (columns.contains("method_types") || columns.contains("public_spectrum")) {
      return PARTICIPEDIA;
    }
    long labels = columns.stream().filter(name -> !ColumnNames.key(name).isEmpty()).count();
    boolean users = columns.stream().anyMatch(name -> name.startsWith("utente "));
    return labels >= LABELS_OF_A_SCHEDA || users ? OSSERVATORIO : CSV;
  }

  static boolean isJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("[") || start.startsWith("{");
  }
}
