/**
 * The texts that people read, one file for each language, and the formats of numbers, dates and
 * reasons. Texts are found by a key or a value; a new language needs one file and its name in
 * {@link it.lente.messages.Messages}.
 */
package it.lente.messages;
