package it.lente.web;

/**
 * What is logged of requests.
 *
 * @param requests whether each is logged, with the question and the address of the client
 * @param slowMillis the time from which one is logged in any case, 0 for none
 */
public record LogSettings(boolean requests, int slowMillis) {

  public static final LogSettings NONE = new LogSettings(false, 0);
}
