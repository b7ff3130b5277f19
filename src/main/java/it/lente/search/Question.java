package it.lente.search;

import it.lente.engine.ListSort;
import it.lente.engine.ResultWindow;
import it.lente.engine.Scope;
import it.lente.engine.SearchRequest;
import it.lente.record.Facet;
import it.lente.record.Measure;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A reader's question about processes, checked.
 *
 * @param number differs from question to question, and is the same for every part of one list
 * @param page from 1
 * @param warnings about the question's text
 */
public record Question(
    SearchRequest request,
    SelectedFilters chosen,
    int number,
    int page,
    int size,
    List<Warning> warnings) {

  /** The parameter that continues the list of an earlier answer. */
  static final String CURSOR = "cursor";

  /** Default number of processes on a page. */
  public static final int DEFAULT_SIZE = 20;

  /** Maximum number of processes on a page. */
  public static final int MAX_SIZE = 100;

  /** Maximum number of processes that pages reach. */
  public static final int MAX_DEPTH = 10_000;

  /** Maximum number of filter values in one request, of all filters together. */
  public static final int MAX_FILTER_VALUES = 100;

  /** The parameters that narrow a list of processes. */
  public static final List<String> FILTERS =
      Stream.concat(
              Stream.of(Facet.values()).map(Facet::key),
              Stream.of(Measure.values()).map(Measure::key))
          .toList();

  /** The parameters of a list of processes. */
  public static final Set<String> PARAMETERS = parameters();

  public Question {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads and checks parameters; unknown ones are refused.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static Question strict(RequestParameters parameters) {
    return strict(parameters, PARAMETERS);
  }

  /** Reads and checks the parameters of a route that knows others besides. */
  static Question strict(RequestParameters parameters, Set<String> known) {
    parameters.allowOnly(known);
    Question question = lenient(parameters);
    String cursor = parameters.one(CURSOR);
    if (cursor.isEmpty()) {
      return question;
    }
    if (!parameters.one("page").isEmpty()) {
      throw new InvalidParameterException(
          CURSOR, "“cursor” says by itself where the list goes on: leave “page” out.");
    }
    return question.from(cursor);
  }

  /** Returns the question in another order. */
  Question sorted(ListSort sort) {
    return new Question(request.sorted(sort), chosen, number, page, size, warnings);
  }

  private Question from(String text) {
    Cursor cursor =
        Cursor.read(text)
            .filter(read -> read.window().offset() <= MAX_DEPTH)
            .orElseThrow(() ->
                new InvalidParameterException(
                    CURSOR,
                    "“cursor” takes what an earlier answer gave as “next”, whole and unchanged."
                        + " Leave it out to begin at the first process."));
    if (cursor.question() != number) {
      throw new InvalidParameterException(
          CURSOR,
          "This “cursor” belongs to another question: ask with the same “q”, “scope”, “sort” and"
              + " filters that gave it, or leave it out to begin at the first process.");
    }
    SearchRequest rest = request.matching(cursor.match()).showing(cursor.window().sized(size));
    return new Question(rest, chosen, number, page, size, warnings);
  }

  /**
   * Reads and checks parameters; unknown ones are ignored, and so is a cursor: pages have numbers.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static Question lenient(RequestParameters parameters) {
    QueryLanguage.Parsed parsed = QueryLanguage.parse(parameters.one("q"));
    int size = parameters.number("size", DEFAULT_SIZE, 1, MAX_SIZE);
    int page = parameters.number("page", 1, 1, MAX_DEPTH / size);
    SelectedFilters chosen = SelectedFilters.of(parameters);
    SearchRequest request =
        new SearchRequest(
            parsed.query(),
            parameters.choice("scope", Scope.ALL, Scope.values(), Scope::key),
            chosen.filters(),
            parameters.choice("sort", ListSort.RELEVANCE, ListSort.values(), ListSort::key),
            new ResultWindow((page - 1) * size, size));
    return new Question(
        request, chosen, number(request, parameters), page, size, parsed.warnings());
  }

  /** Returns the part of a question's text that is read; the rest is ignored. */
  public static String readable(String typed) {
    return QueryLanguage.readable(typed);
  }

  private static int number(SearchRequest request, RequestParameters parameters) {
    StringBuilder asked = new StringBuilder();
    asked.append(request.query().text()).append('\n');
    asked.append(request.scope().key()).append('\n').append(request.sort().key()).append('\n');
    for (String name : FILTERS) {
      parameters.all(name).stream()
          .sorted()
          .forEach(value -> asked.append(name).append('=').append(value).append('\n'));
    }
    return Cursor.numberOf(asked.toString());
  }

  private static Set<String> parameters() {
    Set<String> names = new TreeSet<>(Set.of("q", "scope", "sort", "size", "page", "lang", CURSOR));
    names.addAll(FILTERS);
    return Set.copyOf(names);
  }
}
