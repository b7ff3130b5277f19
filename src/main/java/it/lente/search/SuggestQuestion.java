package it.lente.search;

import java.util.Set;

/**
 * What a person has typed so far, checked.
 *
 * @param typed words, each perhaps only begun
 * @param size how many suggestions are given at most
 */
public record SuggestQuestion(String typed, int size) {

  /** The parameters that suggestions take. */
  public static final Set<String> PARAMETERS = Set.of("q", "size", "lang");

  private static final int DEFAULT_SIZE = 10;
  private static final int MAX_SIZE = 20;

  /** What is typed beyond is no longer the beginning of anything. */
  private static final int LONGEST = 200;

  /**
   * Reads and checks parameters; those that are not known are refused. Without any words there is
   * nothing to suggest, which is no error: fields are empty before something is typed.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static SuggestQuestion strict(Parameters parameters) {
    parameters.allowOnly(PARAMETERS);
    String typed = parameters.one("q");
    return new SuggestQuestion(
        typed.substring(0, Math.min(typed.length(), LONGEST)),
        parameters.number("size", DEFAULT_SIZE, 1, MAX_SIZE));
  }
}
