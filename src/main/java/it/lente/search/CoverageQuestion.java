package it.lente.search;

import it.lente.engine.CoverageRequest;
import it.lente.engine.ResultWindow;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import java.util.List;
import java.util.Set;

/**
 * A reader's question about the states of files, checked.
 *
 * @param page from 1
 */
public record CoverageQuestion(CoverageRequest request, int page, int size) {

  /** The parameters of the list of files. */
  public static final Set<String> PARAMETERS = Set.of("state", "size", "page", "format", "lang");

  /**
   * Reads and checks parameters; unknown ones are refused.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static CoverageQuestion strict(RequestParameters parameters) {
    parameters.allowOnly(PARAMETERS);
    return lenient(parameters);
  }

  /**
   * Reads and checks parameters; unknown ones are ignored.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static CoverageQuestion lenient(RequestParameters parameters) {
    int size = parameters.number("size", Question.DEFAULT_SIZE, 1, Question.MAX_SIZE);
    // Unlike a search, this list costs the same for every page.
    int page = parameters.number("page", 1, 1, Integer.MAX_VALUE / size);
    List<AttachmentState> states =
        parameters.choices(Facet.STATE.key(), AttachmentState.values(), AttachmentState::key);
    CoverageRequest request =
        new CoverageRequest(Set.copyOf(states), new ResultWindow((page - 1) * size, size));
    return new CoverageQuestion(request, page, size);
  }
}
