package it.lente.web;

/**
 * What the server knows of the process that indexes for it.
 *
 * @param watching whether it runs and follows changes
 * @param lost whether it died, and will be started again
 * @param restarts how often it was started again
 */
public record IndexingState(boolean watching, boolean lost, int restarts) {

  /** Another program indexes, or none. */
  public static final IndexingState NONE = new IndexingState(false, false, 0);
}
