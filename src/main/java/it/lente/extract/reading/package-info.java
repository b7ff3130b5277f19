/**
 * Opens and reads files, in workers only. Only this package and those in it depend on Tika and
 * PDFBox. It hands each file to Tika, whose parsers are partly ours, and decides the state of the
 * file. It uses the values and the encodings of {@link it.lente.extract}, and no collections,
 * stores or runs.
 */
package it.lente.extract.reading;
