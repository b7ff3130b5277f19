/**
 * A file is opened and read: the only room that knows Tika and PDFBox. Knows the values and the
 * bytes of {@link it.lente.extract}, and nothing of collections, stores and runs.
 */
package it.lente.extract.reading;
