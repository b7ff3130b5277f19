package it.lente.web;

/**
 * Limits of simultaneous requests.
 *
 * @param concurrency requests processed at once; eight times as many wait, others are refused
 * @param rate average requests per second of one client, 0 for no limit
 */
public record RequestLimits(int concurrency, int rate) {

  /** Four for each core, because some wait for the disk or for a client. */
  public static final int CONCURRENCY = 4 * Runtime.getRuntime().availableProcessors();

  /** A person who types fast asks for ten suggestions a second. */
  public static final int RATE = 50;

  /** Maximum bytes of headers. A question may have 12,000 in an address, and filters add more. */
  static final int LONGEST_HEAD = 1 << 15;

  public static final RequestLimits DEFAULT = new RequestLimits(CONCURRENCY, RATE);
}
