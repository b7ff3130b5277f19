package it.lente.importing;

import it.lente.source.CsvRows;
import it.lente.source.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes rows of a CSV. */
final class TableSource {

  /** A set as PostgreSQL writes it: {@code {a,"b c"}}. */
  private static final Pattern SET = Pattern.compile("\\{(.*)\\}", Pattern.DOTALL);

  private static final Pattern MEMBER = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^,{}\"]+)");

  private static final Pattern TRANSLATED = Pattern.compile("(.+)/([a-z]{2}(?:-[A-Z]{2})?)");

  private TableSource() {}

  /**
   * Returns the rows in their order.
   *
   * @param broken takes the line of each row that cannot be read
   */
  static List<SourceRow> rows(String text, IntConsumer broken) throws IOException {
    CsvRows table = CsvRows.of(text);
    List<String> columns = names(table.columns());
    List<SourceRow> rows = new ArrayList<>();
    table.read(
        each -> {
          SourceRow row = SourceRow.empty(each.line());
          for (int i = 0; i < each.cells().size(); i++) {
            String cell = Markup.plain(each.cells().get(i)).replaceAll("\\R", "\n").strip();
            String column = i < columns.size() ? columns.get(i) : "column " + (i + 1);
            Matcher set = SET.matcher(cell);
            if (set.matches()) {
              row.list(column, members(set.group(1)));
            } else {
              row.add(column, cell);
            }
          }
          rows.add(row);
        },
        broken);
    return rows;
  }

  /** Drops the language of {@code title/it} from the first translation of each column. */
  private static List<String> names(List<String> columns) {
    List<String> stripped = columns.stream().map(String::strip).toList();
    List<String> names = new ArrayList<>();
    for (String column : stripped) {
      Matcher translated = TRANSLATED.matcher(column);
      String base = translated.matches() ? translated.group(1) : column;
      boolean first =
          translated.matches()
              && (translated.group(2).equals("it")
                  || (!stripped.contains(base + "/it") && !names.contains(base)));
      names.add(first ? base : column.isEmpty() ? "column " + (names.size() + 1) : column);
    }
    return names;
  }

  private static List<String> members(String set) {
    return MEMBER
        .matcher(set)
        .results()
        .map(member ->
            member.group(1) == null ? member.group(2) : member.group(1).replaceAll("\\\\(.)", "$1"))
        .toList();
  }
}
