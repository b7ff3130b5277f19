/**
 * The reader's question: parameters and query text in, a checked {@link
 * it.lente.engine.SearchRequest} out, and the answer with an account of how the question was read.
 * Touches nothing but the engine.
 */
package it.lente.search;
