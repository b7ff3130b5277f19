package it.lente.web;

/**
 * The state of the indexing process.
 *
 * @param watching true if it runs and follows changes
 * @param lost true if it died and will be restarted
 * @param restarts number of restarts
 */
public record IndexingState(boolean watching, boolean lost, int restarts) {

  /** The state without an indexing process of this server. */
  public static final IndexingState NONE = new IndexingState(false, false, 0);
}
