/**
 * What every engine shares, so that all give the same hits, excerpts, marks and suggestions: from
 * positions in a field to pages and boxes. An engine implements {@link
 * it.lente.engine.hits.ProcessTexts}, passes the positions of a question's forms, and gets values
 * of {@link it.lente.engine}. No storage is known here.
 */
package it.lente.engine.hits;
