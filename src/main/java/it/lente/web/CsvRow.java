package it.lente.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Writer;
import java.util.List;

/** A line of comma-separated values (RFC 4180) that spreadsheets do not take for formulas. */
final class CsvRow {

  /** By it spreadsheets recognise UTF-8. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Spreadsheets read a cell that begins with one of these characters as a formula. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  /** Keeps nothing back, so that rows and other text can be written in turn. */
  private static final CsvWriter.CsvWriterBuilder ROWS = CsvWriter.builder().bufferSize(0);

  private CsvRow() {}

  static void write(List<String> cells, Writer out) {
    ROWS.build(out).writeRecord(cells.stream().map(CsvRow::harmless).toList());
  }

  private static String harmless(String cell) {
    boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }
}
