/**
 * Runs the indexing: finds new, changed and removed records and files, reads their texts, writes,
 * commits and reports. Reads the collection's folders through {@link it.lente.source} and {@link
 * it.lente.extract}, writes only through {@link it.lente.engine.RecordWriter}.
 */
package it.lente.index;
