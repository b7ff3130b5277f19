/**
 * The sentences that people read, one file for each language, and how a language writes numbers,
 * dates and reasons. Whoever shows something to people asks here with a key or a value; a language
 * is added with one file and its name in {@link it.lente.messages.Messages}.
 */
package it.lente.messages;
