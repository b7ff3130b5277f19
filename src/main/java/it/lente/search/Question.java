package it.lente.search;

import it.lente.engine.Scope;
import it.lente.engine.SearchRequest;
import it.lente.engine.Sort;
import it.lente.engine.Window;
import it.lente.record.Facet;
import it.lente.record.Measure;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A reader's question about processes, checked.
 *
 * @param page from 1
 * @param warnings what had to be said about the question's text
 */
public record Question(
    SearchRequest request, Chosen chosen, int page, int size, List<Warning> warnings) {

  /** How many processes a page shows unless it is told otherwise. */
  public static final int DEFAULT_SIZE = 20;

  /** The most processes that a page shows. */
  public static final int MAX_SIZE = 100;

  /** How deep pages reach, in processes. */
  public static final int MAX_DEPTH = 10_000;

  /** The parameters that a list of processes takes. */
  public static final Set<String> PARAMETERS = parameters();

  public Question {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads and checks parameters; those that are not known are refused.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static Question strict(Parameters parameters) {
    parameters.allowOnly(PARAMETERS);
    return lenient(parameters);
  }

  /**
   * Reads and checks parameters; those that are not known are passed over.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static Question lenient(Parameters parameters) {
    QueryLanguage.Parsed parsed = QueryLanguage.parse(parameters.one("q"));
    int size = parameters.number("size", DEFAULT_SIZE, 1, MAX_SIZE);
    int page = parameters.number("page", 1, 1, MAX_DEPTH / size);
    Chosen chosen = Chosen.of(parameters);
    SearchRequest request =
        new SearchRequest(
            parsed.query(),
            parameters.choice("scope", Scope.ALL, Scope.values(), Scope::key),
            chosen.filters(),
            parameters.choice("sort", Sort.RELEVANCE, Sort.values(), Sort::key),
            new Window((page - 1) * size, size));
    return new Question(request, chosen, page, size, parsed.warnings());
  }

  private static Set<String> parameters() {
    Set<String> names = new TreeSet<>(Set.of("q", "scope", "sort", "size", "page", "lang"));
    for (Facet facet : Facet.values()) {
      names.add(facet.key());
    }
    for (Measure measure : Measure.values()) {
      names.add(measure.key());
    }
    return Set.copyOf(names);
  }
}
