package it.lente.web;

import it.lente.web.Frame.Crumb;
import java.util.List;

/** Ends a request with a problem; the message is for people and names the cure. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final String parameter;
  private final transient List<Crumb> ways;

  private ProblemException(Problem problem, String parameter, String detail, List<Crumb> ways) {
    super(detail);
    this.problem = problem;
    this.parameter = parameter;
    this.ways = ways;
  }

  static ProblemException notFound(String detail) {
    return notFound(detail, List.of());
  }

  static ProblemException notFound(String detail, List<Crumb> ways) {
    return new ProblemException(Problem.NOT_FOUND, "", detail, ways);
  }

  static ProblemException parameter(String name, String detail) {
    return new ProblemException(Problem.INVALID_PARAMETER, name, detail, List.of());
  }

  static ProblemException range(String detail) {
    return new ProblemException(Problem.RANGE_NOT_SATISFIABLE, "", detail, List.of());
  }

  static ProblemException tooLong() {
    return new ProblemException(Problem.TOO_LONG, "", Problem.TOO_LONG.explanation(), List.of());
  }

  static ProblemException unreadable(String detail) {
    return new ProblemException(Problem.BAD_REQUEST, "", detail, List.of());
  }

  Problem problem() {
    return problem;
  }

  /** The pages that lead on from here, none for the first page alone. */
  List<Crumb> ways() {
    return ways;
  }

  /** The parameter's name, or the empty string. */
  String parameter() {
    return parameter;
  }
}
