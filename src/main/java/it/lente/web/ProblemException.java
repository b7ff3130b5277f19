package it.lente.web;

/** Ends a request with a problem; the message is for people and names the cure. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final String parameter;

  private ProblemException(Problem problem, String parameter, String detail) {
    super(detail);
    this.problem = problem;
    this.parameter = parameter;
  }

  static ProblemException notFound(String detail) {
    return new ProblemException(Problem.NOT_FOUND, "", detail);
  }

  static ProblemException parameter(String name, String detail) {
    return new ProblemException(Problem.INVALID_PARAMETER, name, detail);
  }

  static ProblemException range(String detail) {
    return new ProblemException(Problem.RANGE_NOT_SATISFIABLE, "", detail);
  }

  static ProblemException tooLong() {
    return new ProblemException(Problem.TOO_LONG, "", Problem.TOO_LONG.explanation());
  }

  static ProblemException unreadable(String detail) {
    return new ProblemException(Problem.BAD_REQUEST, "", detail);
  }

  Problem problem() {
    return problem;
  }

  /** The parameter's name, or the empty string. */
  String parameter() {
    return parameter;
  }
}
