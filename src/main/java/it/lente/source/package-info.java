/**
 * Where records come from: files in, {@link it.lente.record.ProcessRecord}s and a report of all
 * that could not be used out. Reads files, writes none.
 */
package it.lente.source;
