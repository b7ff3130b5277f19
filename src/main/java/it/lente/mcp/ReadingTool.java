package it.lente.mcp;

import it.lente.record.Facet;
import it.lente.search.FacetList;
import it.lente.search.FacetQuestion;
import it.lente.search.HitsQuestion;
import it.lente.search.InvalidParameterException;
import it.lente.search.Question;
import it.lente.search.RequestParameters;
import it.lente.search.Search;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The tools; each reads its parameters strictly, asks the search and writes the answer. */
enum ReadingTool {
  SEARCH_PROCESSES(List.of(), List.of("q", "scope", "sort", "size", "page", "cursor"), true),
  LOCATE_IN_REPORTS(List.of("process", "q"), List.of("attachment", "pages", "order"), false),
  READ_PAGE(List.of("process", "attachment", "page"), List.of(), false),
  FACETS(List.of("facet"), List.of("q", "scope", "contains", "size", "page"), true);

  static final List<ReadingTool> ALL = List.of(values());

  /** Unmodifiable. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> required;

  /** Unmodifiable. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> optional;

  ReadingTool(List<String> required, List<String> optional, boolean filtered) {
    this.required = required;
    this.optional =
        Stream.concat(optional.stream(), filtered ? Question.FILTERS.stream() : Stream.of())
            .toList();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> required() {
    return required;
  }

  List<String> optional() {
    return optional;
  }

  /**
   * Answers a call.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   * @throws java.util.NoSuchElementException if the process, attachment or page is unknown
   */
  Map<String, Object> call(Search search, RequestParameters given, ToolAnswers answers) {
    for (String name : required) {
      if (given.one(name).isEmpty()) {
        throw new InvalidParameterException(name, "“%s” is missing.".formatted(name));
      }
    }
    given
        .beyond(Question.FILTERS, Question.MAX_FILTER_VALUES)
        .ifPresent(name -> {
          throw new InvalidParameterException(
              name,
              "All filters together take %d values at most.".formatted(Question.MAX_FILTER_VALUES));
        });
    return switch (this) {
      case SEARCH_PROCESSES -> answers.list(search.ask(Question.strict(given)));
      case LOCATE_IN_REPORTS -> locate(search, given, answers);
      case READ_PAGE -> page(search, given, answers);
      case FACETS -> facet(search, given, answers);
    };
  }

  private static Map<String, Object> locate(
      Search search, RequestParameters given, ToolAnswers answers) {
    String process = given.one("process");
    String attachment = given.one("attachment");
    HitsQuestion question = HitsQuestion.strict(without(given, "process", "attachment"));
    return attachment.isEmpty()
        ? answers.places(search.process(process, question).orElseThrow(), given.one("q"))
        : answers.places(
            process, search.hits(process, attachment, question).orElseThrow(), given.one("q"));
  }

  private static Map<String, Object> page(
      Search search, RequestParameters given, ToolAnswers answers) {
    int number = given.number("page", 1, 1, Integer.MAX_VALUE);
    String process = given.one("process");
    String attachment = given.one("attachment");
    return answers.page(
        search.process(process).orElseThrow(),
        attachment,
        search.page(process, attachment, number).orElseThrow());
  }

  private static Map<String, Object> facet(
      Search search, RequestParameters given, ToolAnswers answers) {
    Facet facet = given.choice("facet", Facet.STATUS, Facet.values(), Facet::key);
    FacetQuestion question = FacetQuestion.strict(facet, without(given, "facet"));
    return answers.facet(facet, FacetList.of(search.facet(question), question, answers.messages()));
  }

  private static RequestParameters without(RequestParameters given, String... names) {
    Map<String, List<String>> values = new HashMap<>(given.values());
    values.keySet().removeAll(Set.of(names));
    return new RequestParameters(values);
  }
}
