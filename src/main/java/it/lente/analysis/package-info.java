/**
 * What words are and which of them answer a question: the Italian chain from text to tokens, the
 * forms of a word, and the one matcher from which lists, counts, pages, excerpts and marks are
 * made.
 */
package it.lente.analysis;
