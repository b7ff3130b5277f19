/**
 * The run: which records and files are new, changed or gone, their texts, the writer, the commit,
 * the report. Reads the collection's folders through {@link it.lente.source} and {@link
 * it.lente.extract}, writes only through {@link it.lente.engine.RecordWriter}.
 */
package it.lente.index;
