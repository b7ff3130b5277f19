package it.lente.web;

import it.lente.messages.Messages;
import it.lente.record.Keyed;
import java.util.EnumSet;
import java.util.stream.Stream;

/** The closed list of RFC 9457 types, for everything that can fail. */
enum ProblemType implements Keyed {
  INVALID_PARAMETER(400),
  BAD_REQUEST(400),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  CONTENT_TOO_LARGE(413),
  TOO_LONG(414),
  TOO_MANY_REQUESTS(429),
  RANGE_NOT_SATISFIABLE(416),
  HEADERS_TOO_LARGE(431),
  INTERNAL_ERROR(500),
  NOT_READY(503),
  UNREACHABLE(503),
  BUSY(503),
  OUT_OF_TIME(503),
  VERSION_NOT_SUPPORTED(505);

  /** Seconds after which a client should repeat a request that was refused with 503. */
  static final String RETRY_AFTER = "3";

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** Returns the title in English, for programmers. */
  String title() {
    return said("title", Messages.ENGLISH);
  }

  /** Returns the problem and its solution in English. */
  String explanation() {
    return said("detail", Messages.ENGLISH);
  }

  /**
   * Returns a message about this type.
   *
   * @param part «title», «text» for people, «detail» for programs
   */
  String said(String part, Messages messages) {
    return messages.get("problem." + key() + "." + part);
  }

  String type() {
    return "/problems/" + key();
  }

  /**
   * Returns a problem in the form of RFC 9457.
   *
   * @param base the path below which all pages are
   * @param parameter the empty string if no parameter is the cause
   * @param request the id of the request
   */
  JsonObject json(String base, String detail, String parameter, String request) {
    return new JsonObject()
        .with("type", base + type())
        .with("title", title())
        .with("status", status)
        .with("detail", detail)
        .withAny("parameter", parameter)
        .with("request", request);
  }

  static ProblemType ofStatus(int status) {
    return Stream.of(values())
        .filter(problem -> problem.status == status)
        .filter(problem ->
            !EnumSet.of(INVALID_PARAMETER, NOT_READY, UNREACHABLE, OUT_OF_TIME).contains(problem))
        .findFirst()
        .orElse(status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
  }
}
