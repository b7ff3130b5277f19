/**
 * The embedded engine over Lucene implements {@link it.lente.engine} on an index folder. One
 * process is one block of documents; one commit contains the whole index. No other package uses
 * Lucene's index and search.
 */
package it.lente.engine.lucene;
