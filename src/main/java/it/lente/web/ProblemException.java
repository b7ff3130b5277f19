package it.lente.web;

import java.util.List;

/** Ends a request with a problem; the message tells people how to solve it. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType problem;
  private final String parameter;
  private final transient List<Crumb> ways;

  private ProblemException(ProblemType problem, String parameter, String detail, List<Crumb> ways) {
    super(detail);
    this.problem = problem;
    this.parameter = parameter;
    this.ways = ways;
  }

  static ProblemException notFound(String detail) {
    return notFound(detail, List.of());
  }

  static ProblemException notFound(String detail, List<Crumb> ways) {
    return new ProblemException(ProblemType.NOT_FOUND, "", detail, ways);
  }

  static ProblemException parameter(String name, String detail) {
    return new ProblemException(ProblemType.INVALID_PARAMETER, name, detail, List.of());
  }

  static ProblemException range(String detail) {
    return new ProblemException(ProblemType.RANGE_NOT_SATISFIABLE, "", detail, List.of());
  }

  static ProblemException tooLong() {
    return new ProblemException(
        ProblemType.TOO_LONG, "", ProblemType.TOO_LONG.explanation(), List.of());
  }

  static ProblemException forbidden() {
    return new ProblemException(
        ProblemType.FORBIDDEN, "", ProblemType.FORBIDDEN.explanation(), List.of());
  }

  static ProblemException busy() {
    return new ProblemException(ProblemType.BUSY, "", ProblemType.BUSY.explanation(), List.of());
  }

  static ProblemException unreadable(String detail) {
    return new ProblemException(ProblemType.BAD_REQUEST, "", detail, List.of());
  }

  ProblemType problem() {
    return problem;
  }

  /** Returns links to go on from here; empty for a link to the home page only. */
  List<Crumb> ways() {
    return ways;
  }

  String parameter() {
    return parameter;
  }
}
