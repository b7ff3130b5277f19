package it.lente.search;

import it.lente.engine.SimilarProcess;
import java.util.Set;

/**
 * A reader's question about similar processes, checked.
 *
 * @param size maximum number of results
 */
public record SimilarQuestion(int size) {

  /** The question for a process's own page. */
  public static final SimilarQuestion ON_PAGE = new SimilarQuestion(5);

  /** The parameters of similar processes. */
  public static final Set<String> PARAMETERS = Set.of("size", "lang");

  /**
   * Reads and checks parameters; unknown ones are refused.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static SimilarQuestion strict(RequestParameters parameters) {
    parameters.allowOnly(PARAMETERS);
    return new SimilarQuestion(
        parameters.number("size", SimilarProcess.MOST, 1, SimilarProcess.MOST));
  }
}
