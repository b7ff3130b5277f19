/**
 * The embedded engine over Lucene: an index folder in, the two sides of {@link it.lente.engine}
 * out. One process is one block of documents; one commit holds everything. The only room that knows
 * Lucene's index and search.
 */
package it.lente.engine.lucene;
