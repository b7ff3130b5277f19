package it.lente.search;

import it.lente.engine.ListSort;
import it.lente.record.NearestName;
import it.lente.record.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A reader's question whose whole result is wanted in one format, checked.
 *
 * @param columns of the CSV, in their order
 * @param byteOrderMark whether the CSV begins with one, by which spreadsheets recognise UTF-8
 */
public record ExportQuestion(
    Question question, ResultFormat format, List<String> columns, boolean byteOrderMark) {

  /** The formats of a list of processes. */
  public static final Set<ResultFormat> FORMATS =
      Set.of(
          ResultFormat.JSON,
          ResultFormat.CSV,
          ResultFormat.JSONL,
          ResultFormat.RIS,
          ResultFormat.BIBTEX,
          ResultFormat.ATOM);

  /** The formats of a list of pages. */
  public static final Set<ResultFormat> PAGE_FORMATS = Set.of(ResultFormat.CSV, ResultFormat.JSONL);

  /** The columns of a process: its identity, every field of the record, its files and pages. */
  public static final List<String> COLUMNS = allColumns();

  /** The parameters of a list of processes in any format. */
  public static final Set<String> PARAMETERS = parameters("columns");

  /** The parameters of a list of pages. */
  public static final Set<String> PAGE_PARAMETERS = pageParameters();

  public ExportQuestion {
    columns = List.copyOf(columns);
  }

  private static List<String> allColumns() {
    List<String> columns = new ArrayList<>(List.of("id", "permalink"));
    Stream.of(RecordField.values()).map(RecordField::key).forEach(columns::add);
    columns.addAll(
        List.of(
            "yearFrom", "yearTo", "places", "themes", "other", "files", "occurrences", "pages"));
    return List.copyOf(columns);
  }

  private static Set<String> parameters(String... more) {
    Set<String> names = new TreeSet<>(Question.PARAMETERS);
    names.addAll(Set.of("format", "bom"));
    names.addAll(Set.of(more));
    return Set.copyOf(names);
  }

  private static Set<String> pageParameters() {
    Set<String> names = new TreeSet<>(parameters());
    names.removeAll(Set.of("page", "size", Question.CURSOR));
    return Set.copyOf(names);
  }

  /**
   * Reads and checks parameters of a list of processes; unknown ones are refused.
   *
   * @param accepted the format if the parameter does not name one
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static ExportQuestion strict(RequestParameters parameters, ResultFormat accepted) {
    ExportQuestion asked = of(parameters, PARAMETERS, FORMATS, accepted);
    if (asked.format != ResultFormat.JSON && !parameters.one(Question.CURSOR).isEmpty()) {
      throw new InvalidParameterException(
          Question.CURSOR,
          "The format “%s” has no cursors: leave “cursor” out.".formatted(asked.format.key()));
    }
    boolean feed = asked.format == ResultFormat.ATOM && parameters.one("sort").isEmpty();
    return feed ? asked.latestFirst() : asked;
  }

  /** Returns the question in the order in which changes were seen, which feeds have. */
  private ExportQuestion latestFirst() {
    return new ExportQuestion(question.sorted(ListSort.SEEN), format, columns, byteOrderMark);
  }

  /**
   * Reads and checks parameters of a list of pages; unknown ones are refused.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static ExportQuestion ofPages(RequestParameters parameters, ResultFormat accepted) {
    ExportQuestion asked = of(parameters, PAGE_PARAMETERS, PAGE_FORMATS, accepted);
    if (!asked.question.request().query().asks()) {
      throw new InvalidParameterException("q", "“q” is missing: give the words to look for.");
    }
    return asked;
  }

  private static ExportQuestion of(
      RequestParameters parameters,
      Set<String> known,
      Set<ResultFormat> formats,
      ResultFormat accepted) {
    Question question = Question.strict(parameters, known);
    ResultFormat format = ResultFormat.of(parameters, formats, accepted);
    boolean mark =
        parameters.choice("bom", "no", new String[] {"yes", "no"}, each -> each).equals("yes");
    List<String> columns = chosen(parameters.one("columns"));
    for (String name : List.of("columns", "bom")) {
      if (format != ResultFormat.CSV && !parameters.one(name).isEmpty()) {
        throw new InvalidParameterException(
            name, "“%s” belongs to format=csv: add that, or leave it out.".formatted(name));
      }
    }
    return new ExportQuestion(question, format, columns, mark);
  }

  private static List<String> chosen(String names) {
    if (names.isEmpty()) {
      return COLUMNS;
    }
    List<String> columns = Stream.of(names.split(",")).map(String::strip).distinct().toList();
    for (String column : columns) {
      if (!COLUMNS.contains(column)) {
        throw new InvalidParameterException(
            "columns",
            "There is no column “%s”. Known are: %s.%s"
                .formatted(column, String.join(", ", COLUMNS), NearestName.hint(column, COLUMNS)));
      }
    }
    return columns;
  }
}
