package it.lente.search;

import it.lente.engine.ResultWindow;
import it.lente.record.Facet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A reader's question about all values of a facet, checked.
 *
 * @param narrowing the list of processes in which they are counted
 * @param contains a part of the label, the empty string for all
 * @param page from 1
 */
public record FacetQuestion(Facet facet, Question narrowing, String contains, int page, int size) {

  /** The parameter that finds values by a part of their labels. */
  public static final String CONTAINS = "contains";

  /** The parameters of the values of a facet. */
  public static final Set<String> PARAMETERS = parameters();

  private static final String PAGE = "page";
  private static final String SIZE = "size";

  /**
   * Reads and checks parameters; unknown ones are refused.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static FacetQuestion strict(Facet facet, RequestParameters parameters) {
    parameters.allowOnly(PARAMETERS);
    int size = parameters.number(SIZE, Question.DEFAULT_SIZE, 1, Question.MAX_SIZE);
    return sized(facet, parameters, size);
  }

  /**
   * Reads and checks parameters; unknown ones and the size of the list of processes are ignored.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static FacetQuestion lenient(Facet facet, RequestParameters parameters) {
    return sized(facet, parameters, Question.MAX_SIZE);
  }

  private static FacetQuestion sized(Facet facet, RequestParameters parameters, int size) {
    int page = parameters.number(PAGE, 1, 1, Integer.MAX_VALUE / size);
    Map<String, List<String>> narrowing = new HashMap<>(parameters.values());
    // These parameters page the values, not the processes.
    narrowing.keySet().removeAll(Set.of(PAGE, SIZE));
    return new FacetQuestion(
        facet,
        Question.lenient(new RequestParameters(narrowing)),
        parameters.one(CONTAINS),
        page,
        size);
  }

  /** Returns the window of values to show. */
  public ResultWindow window() {
    return new ResultWindow((page - 1) * size, size);
  }

  private static Set<String> parameters() {
    Set<String> names = new TreeSet<>(Question.PARAMETERS);
    names.add(CONTAINS);
    // Lists of values have pages but no cursor.
    names.remove(Question.CURSOR);
    return Set.copyOf(names);
  }
}
