package it.lente.search;

import it.lente.engine.SimilarProcess;
import java.util.Set;

/**
 * A reader's question about processes like one, checked.
 *
 * @param size how many are given at most
 */
public record SimilarQuestion(int size) {

  /** What a process's own page shows. */
  public static final SimilarQuestion ON_PAGE = new SimilarQuestion(5);

  /** The parameters that similar processes take. */
  public static final Set<String> PARAMETERS = Set.of("size", "lang");

  /**
   * Reads and checks parameters; those that are not known are refused.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static SimilarQuestion strict(Parameters parameters) {
    parameters.allowOnly(PARAMETERS);
    return new SimilarQuestion(
        parameters.number("size", SimilarProcess.MOST, 1, SimilarProcess.MOST));
  }
}
