package it.lente.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** A line of comma-separated values (RFC 4180) that spreadsheets do not take for formulas. */
final class CsvRow {

  /** By it spreadsheets recognise UTF-8. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Spreadsheets read a cell that begins with one of these characters as a formula. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private CsvRow() {}

  static void write(List<String> cells, Writer out) throws IOException {
    out.write(cells.stream().map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n")));
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String harmless = formula ? "'" + text : text;
    boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
  }
}
