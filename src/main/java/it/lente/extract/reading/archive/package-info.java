/**
 * Reads files that only contain others: archives, messages, signed files. Tika enters through the
 * parsers; each file inside is read by a parse of its own.
 */
package it.lente.extract.reading.archive;
