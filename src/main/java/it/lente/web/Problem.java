package it.lente.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can be wrong with a request or with us: the closed list of RFC 9457 types. */
enum Problem {
  INVALID_PARAMETER(
      400,
      "A parameter cannot be used",
      "The name or the value of a parameter is not known. The answer names it and the cure."),
  BAD_REQUEST(
      400, "The request cannot be read", "The address or a header is not written as HTTP asks."),
  NOT_FOUND(
      404,
      "There is nothing at this address",
      "No process, attachment, page or file has this address. It may have been removed."),
  METHOD_NOT_ALLOWED(405, "The method is not allowed", "Everything here is read: use GET or HEAD."),
  TOO_LONG(
      414,
      "The address is too long",
      "The address and the headers of a request may have 32 kB together."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "This address asks more often than it may. Ask again after the seconds given by"
          + " Retry-After."),
  RANGE_NOT_SATISFIABLE(
      416,
      "The range is outside the file",
      "The header Range asks for bytes that the file does not have. Content-Range says its size."),
  HEADERS_TOO_LARGE(
      431,
      "The headers are too large",
      "The address and the headers of a request may have 32 kB together."),
  INTERNAL_ERROR(
      500,
      "Something went wrong on the server",
      "The fault is ours. The server's log tells more under the number in the answer."),
  NOT_READY(
      503,
      "There is no index yet",
      "The collection is being indexed. Ask again after the seconds given by Retry-After."),
  BUSY(
      503,
      "There is too much to do",
      "More is asked at once than can be worked on. Ask again after the seconds given by"
          + " Retry-After."),
  OUT_OF_TIME(
      503,
      "The time to answer is over",
      "Nothing was found in the time that a request may take, which says nothing of what there is."
          + " Ask again after the seconds given by Retry-After, or ask for less."),
  VERSION_NOT_SUPPORTED(
      505, "This version of HTTP is not spoken here", "Requests are read in HTTP/1.1 and 1.0.");

  private final int status;
  private final String title;
  private final String explanation;

  Problem(int status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The address under which the type is explained. */
  String type() {
    return "/problems/" + key();
  }

  static Optional<Problem> byKey(String key) {
    return Stream.of(values()).filter(problem -> problem.key().equals(key)).findFirst();
  }

  static Problem ofStatus(int status) {
    return Stream.of(values())
        .filter(problem -> problem.status == status)
        .filter(problem ->
            problem != INVALID_PARAMETER && problem != NOT_READY && problem != OUT_OF_TIME)
        .findFirst()
        .orElse(status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
  }
}
