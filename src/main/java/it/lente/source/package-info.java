/**
 * Reads files into {@link it.lente.record.ProcessRecord}s and a report of everything that could not
 * be used. Writes no files.
 */
package it.lente.source;
