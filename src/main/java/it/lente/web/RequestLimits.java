package it.lente.web;

/**
 * How much the server works on at once.
 *
 * @param concurrency requests worked on at once; eight times as many wait, others are refused
 * @param rate requests a second that one client may send in the long run, 0 for no limit
 */
public record RequestLimits(int concurrency, int rate) {

  /** Four for each core: some wait for the disk or for a reader. */
  public static final int CONCURRENCY = 4 * Runtime.getRuntime().availableProcessors();

  /** A person who types fast asks for ten suggestions a second. */
  public static final int RATE = 50;

  public static final RequestLimits DEFAULT = new RequestLimits(CONCURRENCY, RATE);
}
