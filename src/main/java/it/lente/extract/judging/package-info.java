/**
 * Judges text that was read: the state of each page, the lines that pages repeat, the quality and
 * the language. Opens no file.
 */
package it.lente.extract.judging;
