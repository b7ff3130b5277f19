/**
 * Opens and reads files. Only this package depends on Tika and PDFBox. The package uses the values
 * and the encodings of {@link it.lente.extract}, and no collections, stores or runs.
 */
package it.lente.extract.reading;
