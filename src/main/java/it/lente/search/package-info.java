/**
 * Turns a reader's parameters and query text into a checked {@link it.lente.engine.SearchRequest},
 * and returns the answer with notes on how the question was read. Uses only the engine.
 */
package it.lente.search;
