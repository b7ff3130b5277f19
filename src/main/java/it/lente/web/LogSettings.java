package it.lente.web;

/**
 * The settings of the request log.
 *
 * @param requests true to log each request, with the question and the client's address
 * @param slowMillis duration from which a request is always logged, 0 for none
 */
public record LogSettings(boolean requests, int slowMillis) {

  public static final LogSettings NONE = new LogSettings(false, 0);
}
