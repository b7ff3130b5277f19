package it.lente.search;

import java.util.Set;

/**
 * The text that a person has typed so far, checked.
 *
 * @param typed words, each perhaps incomplete
 * @param size maximum number of suggestions
 */
public record SuggestQuestion(String typed, int size) {

  /** The parameters of suggestions. */
  public static final Set<String> PARAMETERS = Set.of("q", "size", "lang");

  private static final int DEFAULT_SIZE = 10;
  private static final int MAX_SIZE = 20;

  /** Longer text is cut, as no suggestion is that long. */
  private static final int LONGEST = 200;

  /**
   * Reads and checks parameters; unknown ones are refused. Empty text has no suggestions but is no
   * error, because fields are empty at first.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static SuggestQuestion strict(RequestParameters parameters) {
    parameters.allowOnly(PARAMETERS);
    String typed = parameters.one("q");
    return new SuggestQuestion(
        typed.substring(0, Math.min(typed.length(), LONGEST)),
        parameters.number("size", DEFAULT_SIZE, 1, MAX_SIZE));
  }
}
