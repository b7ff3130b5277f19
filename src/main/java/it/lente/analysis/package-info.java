/**
 * Defines words and their matches: the Italian chain from text to tokens, the forms of a word, and
 * the matcher on which lists, counts, pages, excerpts and marks are based.
 */
package it.lente.analysis;
