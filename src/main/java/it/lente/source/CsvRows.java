package it.lente.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import it.lente.record.ReasonCode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** The rows of a CSV text, separated by commas, semicolons or tabs, with their lines. */
public final class CsvRows {

  private static final String SEPARATORS = ",;\t";

  /** The first line by which spreadsheets name the separator: {@code sep=;}. */
  private static final String NAMED = "sep=";

  /**
   * A row with text.
   *
   * @param line on which the row begins, counted from 1
   */
  public record Row(int line, List<String> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  private final String text;
  private final char separator;
  private final Row header;

  private CsvRows(String text, char separator, Row header) {
    this.text = text;
    this.separator = separator;
    this.header = header;
  }

  /**
   * Recognizes the separator: the one that gives the first row the most cells.
   *
   * @throws IOException if there is no first row
   */
  public static CsvRows of(String text) throws IOException {
    boolean named = text.length() > NAMED.length() && text.startsWith(NAMED);
    String separators = named ? text.substring(NAMED.length(), NAMED.length() + 1) : SEPARATORS;
    return separators
        .chars()
        .filter(each -> SEPARATORS.indexOf(each) >= 0)
        .mapToObj(each -> first(text, (char) each, named ? 2 : 1))
        .flatMap(Optional::stream)
        .max(Comparator.comparingInt(rows -> rows.header.cells().size()))
        .orElseThrow(() -> new UnusableFileException(ReasonCode.NO_COLUMNS));
  }

  private static Optional<CsvRows> first(String text, char separator, int line) {
    CsvRows rows = new CsvRows(text, separator, new Row(line - 1, List.of()));
    try (Stream<Row> all = rows.from(rows.offset(0, line - 1), line)) {
      return all.filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
          .findFirst()
          .map(row -> new CsvRows(text, separator, row));
    } catch (CsvParseException broken) {
      return Optional.empty();
    }
  }

  /** Returns the names of the columns, which the first row contains. */
  public List<String> columns() {
    return header.cells();
  }

  /**
   * Passes on the rows below the first. A row with an unclosed text is left out, and reading goes
   * on with the line after its first, because the text may reach to the end of the file.
   *
   * @param broken takes the line of each row that cannot be read
   */
  public void read(Consumer<Row> rows, IntConsumer broken) {
    int line = header.line() + breaks(header.cells());
    int offset = offset(0, line);
    while (offset < text.length()) {
      int[] next = {line + 1};
      try (Stream<Row> all = from(offset, line + 1)) {
        all.forEach(row -> {
          next[0] = row.line() + 1 + breaks(row.cells());
          if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
            rows.accept(row);
          }
        });
        return;
      } catch (CsvParseException unclosed) {
        broken.accept(next[0]);
        offset = offset(offset, next[0] - line);
        line = next[0];
      }
    }
  }

  /** Returns the rows, also empty ones, from the beginning of a line. */
  private Stream<Row> from(int offset, int line) {
    StringReader rest = new StringReader(text);
    try {
      rest.skip(offset);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(rest);
    return reader.stream()
        .map(each -> new Row(line - 1 + (int) each.getStartingLineNumber(), each.getFields()));
  }

  private static int breaks(List<String> cells) {
    return cells.stream().mapToInt(CsvRows::breaks).sum();
  }

  private static int breaks(String cell) {
    int breaks = 0;
    for (int i = next(cell, 0); i > 0; i = next(cell, i)) {
      breaks++;
    }
    return breaks;
  }

  /** Returns the offset after this many line ends. */
  private int offset(int from, int lines) {
    int offset = from;
    for (int i = 0; i < lines; i++) {
      int after = next(text, offset);
      offset = after == 0 ? text.length() : after;
    }
    return offset;
  }

  /** Returns the offset after the next line end, 0 if there is none. */
  private static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        return i + 1;
      } else if (text.charAt(i) == '\r') {
        return text.startsWith("\n", i + 1) ? i + 2 : i + 1;
      }
    }
    return 0;
  }
}
